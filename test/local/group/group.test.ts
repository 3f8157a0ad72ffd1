import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupEntry } from '../../../local/group/entry.js';
import { createFeed, type Feed } from '../../../local/group/feed.js';
import { type Group, startGroup } from '../../../local/group/group.js';
import { toHttpApiEvent } from '../../../local/group-server/door.js';
import { callsThisMinute, stateOf } from '../../../local/page/standing.js';
import { after, NOTHING, type State } from '../../../local/page/state.js';
import { bundleFunction } from '../../../scripts/build.js';
import { NO_ROUTES } from '../../../src/routing/rule.js';
import { alarmEvent } from '../../end-to-end/lambda-events.js';

/** Time runs ten times as fast, and with it WeCom's limit. */
const SETTINGS = { language: 'zh-CN', format: 'text', speed: 10 } as const;
const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';

const LINK = /http:\/\/127\.0\.0\.1:8787(\/ack\/[\w-]{28}1)/;

let folder: string;
let group: Group;
let feed: Feed;

const stateNow = (): State => feed.since(0).reduce(after, NOTHING);
const push = (push_message: string, more: object = {}) =>
  group.send({ event: { push_message, ...more }, via: 'paste', label: '' });
const standingOf = (trace: number) => {
  const found = stateNow().traces.get(trace);
  return found && stateOf(found);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-group-'));
  await bundleFunction(folder);
  feed = createFeed(Date.now);
  const env = { MENTION_ON_ALARM: '王芳', ACK_URL: 'http://127.0.0.1:8787' };
  group = await startGroup({
    functionFolder: folder,
    robots: ['default', 'dba'],
    routes: NO_ROUTES,
    env,
    settings: SETTINGS,
    feed,
  });
});

afterAll(async () => {
  await group.stop();
  await rm(folder, { recursive: true });
});

describe('startGroup', () => {
  it('an event is read, queued, delivered and shown, and the feed says each', async () => {
    await push('今日订单 1,024 笔', { robot: 'dba', at_mobiles: '13800138000' });
    await expect.poll(() => standingOf(1)).toBe('delivered');
    const kinds: GroupEntry['kind'][] = ['received', 'read', 'answered', 'taken', 'shown', 'attempt', 'outcome'];
    expect(feed.since(0).map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    const [message] = stateNow().messages;
    expect(message).toMatchObject({ robot: 'dba', traces: [1] });
    expect(message?.message).toMatchObject({ text: { content: '今日订单 1,024 笔' } });
  });

  it('another language and format hold for what comes', async () => {
    group.configure({ ...SETTINGS, format: 'markdown' });
    await push('**粗**');
    await expect.poll(() => standingOf(2)).toBe('delivered');
    expect(stateNow().messages.at(-1)?.message).toMatchObject({ msgtype: 'markdown' });
    group.configure(SETTINGS);
  });

  it('a storm is merged, paced and shown whole; nothing is refused', async () => {
    const before = stateNow().traces.size;
    await group.storm();
    await expect.poll(() => stateNow().waiting).toEqual({});
    const state = stateNow();
    const storm = [...state.traces.values()].filter(({ number }) => number > before);
    expect(storm.map(stateOf)).toEqual(Array.from({ length: 100 }, () => 'delivered'));
    const messages = state.messages.filter(({ traces }) => traces.some((trace) => trace > before));
    expect(messages.length).toBeLessThanOrEqual(15);
    expect(messages.flatMap(({ traces }) => traces)).toHaveLength(100);
    const attempts = feed.since(0).flatMap((entry) => (entry.kind === 'attempt' ? [entry] : []));
    expect(attempts.filter(({ errcode }) => errcode !== 0)).toEqual([]);
    expect(callsThisMinute(state, 'default', attempts.at(-1)?.at ?? 0)).toBeLessThanOrEqual(18);
  });

  it('a wrong key parks what comes; mended and replayed, it is shown', async () => {
    group.wrongKey('default', true);
    const number = stateNow().traces.size + 1;
    await push('密钥失效时的消息');
    await expect.poll(() => standingOf(number)).toBe('refused');
    await expect.poll(() => stateNow().parked).toEqual({ default: 1 });
    group.wrongKey('default', false);
    expect(await group.replay()).toBe(1);
    await expect.poll(() => standingOf(number)).toBe('delivered');
    await expect.poll(() => stateNow().parked).toEqual({});
  });

  it('the same event twice is shown once: the page knows the repeat', async () => {
    const number = stateNow().traces.size + 1;
    const Sns = { Type: 'Notification', MessageId: 'm-1', Message: '一次', TopicArn: TOPIC };
    const event = { Records: [{ EventSource: 'aws:sns', Sns }] };
    await group.send({ event, via: 'paste', label: '' });
    await group.send({ event, via: 'paste', label: '' });
    await expect.poll(() => standingOf(number)).toBe('delivered');
    expect(standingOf(number + 1)).toBe('duplicate');
  });

  it('what the function throws is told', async () => {
    const number = stateNow().traces.size + 1;
    await group.send({ event: { key1: 'nobody knows' }, via: 'paste', label: '' });
    expect(standingOf(number)).toBe('failed');
    expect(stateNow().traces.get(number)?.answer?.text).toContain('key1');
  });

  it('freshen: an old event happens now', async () => {
    const time = '2020-01-01T00:00:00Z';
    const old = { source: 'aws.ec2', 'detail-type': 'x', time, id: 'i', detail: {}, resources: [] };
    const fresh = await group.freshen({ version: '0', account: '111122223333', region: 'ap-southeast-1', ...old });
    expect(fresh).not.toMatchObject({ time });
  });

  it('an alarm that was sent stays in ALARM, and is taken by the link in its message', async () => {
    const event = await group.freshen(alarmEvent('链路告警'));
    await group.send({ event, via: 'sample', label: '' });
    const told = (words: string) =>
      stateNow()
        .messages.map(({ message }) => JSON.stringify(message))
        .findLast((text) => text.includes(words)) ?? '';
    await expect.poll(() => told('| 链路告警 |')).toMatch(LINK);
    const [, path = ''] = LINK.exec(told('| 链路告警 |')) ?? [];
    const visit = (method: string, body = '') => {
      const request = { method, url: path, headers: { host: '127.0.0.1:8787' } };
      return group.visit(toHttpApiEvent(request, Buffer.from(body), Date.now()));
    };
    expect(await visit('GET')).toMatchObject({
      statusCode: 200,
      body: expect.stringContaining('<h1>链路告警</h1>'),
    });
    expect(await visit('POST', 'who=%E7%8E%8B%E8%8A%B3&for=4h')).toMatchObject({
      statusCode: 200,
      body: expect.stringContaining('王芳 处理中'),
    });
    await expect.poll(() => told('王芳 来处理，到')).toContain('链路告警');
  });
});
