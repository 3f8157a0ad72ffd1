import { createServer } from 'node:http';
import { toHttpApiEvent, writeHttpApiAnswer } from '../../local/group-server/door.js';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';

/** The HTTPS door on this machine, without TLS: what API Gateway does between a client and the function. */
export interface LocalDoor {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
}

/** Hands each request to the function, one after another, as one execution environment takes them. */
export async function startLocalDoor(invoke: (event: unknown) => Promise<unknown>): Promise<LocalDoor> {
  let before: Promise<unknown> = Promise.resolve();
  const server = createServer(async (request, response) => {
    const event = toHttpApiEvent(request, await readBody(request), Date.now());
    const answer = before.then(() => invoke(event));
    before = answer.catch(() => undefined); // Its own client is answered below; the next one shall not wait for ever.
    writeHttpApiAnswer(await answer.catch(() => undefined), response);
  });
  const port = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}
