import { EventEmitter } from 'node:events';
import { Server, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { TLSSocket } from 'node:tls';

/** The traffic between the clients and the servers of this process. */
export interface LoopbackTraffic {
  /** Returns true while a connection is being opened or closed, or bytes were written that have not been read. */
  isBusy(): boolean;
}

/** The two ends of a connection. */
interface Connection {
  readonly client: Socket;
  server?: Socket;
  /** Its state when it was last seen to change, and the real time of that, milliseconds. */
  state: string;
  since: number;
}

/** Longest real time for which a connection counts as busy without a change, milliseconds: it leads somewhere else. */
const MAX_UNCHANGED_MS = 20_000;

const realNow = performance.now.bind(performance);

/** Watches all connections that this process opens from now on. */
export function watchLoopbackTraffic(): LoopbackTraffic {
  const connections = new Set<Connection>();
  const byPort = new Map<number, Connection>();
  /** Accepted before the client heard that it is connected. */
  const early = new Map<number, Socket>();
  watchClients((client) => {
    const connection: Connection = { client, state: '', since: realNow() };
    connections.add(connection);
    client.once('connect', () => {
      const port = client.localPort ?? 0;
      byPort.set(port, connection);
      const server = early.get(port);
      if (server) connection.server = server;
      early.delete(port);
    });
  });
  watchServers((server) => {
    const port = server.remotePort ?? 0;
    const connection = byPort.get(port);
    // A port is used again once its connection is over.
    if (connection && !connection.client.destroyed) connection.server = server;
    else early.set(port, server);
  });
  return {
    isBusy: () => {
      let isBusy = false;
      for (const connection of connections) {
        if (isOver(connection)) connections.delete(connection);
        else isBusy = isUnderWay(connection) || isBusy;
      }
      return isBusy;
    },
  };
}

function isOver({ client, server }: Connection): boolean {
  return client.destroyed && (server === undefined || server.destroyed);
}

function isUnderWay(connection: Connection): boolean {
  const { client, server } = connection;
  const isTls = client instanceof TLSSocket;
  const isOpen = !client.connecting && server !== undefined && (!isTls || server instanceof TLSSocket);
  const numbers = [client.bytesWritten, server?.bytesRead, server?.bytesWritten, client.bytesRead];
  const isRead = numbers[0] === numbers[1] && numbers[2] === numbers[3];
  const areBothAlive = !client.destroyed && server?.destroyed === false;
  if (isOpen && isRead && areBothAlive) return false;
  const state = [isOpen, areBothAlive, ...numbers].join();
  if (state !== connection.state) Object.assign(connection, { state, since: realNow() });
  return realNow() - connection.since < MAX_UNCHANGED_MS;
}

function watchClients(opened: (client: Socket) => void): void {
  const connect = Socket.prototype.connect;
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
    opened(this);
    return Reflect.apply(connect, this, given);
  };
}

/** Calls back with the accepted end of each connection; of one with TLS first with the bare one. */
function watchServers(accepted: (server: Socket) => void): void {
  const emit = EventEmitter.prototype.emit;
  Server.prototype.emit = function (this: Server, ...given: [string, ...unknown[]]): boolean {
    const [event, socket] = given;
    if ((event === 'connection' || event === 'secureConnection') && socket instanceof Socket) accepted(socket);
    return Reflect.apply(emit, this, given);
  };
}
