import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupEntry, KeptMessage } from '../../../local/group/entry.js';
import { createFeed } from '../../../local/group/feed.js';
import { createGroupHandler } from '../../../local/group-server/server.js';
import { createMessageStore, type MessageStore } from '../../../local/messages/message-store.js';
import { closeServer, listenOnLoopback } from '../../../local/net/loopback-server.js';

const nothing = () => Promise.reject(new Error('Cannot reach the group: these requests must not'));
const HOST = { current: nothing, choose: nothing, restart: nothing, stop: nothing };

function messageOf(number: number, content: string, robot = 'default'): KeptMessage {
  return {
    ...{ number, robot, at: number * 1000, notifications: [] },
    message: { msgtype: 'text', text: { content } },
    mentions: { all: false, mobiles: [], userIds: [] },
    wording: { language: 'zh-CN', format: 'text' },
  };
}

let url: string;
let messages: MessageStore;
let entries: GroupEntry[];
let server: ReturnType<typeof createServer>;

beforeEach(async () => {
  messages = createMessageStore({ nextNumber: 3, messages: [messageOf(1, '🔴 磁盘'), messageOf(2, '一', 'dba')] });
  const feed = createFeed(() => 0);
  entries = [];
  feed.onEntry((entry) => entries.push(entry));
  server = createServer(createGroupHandler({ host: HOST, feed, messages }));
  url = `http://127.0.0.1:${await listenOnLoopback(server)}`;
});
afterEach(() => closeServer(server));

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${url}${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
}

describe('serveMessages', () => {
  it('GET: those that match, with their number and the newest of all', async () => {
    const { status, body } = await ask('/api/messages?colour=red');
    expect([status, body]).toEqual([200, expect.objectContaining({ total: 1, last: 2 })]);
    expect(body['messages']).toMatchObject([{ id: 1, link: `${url}/messages/1`, text: '🔴 磁盘' }]);
  });

  it('GET with wait: answers when the message comes', async () => {
    const answer = ask('/api/messages?since=2&wait=30');
    messages.add(messageOf(3, '三')); // Sooner or later than the request comes: it is found either way.
    expect(await answer).toMatchObject({ status: 200, body: { messages: [{ id: 3 }], last: 3 } });
  });

  it('GET with wait: 404 with the reason if none came, so that curl --fail fails', async () => {
    const { status, body } = await ask('/api/messages?text=nothing&wait=0.01');
    expect([status, body]).toEqual([
      404,
      {
        error: 'Cannot find 1 matching messages as no more came in 0.01 s: current value is 0',
        ...{ messages: [], total: 0, last: 2 },
      },
    ]);
  });

  it('one message by its id, and its page', async () => {
    expect(await ask('/api/messages/2')).toMatchObject({ status: 200, body: { id: 2, robot: 'dba' } });
    expect(await ask('/api/messages/9')).toMatchObject({ status: 404 });
    const page = await fetch(`${url}/messages/2`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it.each(['', '0', '01', '-1', 'abc', '1/2', '9'.repeat(40), '%00', '1?x=y'])(
    'an id that is none of a message, “%s”: 404 with the rule, or the message for its number alone',
    async (id) => {
      const { status, body } = await ask(`/api/messages/${id}`);
      if (id === '1?x=y') expect([status, body['id']]).toEqual([200, 1]);
      else
        expect([status, body['error']]).toEqual([
          404,
          expect.stringMatching(
            /^Cannot find the message as its id must be one that is kept, see \/api\/messages: current value is /,
          ),
        ]);
    },
  );

  it('the page answers HEAD too; one message is not deleted by its address', async () => {
    expect((await fetch(`${url}/messages/2`, { method: 'HEAD' })).status).toBe(200);
    const { status, body } = await ask('/api/messages/2', { method: 'DELETE' });
    expect([status, body['error']]).toEqual([
      405,
      'Cannot serve the request as its method must be one of GET: current value is DELETE',
    ]);
    expect(messages.all()).toHaveLength(2);
  });

  it('a client that goes away is not waited for: its question is asked of no later message', async () => {
    let listeners = 0;
    const { onChange } = messages;
    const counted = {
      ...messages,
      onChange: (listener: (value: undefined) => void) => {
        listeners += 1;
        const remove = onChange(listener);
        return () => {
          listeners -= 1;
          remove();
        };
      },
    };
    const own = createServer(createGroupHandler({ host: HOST, feed: createFeed(() => 0), messages: counted }));
    const port = await listenOnLoopback(own);
    const gone = new AbortController();
    const asked = fetch(`http://127.0.0.1:${port}/api/messages?text=never&wait=300`, { signal: gone.signal });
    await expect.poll(() => listeners).toBe(1);
    gone.abort();
    await expect(asked).rejects.toThrow('aborted');
    await expect.poll(() => listeners).toBe(0);
    await closeServer(own);
  });

  it('DELETE: those that match, and the page is told', async () => {
    expect(await ask('/api/messages?robot=dba', { method: 'DELETE' })).toEqual({
      status: 200,
      body: { deleted: 1, last: 2 },
    });
    expect(entries).toMatchObject([{ kind: 'deleted', numbers: [2] }]);
    expect((await ask('/api/messages', { method: 'DELETE' })).body).toEqual({ deleted: 1, last: 2 });
    expect((await ask('/api/messages')).body).toEqual({ messages: [], total: 0, last: 2 });
  });

  it('a misspelt parameter deletes nothing', async () => {
    expect(await ask('/api/messages?robbot=dba', { method: 'DELETE' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('current value is "robbot"') },
    });
    expect(messages.all()).toHaveLength(2);
  });

  it.each(['POST', 'PUT', 'PATCH'])('%s is no method of it', async (method) => {
    expect((await ask('/api/messages', { method })).status).toBe(405);
  });

  it.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('another page neither reads nor deletes: %j', async (headers) => {
    for (const method of ['GET', 'DELETE']) expect((await ask('/api/messages', { method, headers })).status).toBe(403);
    expect(messages.all()).toHaveLength(2);
  });

  it('another page does not post to the door either, whose token is known', async () => {
    const headers = { origin: 'http://evil.example', 'content-type': 'text/plain' };
    const answer = await fetch(`${url}/cgi-bin/webhook/send?key=x`, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(403);
  });
});
