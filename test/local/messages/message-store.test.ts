import { describe, expect, it } from 'vitest';
import type { KeptMessage } from '../../../local/group/entry.js';
import { createFeed } from '../../../local/group/feed.js';
import { awaitMessages } from '../../../local/messages/await-messages.js';
import { readMessageQuery } from '../../../local/messages/message-query.js';
import { createMessageStore } from '../../../local/messages/message-store.js';
import { recordMessages } from '../../../local/messages/record-messages.js';
import { createFakeClock } from '../../support/fake-clock.js';

function messageOf(number: number, content = `第 ${number} 条`): KeptMessage {
  return {
    ...{ number, robot: 'default', at: number, notifications: [] },
    message: { msgtype: 'text', text: { content } },
    mentions: { all: false, mobiles: [], userIds: [] },
    wording: { language: 'zh-CN', format: 'text' },
  };
}

describe('createMessageStore', () => {
  it('begins with the messages of an earlier run, and gives no number twice', () => {
    const store = createMessageStore({ nextNumber: 9, messages: [messageOf(3)] });
    store.remove(() => true);
    expect([store.all(), store.nextNumber()]).toEqual([[], 9]);
    store.add(messageOf(12));
    expect(store.nextNumber()).toBe(13);
  });

  it('keeps 2,000 messages, the newest', () => {
    const store = createMessageStore();
    for (let number = 1; number <= 2100; number++) store.add(messageOf(number));
    expect(store.all()).toHaveLength(2000);
    expect(store.all()[0]?.number).toBe(101);
  });

  it('keeps 8 MiB, and the newest whatever its size', () => {
    const store = createMessageStore();
    for (let number = 1; number <= 5; number++) store.add(messageOf(number, 'x'.repeat(3 * 1024 * 1024)));
    expect(store.all().map(({ number }) => number)).toEqual([4, 5]);
    store.add(messageOf(6, 'x'.repeat(9 * 1024 * 1024)));
    expect(store.all().map(({ number }) => number)).toEqual([6]);
  });
});

describe('recordMessages', () => {
  it('what a group shows is kept with its notifications, each once, and its wording', () => {
    const feed = createFeed(() => 7);
    const store = createMessageStore();
    recordMessages(feed, store);
    const { message, mentions } = messageOf(1);
    const settings = { language: 'en', format: 'markdown', speed: 1 } as const;
    feed.add({ kind: 'group', robots: ['default'], people: {}, timeZone: 'UTC', settings });
    feed.add({ kind: 'shown', number: 1, robot: 'dba', message, mentions });
    const told = { kind: 'outcome', id: 'a', robot: 'dba', shown: [1], attempts: [1] } as const;
    feed.add({ ...told, status: 'unavailable', severity: 'critical' });
    for (let time = 0; time < 2; time++)
      feed.add({ ...told, status: 'delivered', severity: 'critical', title: '磁盘' });
    expect(store.all()).toEqual([
      {
        ...{ number: 1, robot: 'dba', at: 7, message, mentions, wording: { language: 'en', format: 'markdown' } },
        notifications: [{ id: 'a', severity: 'critical', title: '磁盘' }],
      },
    ]);
  });
});

describe('awaitMessages', () => {
  const means = () => ({ base: '', clock: createFakeClock(), signal: new AbortController().signal });
  const query = (text: string) => readMessageQuery(new URLSearchParams(text));

  it('answers at once if there are enough', async () => {
    const store = createMessageStore({ nextNumber: 3, messages: [messageOf(1), messageOf(2)] });
    expect(await awaitMessages(store, query('wait=30&limit=1'), means())).toMatchObject({
      ...{ total: 2, last: 2, isComplete: true },
      messages: [{ id: 2 }],
    });
  });

  it('waits for as many as are asked for', async () => {
    const store = createMessageStore({ nextNumber: 2, messages: [messageOf(1)] });
    const answer = awaitMessages(store, query('wait=30&count=2&since=0'), means());
    store.add(messageOf(2));
    expect(await answer).toMatchObject({ total: 2, isComplete: true });
  });

  it('a notification that becomes known later counts', async () => {
    const store = createMessageStore();
    const answer = awaitMessages(store, query('wait=30&severity=critical'), means());
    store.add(messageOf(1));
    store.note(1, { id: 'a', severity: 'critical' });
    expect(await answer).toMatchObject({ messages: [{ id: 1 }], isComplete: true });
  });

  it('at the end of the wait it answers with what there is', async () => {
    const parts = means();
    const answer = awaitMessages(createMessageStore(), query('wait=30'), parts);
    await parts.clock.advance(30_000);
    expect(await answer).toEqual({ messages: [], total: 0, last: 0, isComplete: false });
  });

  it('waits no longer once nobody listens', async () => {
    const gone = new AbortController();
    const answer = awaitMessages(createMessageStore(), query('wait=30'), { ...means(), signal: gone.signal });
    gone.abort();
    expect(await answer).toMatchObject({ isComplete: false });
  });
});
