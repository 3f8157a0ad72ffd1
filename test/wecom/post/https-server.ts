import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createCertificate } from '../../../local/net/certificate.js';

/** What the server does with one request, once its body is read. */
export type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export interface TestServer {
  readonly baseUrl: string;
  readonly ca: string;
  /** Bodies of the requests, in the order read. */
  readonly bodies: string[];
  /** Connections accepted. */
  readonly sockets: Socket[];
  answer: Answer;
  close(): Promise<void>;
}

export const ok: Answer = (_, response) => response.end('{"errcode":0,"errmsg":"ok"}');

const certificate = createCertificate();

/** An HTTPS server on this machine that answers as told; idle connections stay open until somebody closes them. */
export async function startServer(answer: Answer = ok): Promise<TestServer> {
  const { key, cert } = await certificate;
  const server: Server = createServer({ key, cert, keepAliveTimeout: 600_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      started.bodies.push(body);
      started.answer(request, response, body);
    });
  });
  const started: TestServer = {
    baseUrl: '',
    ca: cert,
    bodies: [],
    sockets: [],
    answer,
    close: () =>
      new Promise((resolve) => {
        for (const socket of started.sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  server.on('connection', (socket: Socket) => started.sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(started, { baseUrl: `https://127.0.0.1:${port}` });
}
