import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';

/** A proxy on this machine that opens tunnels, as those of companies do. */
export interface ConnectProxy {
  readonly port: number;
  /** Targets of the tunnels that were asked for, refused ones included. */
  readonly asked: string[];
  /** Connections that clients have open. */
  readonly clients: ReadonlySet<Socket>;
  /** Answers nobody from now on if true. Default false. */
  isSilent: boolean;
  /** The HTTP status that all further tunnels are refused with. Default: none is. */
  refuseWith: number | undefined;
  close(): Promise<void>;
}

/** Starts a proxy. @param credentials `user:password` that it asks for. Default: anyone may use it. */
export async function startConnectProxy(credentials?: string): Promise<ConnectProxy> {
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server = createServer((_, response) => response.writeHead(405).end());
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  const proxy = {
    port: 0,
    asked: [] as string[],
    clients,
    isSilent: false,
    refuseWith: undefined as number | undefined,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return closeServer(server);
    },
  };
  server.on('connect', ({ url = '', headers }: IncomingMessage, client: Socket) => {
    sockets.add(client.on('error', () => client.destroy()));
    clients.add(client.once('close', () => clients.delete(client)));
    proxy.asked.push(url);
    if (proxy.isSilent) {
      client.resume().once('end', () => client.end());
      return;
    }
    const status = proxy.refuseWith ?? (wanted && headers['proxy-authorization'] !== wanted ? 407 : 200);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`tcp://${url}`);
    const target = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    sockets.add(target.on('error', () => client.destroy()));
  });
  proxy.port = await listenOnLoopback(server);
  return proxy;
}
