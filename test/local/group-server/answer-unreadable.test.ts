import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerUnreadable } from '../../../local/group-server/answer-unreadable.js';
import { closeServer, listenOnLoopback } from '../../../local/net/loopback-server.js';

const server = createServer((_, response) => response.end());
let port: number;
beforeEach(async () => {
  answerUnreadable(server);
  port = await listenOnLoopback(server);
});
afterEach(async () => {
  server.removeAllListeners('clientError');
  await closeServer(server);
});

/** Sends bytes as curl does, without encoding any. Resolves to all that is answered. */
async function answerTo(request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(request);
  return text(socket);
}

test.each([
  ['Chinese text in the address', 'GET /api/messages?text=构建失败 HTTP/1.1\r\nHost: x\r\n\r\n', '--data-urlencode'],
  ['an endless header', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, '16 KiB'],
  ['what is no HTTP', 'hello\r\n\r\n', 'must be HTTP'],
])('answerUnreadable: %s is answered with what to do', async (_, request, told) => {
  const answer = await answerTo(request);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(body)).toEqual({ error: expect.stringContaining(told) });
});
