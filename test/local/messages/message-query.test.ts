import { describe, expect, it } from 'vitest';
import type { KeptMessage } from '../../../local/group/entry.js';
import { readMessageQuery } from '../../../local/messages/message-query.js';
import { viewOfMessage } from '../../../local/messages/message-view.js';

const AT = Date.parse('2026-11-22T12:03:37Z');
const BASE = 'http://127.0.0.1:8787';

function messageOf(number: number, content: string, more: Partial<KeptMessage> = {}): KeptMessage {
  return {
    ...{ number, robot: 'default', at: AT + number * 1000, notifications: [] },
    message: { msgtype: 'text', text: { content } },
    mentions: { all: false, mobiles: [], userIds: [] },
    wording: { language: 'zh-CN', format: 'text' },
    ...more,
  };
}

const MESSAGES = [
  messageOf(1, '🔴 告警 | 支付网关 5xx', { notifications: [{ id: 'a', severity: 'critical', title: '支付网关 5xx' }] }),
  messageOf(2, '🟢 恢复 | 支付网关 5xx', { robot: 'dba', notifications: [{ id: 'b', severity: 'recovery' }] }),
  messageOf(3, 'Build failed: payment-api #128'),
  messageOf(4, '⏰ 仍在告警 | 磁盘\n🟠 警告', {
    notifications: [
      { id: 'c', severity: 'warning' },
      { id: 'd', severity: 'error' },
    ],
  }),
].map((message) => viewOfMessage(message, BASE));

const found = (query: string): readonly number[] => {
  const { matches } = readMessageQuery(new URLSearchParams(query));
  return MESSAGES.filter(matches).map(({ id }) => id);
};

describe('viewOfMessage', () => {
  it('a message as people read it, its colour, its most severe notification, and its address', () => {
    expect(MESSAGES[3]).toMatchObject({
      ...{ id: 4, at: '2026-11-22T12:03:41.000Z', type: 'text', colour: 'orange', severity: 'error' },
      link: 'http://127.0.0.1:8787/messages/4',
    });
  });

  it('a text that people wrote has no colour', () => {
    expect(MESSAGES[2]).not.toHaveProperty('colour');
    expect(MESSAGES[2]).not.toHaveProperty('severity');
  });
});

describe('readMessageQuery', () => {
  it.each<[string, readonly number[]]>([
    ['', [1, 2, 3, 4]],
    ['robot=dba', [2]],
    ['robot=dba,default', [1, 2, 3, 4]],
    ['severity=critical&severity=error', [1, 4]],
    ['colour=green,orange', [2, 4]],
    ['text=PAYMENT', [3]],
    [`text=${encodeURIComponent('支付')}&text=5xx`, [1, 2]],
    ['since=2', [3, 4]],
    ['since=2026-11-22T20:03:39%2B08:00', [3, 4]],
    ['since=2026-11-22T12:03:39.000Z', [3, 4]],
    ['since=4', []],
    ['since=999999999999999', []],
    [`robot=default&text=${encodeURIComponent('支付')}`, [1]],
  ])('%s: %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it.each([
    ['limit and count are not waited for unless asked', '', { limit: 100, count: 1, waitMs: 0 }],
    ['their largest', 'wait=300&count=1000&limit=1000', { limit: 1000, count: 1000, waitMs: 300_000 }],
    ['wait may be a fraction', 'wait=0.5&count=3&limit=7', { limit: 7, count: 3, waitMs: 500 }],
  ])('%s', (_, query, expected) => {
    expect(readMessageQuery(new URLSearchParams(query))).toMatchObject(expected);
  });

  it.each([
    [
      'txt=a',
      'Cannot read the messages as a parameter must be one of robot, severity, colour, text, since, limit, wait, count: current value is "txt"',
    ],
    [
      'severity=bad',
      'Cannot read the messages as severity must be one of critical, error, warning, info, recovery: current value is "bad"',
    ],
    [
      'colour=blue',
      'Cannot read the messages as colour must be one of red, orange, green, white: current value is "blue"',
    ],
    [
      'since=yesterday',
      'Cannot read the messages as since must be the id of a message or an ISO 8601 time with a zone: current value is "yesterday"',
    ],
    ...['2026-11-22T20:03:39', '2026-11-22', '2026-11-22T20:03:39 08:00', '2026-13-22T20:03:39Z', '-1', ''].map(
      (since) => [
        `since=${since}`,
        `Cannot read the messages as since must be the id of a message or an ISO 8601 time with a zone: current value is "${since}"`,
      ],
    ),
    ['wait=-1', 'Cannot read the messages as wait must be 0 to 300: current value is "-1"'],
    ['wait=', 'Cannot read the messages as wait must be 0 to 300: current value is ""'],
    ['wait=1e2', 'Cannot read the messages as wait must be 0 to 300: current value is "1e2"'],
    ['limit=0', 'Cannot read the messages as limit must be 1 to 1000: current value is "0"'],
    ['limit=5&limit=7', 'Cannot read the messages as limit must be given once: current value is "7"'],
    ['wait=301', 'Cannot read the messages as wait must be 0 to 300: current value is "301"'],
    ['count=0', 'Cannot read the messages as count must be 1 to 1000: current value is "0"'],
    ['limit=1.5', 'Cannot read the messages as limit must be 1 to 1000: current value is "1.5"'],
  ])('%s: %s', (query, message) => {
    expect(() => readMessageQuery(new URLSearchParams(query))).toThrow(message);
  });
});
