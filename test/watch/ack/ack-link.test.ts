import { describe, expect, test } from 'vitest';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { wordsOf } from '../../../src/text/words.js';
import { alarmDigest, readAckLink, writeAckLink } from '../../../src/watch/ack/ack-link.js';
import { createAckAddress, withAckLink } from '../../../src/watch/ack/with-ack-link.js';

const ARN = 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:支付网关 5xx';
const AT = Date.UTC(2026, 10, 29, 3, 12, 45, 678);
const TOKENS = [{ token: 'token-one-of-the-test' }, { token: 'token-two-of-the-test', robots: ['dba'] }];

describe('readAckLink', () => {
  const link = writeAckLink(ARN, AT, TOKENS);

  test('reads what writeAckLink wrote, to the second, in whatever order the tokens are', () => {
    expect(link).toMatch(/^[\w-]{28}1$/);
    const read = { alarm: alarmDigest(ARN), at: AT - 678 };
    expect(readAckLink(link, TOKENS)).toEqual(read);
    expect(readAckLink(link, TOKENS.toReversed())).toEqual(read);
  });

  test('reads none with other tokens, fewer, or none at all', () => {
    for (const tokens of [[{ token: 'token-of-another' }], TOKENS.slice(0, 1), TOKENS.slice(1), []])
      expect(readAckLink(link, tokens)).toBeUndefined();
    expect(readAckLink(writeAckLink(ARN, AT, []), [])).toBeUndefined();
  });

  test('reads none of which any character was changed, or that is longer or shorter', () => {
    const changed = [...link].map((sign, at) => link.slice(0, at) + (sign === 'A' ? 'B' : 'A') + link.slice(at + 1));
    for (const forged of [...changed, '', link.slice(1), `${link}1`, ` ${link}`])
      expect(readAckLink(forged, TOKENS)).toBeUndefined();
  });
});

describe('withAckLink', () => {
  const topics = ['arn:aws:sns:ap-southeast-1:111122223333:ops', 'arn:aws:sns:us-east-1:444455556666:theirs'];
  const address = createAckAddress({
    url: 'https://door.example.com',
    topics,
    region: 'ap-southeast-1',
    tokens: () => TOKENS,
  });
  const told = (changed: object = {}, origin: object = {}): Notification => ({
    kind: 'rendered',
    id: 'a',
    renderer: 'cloudwatch-alarm',
    severity: 'critical',
    status: '告警',
    title: '支付网关 5xx',
    where: '',
    fields: [],
    occurredAt: AT,
    robot: 'default',
    format: 'text',
    mentions: NOBODY,
    ...changed,
    origin: {
      source: 'sns',
      state: 'ALARM',
      alarmName: '支付网关 5xx',
      facts: { resources: [ARN, '支付网关 5xx'] },
      ...origin,
    },
  });
  const linkIn = (one: Notification, make = address): unknown => {
    const written = withAckLink(one, make, wordsOf('zh-CN'));
    return written.kind === 'rendered' ? written.fields[0] : undefined;
  };

  test('a red alarm of this account has one', () => {
    expect(linkIn(told())).toEqual({
      label: '我来处理',
      value: `https://door.example.com/ack/${writeAckLink(ARN, AT, TOKENS)}`,
    });
  });

  test.each([
    ['a recovery', told({ severity: 'recovery' }, { state: 'OK' })],
    ['an orange one', told({ severity: 'warning' })],
    ['what came by the door', told({}, { source: 'http' })],
    ['no alarm of CloudWatch', told({}, { alarmName: undefined })],
    ['another account', told({}, { facts: { resources: [ARN.replace('1111', '9999')] } })],
    ['a region that nobody reads', told({}, { facts: { resources: [ARN.replace('ap-southeast-1', 'eu-west-1')] } })],
  ])('none: %s', (_, one) => {
    expect(linkIn(one)).toBeUndefined();
  });

  test('none without a door, and none as long as the tokens were not read: a message waits for nothing', () => {
    const parts = { url: 'https://door.example.com', topics, region: 'ap-southeast-1', tokens: () => TOKENS };
    expect(linkIn(told(), createAckAddress({ ...parts, url: '' }))).toBeUndefined();
    expect(linkIn(told(), createAckAddress({ ...parts, tokens: () => [] }))).toBeUndefined();
  });
});
