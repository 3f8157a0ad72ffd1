import { describe, expect, it } from 'vitest';
import { createAttribution } from '../../../local/group/attribution.js';
import type { GroupEntry, Happening, ReadNotification } from '../../../local/group/entry.js';
import { createFeed } from '../../../local/group/feed.js';
import { createGroupIds } from '../../../local/group/ids.js';
import { countByRobot, itemsOfBatch, replayParked } from '../../../local/group/queue.js';
import { STORM_SIZE, stormEvents } from '../../../local/group/storm.js';
import { createTroubles } from '../../../local/group/troubles.js';
import { LiveQueue } from '../../../local/sqs/live-queue.js';
import { fifoQueueSettings } from '../../../local/sqs/settings.js';
import { createFaultPlan } from '../../../local/wecom/faults.js';
import { HEARTBEAT_GROUP, writeHeartbeat } from '../../../src/domain/heartbeat.js';
import { writeQueueBody } from '../../../src/queue/message/queue-body.js';
import { createFakeClock } from '../../support/fake-clock.js';

const SETTINGS = { language: 'zh-CN', format: 'text', speed: 1 } as const;
const GROUP: Happening = { kind: 'group', robots: ['default'], people: {}, timeZone: 'UTC', settings: SETTINGS };
const received = (trace: number): Happening => ({ kind: 'received', trace, via: 'paste', label: '' });
const read: ReadNotification = {
  ...{ id: 'a', renderer: 'text', source: 'sns', severity: 'info', title: '', status: '', where: '', occurredAt: 0 },
  ...{ robot: 'default', format: 'text', mentions: { all: false, mobiles: [], userIds: [], people: [] } },
};

describe('createFeed', () => {
  it('whoever comes later is told the same, in order, from where he left', () => {
    const feed = createFeed(() => 7);
    for (const happening of [GROUP, received(1), received(2)]) feed.add(happening);
    expect(feed.since(0).map(({ seq, kind, at }) => [seq, kind, at])).toEqual([
      [1, 'group', 7],
      [2, 'received', 7],
      [3, 'received', 7],
    ]);
    expect(feed.since(2)).toHaveLength(1);
  });

  it('a new group makes it forget; numbers go on', () => {
    const feed = createFeed(() => 0);
    for (const happening of [GROUP, received(1), GROUP]) feed.add(happening);
    expect(feed.since(0).map(({ seq }) => seq)).toEqual([3]);
  });

  it('it keeps the group and the newest 10,000', () => {
    const feed = createFeed(() => 0);
    feed.add(GROUP);
    for (let trace = 1; trace <= 11_000; trace++) feed.add(received(trace));
    const kept = feed.since(0);
    expect(kept).toHaveLength(10_000);
    expect([kept[0]?.kind, kept.at(-1)?.seq]).toEqual(['group', 11_001]);
  });

  it('listeners hear until they leave', () => {
    const feed = createFeed(() => 0);
    const heard: GroupEntry[] = [];
    const leave = feed.onEntry((entry) => heard.push(entry));
    feed.add(GROUP);
    leave();
    feed.add(received(1));
    expect(heard).toHaveLength(1);
  });
});

describe('createAttribution', () => {
  it('lines are about what was posted since the lines before', () => {
    const { posted, reported } = createAttribution();
    posted('default', 1, 1);
    posted('dba', 2, 2);
    expect(reported('default')).toEqual({ attempts: [1], shown: [1] });
    expect(reported('default')).toEqual({ attempts: [1], shown: [1] });
    posted('default', 3);
    posted('default', 4, 3);
    expect(reported('default')).toEqual({ attempts: [3, 4], shown: [3] });
    expect(reported('dba')).toEqual({ attempts: [2], shown: [2] });
    expect(reported('nobody')).toEqual({ attempts: [], shown: [] });
  });
});

describe('createGroupIds', () => {
  it('what came within five minutes is a repeat, for the same robot and part', async () => {
    const clock = createFakeClock();
    const ids = createGroupIds(clock.now);
    expect(ids.note(1, [read, { ...read, robot: 'dba' }]).map(({ duplicateOf }) => duplicateOf)).toEqual([
      undefined,
      undefined,
    ]);
    await clock.advance(299_999);
    expect(ids.note(2, [read])[0]?.duplicateOf).toBe(1);
    await clock.advance(1);
    expect(ids.note(3, [read])[0]?.duplicateOf).toBeUndefined();
    expect(ids.traceOf(read)).toBe(3);
  });

  it('a robot that nobody knows: the id alone decides', () => {
    const ids = createGroupIds(() => 0);
    ids.note(1, [{ ...read, robot: 'nobody' }]);
    expect(ids.traceOf({ id: 'a', robot: 'default' })).toBe(1);
    expect(ids.traceOf({ id: 'b', robot: 'default' })).toBeUndefined();
  });
});

describe('stormEvents', () => {
  it('a hundred alarms and recoveries, each another change of state', () => {
    const messages = stormEvents(0).map((event) => JSON.stringify(event));
    expect(messages).toHaveLength(STORM_SIZE);
    expect(new Set(messages.map((one) => /StateChangeTime[^,]*/.exec(one)?.[0])).size).toBe(STORM_SIZE);
    expect(messages.filter((one) => one.includes('NewStateValue\\":\\"OK'))).toHaveLength(20);
    expect(new Set(messages.map((one) => /AlarmName[^,]*/.exec(one)?.[0])).size).toBe(80);
  });
});

describe('createTroubles', () => {
  const troubles = () => {
    const clock = createFakeClock();
    const faults = createFaultPlan(() => 0, clock.now);
    const told: Happening[] = [];
    return { clock, faults, told, ...createTroubles(faults, clock.now, (one) => told.push(one)) };
  };

  it('outage: -1 for thirty seconds, or until it is ended', async () => {
    const { clock, faults, outage } = troubles();
    outage(true);
    expect(faults.take('default')).toBe(-1);
    await clock.advance(29_999);
    expect(faults.take('dba')).toBe(-1);
    await clock.advance(1);
    expect(faults.take('default')).toBeUndefined();
    outage(true);
    outage(false);
    expect(faults.take('default')).toBeUndefined();
  });

  it('wrongKey: 93000 to this robot, and an outage that goes on beside it', () => {
    const { faults, outage, wrongKey, told } = troubles();
    outage(true);
    wrongKey('dba', true);
    expect([faults.take('dba'), faults.take('default')]).toEqual([93000, -1]);
    wrongKey('dba', false);
    expect(faults.take('dba')).toBe(-1);
    expect(told.at(-1)).toMatchObject({ kind: 'trouble', wrongKeys: [] });
  });
});

describe('the queue as the page sees it', () => {
  const { id, title, occurredAt, robot, mentions } = read;
  const body = writeQueueBody({
    queuedAt: 0,
    notification: {
      ...{ id, title, occurredAt, robot, mentions, renderer: 'text', kind: 'written', body: '一' },
      ...{ severity: 'info', format: 'text', origin: { source: 'sns' } },
    },
  });
  const queues = () => {
    const clock = createFakeClock();
    const queue = (name: string) => new LiveQueue(fifoQueueSettings({ name }), clock);
    return { queue: queue('q.fifo'), dead: queue('d.fifo') };
  };
  const message = (groupId: string, dedupId: string) => ({ body, groupId, dedupId, attributes: {} });

  it('countByRobot: by names, as they were before they became group ids', () => {
    const { queue } = queues();
    queue.send(message(encodeURIComponent('支付'), '1'));
    queue.send(message(encodeURIComponent('支付'), '2'));
    queue.send(message('dba', '3'));
    expect(countByRobot(queue)).toEqual({ 支付: 2, dba: 1 });
  });

  it('countByRobot, itemsOfBatch: heartbeats are no messages of the group', () => {
    const { queue } = queues();
    queue.send(message(HEARTBEAT_GROUP, '1'));
    expect(countByRobot(queue)).toEqual({});
    expect(itemsOfBatch({ Records: [{ body: writeHeartbeat({ at: 0 }) }, { body }] }, () => 5)).toEqual([
      { id: 'a', robot: 'default', receiveCount: 1, trace: 5 },
    ]);
  });

  it('replayParked: everything goes back, though SQS saw it minutes ago', async () => {
    const { queue, dead } = queues();
    queue.send(message('dba', '1'));
    for (const { receiptHandle } of await queue.receive({ max: 1 })) queue.delete(receiptHandle);
    for (let n = 0; n < 12; n++) dead.send(message('dba', String(n)));
    expect(await replayParked(dead, queue)).toBe(12);
    expect([countByRobot(queue), countByRobot(dead)]).toEqual([{ dba: 12 }, {}]);
  });

  it('itemsOfBatch: whose they are, and how often they were handed out', () => {
    const event = { Records: [{ body, attributes: { ApproximateReceiveCount: '2' } }, { body: 'unreadable' }] };
    expect(itemsOfBatch(event, ({ id }) => (id === 'a' ? 5 : undefined))).toEqual([
      { id: 'a', robot: 'default', receiveCount: 2, trace: 5 },
      { id: '', robot: '', receiveCount: 1 },
    ]);
  });
});
