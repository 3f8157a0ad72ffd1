import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { KeptMessage } from '../../../../local/group/entry.js';
import { createFeed } from '../../../../local/group/feed.js';
import { answerUnreadable } from '../../../../local/group-server/answer-unreadable.js';
import { createGroupHandler } from '../../../../local/group-server/server.js';
import { createMessageStore } from '../../../../local/messages/message-store.js';
import { closeServer, listenOnLoopback } from '../../../../local/net/loopback-server.js';
import type { LOCAL } from '../../../../scripts/errors-page/local.js';
import { keepMessages } from '../../../../scripts/start/keep-messages.js';
import { listenAsChosen } from '../../../../scripts/start/listen-as-chosen.js';
import { readLocalOptions } from '../../../../scripts/start/options.js';
import { objectAt, parseObject } from '../../../../src/base/json.js';
import { localSpeechOf } from '../../../../src/text/local-speeches.js';
import type { Provocations, Provoke } from './provoke.js';

const started =
  (...argv: readonly string[]): Provoke =>
  ({ language }) =>
    readLocalOptions(argv, localSpeechOf(language));

/** Listens on a port that fails in this way. */
const listening =
  (code: string): Provoke =>
  async ({ language }) => {
    const server = createServer();
    server.listen = () => {
      queueMicrotask(() => server.emit('error', Object.assign(new Error(code), { code })));
      return server;
    };
    const terminal = { speech: localSpeechOf(language), print: () => undefined };
    return listenAsChosen(server, { port: 80, isPortGiven: true }, terminal);
  };

const OPTIONS = { port: 8787, isFresh: false };

/** Begins to keep messages in a folder. Resolves to what is complained of, after something was done with it. */
const keeping =
  (
    prepare: (file: string) => Promise<void>,
    meanwhile: (file: string) => Promise<void> = async () => undefined,
  ): Provoke =>
  async ({ language }) => {
    const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-errors-'));
    const [data, lines] = [join(folder, 'data'), [] as string[]];
    const file = join(data, 'messages-8787.json');
    await prepare(file);
    const terminal = { speech: localSpeechOf(language), env: {}, print: () => undefined };
    const complain = (line: string): void => void lines.push(line);
    const { messages, flush } = await keepMessages(8787, { ...OPTIONS, data }, { ...terminal, complain });
    await meanwhile(file);
    messages.add(MESSAGE);
    await flush();
    await rm(folder, { recursive: true });
    return lines[0];
  };

const write = async (file: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, 'hello');
};

const MESSAGE: KeptMessage = {
  ...{ number: 1, robot: 'default', at: 0, notifications: [] },
  message: { msgtype: 'text', text: { content: 'a' } },
  mentions: { all: false, mobiles: [], userIds: [] },
  wording: { language: 'zh-CN', format: 'text' },
};

/** Asks the API of a group without messages. Resolves to the error in its answer. */
const asked =
  (path: string, init: RequestInit = {}): Provoke =>
  async () => {
    const nothing = () => Promise.reject(new Error('no group is asked'));
    const host = { current: nothing, choose: nothing, restart: nothing, stop: nothing };
    const messages = createMessageStore({ nextNumber: 1, messages: [] });
    const server = createServer(createGroupHandler({ host, feed: createFeed(() => 0), messages }));
    const port = await listenOnLoopback(server);
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/messages${path}`, init);
      return objectAt(await answer.json())['error'];
    } finally {
      await closeServer(server);
    }
  };

/** Writes this to the server of a page. Resolves to the error in its answer. */
const written = (request: string): Provoke => {
  return async () => {
    const server = createServer();
    answerUnreadable(server);
    const socket = connect(await listenOnLoopback(server), '127.0.0.1');
    socket.end(request);
    const answer = await text(socket);
    await closeServer(server);
    return parseObject(answer.slice(answer.indexOf('{')))?.['error'];
  };
};

/** A way to each error of the group page. */
export const local: Provocations<typeof LOCAL> = {
  localOption: started('--prot', '1'),
  localOptionValue: started('--port'),
  localArgument: started('8787'),
  localPort: started('--port', 'x'),
  localSpeed: started('--speed', '2'),
  localLanguage: started('--language', 'fr'),
  localPortTaken: listening('EADDRINUSE'),
  localPortRefused: listening('EACCES'),
  localNotKept: keeping((file) => writeFile(dirname(file), '')),
  localKeptByAnother: keeping(async () => undefined, write),
  localSetAside: keeping(write),
  apiParameter: asked('?txt=x'),
  apiValue: asked('?limit=0'),
  apiNone: asked('?text=x&wait=0.01'),
  apiMessage: asked('/7'),
  apiMethod: asked('', { method: 'PUT' }),
  apiAddress: written('GET /api/messages?text=支付 HTTP/1.1\r\nhost: x\r\n\r\n'),
  apiHeaders: written(`GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(20_000)}\r\n\r\n`),
  apiProtocol: written('\u0016\u0003\u0001'),
};
