import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { Socket, type TcpSocketConnectOpts } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A fault of the way to a port: its host's name is not found, or its packets are lost. */
export type Cut = 'no DNS' | 'no route';

/** The way of a connection to a port: a cut, or another port that it reaches. */
type Way = Cut | number;

/** The network between this process's clients and servers on this machine. */
export interface ClientNetwork {
  /** Returns true while a connection is being opened or a request is not answered, unless its packets are lost. */
  isBusy(): boolean;
  /** Ends the open connections to a port, and lets new ones go this way. */
  set(port: number, way: Way): void;
  /** Lets all connections go where they should. */
  mend(): void;
}

/** A name that no one is asked about. */
const NAME = 'name.invalid';

/** Watches and directs all connections that this process opens, for good. */
export function watchClientNetwork(): ClientNetwork {
  const ways = new Map<number, Way>();
  const open = new Map<Socket, number>();
  const opening = new Set<Socket>();
  const lost = new Set<Socket>();
  const requests = new Set<ClientRequest>();

  const watch = (socket: Socket, port: number): void => {
    open.set(socket, port);
    opening.add(socket);
    const opened = () => opening.delete(socket);
    socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', opened);
    socket.once('close', () => {
      opened();
      open.delete(socket);
      lost.delete(socket);
    });
  };
  const redirected = (socket: Socket, options: TcpSocketConnectOpts): TcpSocketConnectOpts => {
    const way = ways.get(options.port);
    watch(socket, options.port);
    if (way === undefined) return options;
    if (typeof way === 'number') return { ...options, port: way };
    if (way === 'no route') lost.add(socket);
    return { ...options, host: NAME, lookup: LOOKUPS[way] };
  };
  replaceConnect(redirected);
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { readonly request: ClientRequest };
    requests.add(request);
    request.once('close', () => requests.delete(request));
  });
  return {
    isBusy: () =>
      [...opening].some((socket) => !lost.has(socket)) ||
      [...requests].some(({ socket }) => !(socket && lost.has(socket))),
    set: (port, way) => {
      ways.set(port, way);
      for (const [socket, to] of open) if (to === port) socket.destroy();
    },
    mend: () => {
      for (const port of ways.keys()) for (const [socket, to] of open) if (to === port) socket.destroy();
      ways.clear();
    },
  };
}

type Lookup = NonNullable<TcpSocketConnectOpts['lookup']>;

const LOOKUPS: Readonly<Record<Cut, Lookup>> = {
  'no DNS': (hostname, _options, callback) => {
    const error = new Error(`getaddrinfo ENOTFOUND ${hostname}`);
    process.nextTick(callback, Object.assign(error, { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname }), []);
  },
  // A connection whose packets are lost waits for as long as its client likes.
  'no route': () => {},
};

function replaceConnect(redirected: (socket: Socket, options: TcpSocketConnectOpts) => TcpSocketConnectOpts): void {
  const connect: (options: TcpSocketConnectOpts, listener?: () => void) => Socket = Socket.prototype.connect;
  const replaced = function (this: Socket, ...args: unknown[]): Socket {
    // Node's own calls pass options and listener as one list.
    const [options, listener] = Array.isArray(args[0]) ? args[0] : args;
    return connect.call(this, redirected(this, options as TcpSocketConnectOpts), listener as (() => void) | undefined);
  };
  Object.assign(Socket.prototype, { connect: replaced });
}
