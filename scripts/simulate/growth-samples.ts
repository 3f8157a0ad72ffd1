import { alarmBySns } from '../../local/samples/alarm-events.js';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { arrayAt } from '../../src/base/json.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Draft, Notification } from '../../src/domain/notification.js';
import type { Rule } from '../../src/routing/rule.js';

/** The time of each of them, milliseconds since 1970. */
export const AT = Date.UTC(2026, 10, 1);

/** Returns the numbers from 0, so many. */
export const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Returns an event of SNS with so many alarms. */
export function eventOf(count: number): object {
  return {
    Records: range(count).flatMap((number) => arrayAt(alarmBySns({ name: `支付网关 ${number}`, at: AT }), 'Records')),
  };
}

/** Returns an alarm as its renderer leaves it. */
export function draftOf(
  number: number,
  details = '五分钟内超过阈值。请先看发布记录。',
): Extract<Draft, { kind: 'rendered' }> {
  return {
    kind: 'rendered',
    id: `alarm:${number}`,
    renderer: 'cloudwatch-alarm',
    severity: 'critical',
    status: '告警',
    title: `告警 ${number}：支付网关 5xx > 10`,
    where: '生产 ap-southeast-1',
    fields: [{ label: '当前值', value: String(number) }],
    details,
    occurredAt: AT,
    origin: { source: 'sns', account: '111122223333', region: 'ap-southeast-1', alarmName: `支付网关-${number}` },
    overrides: {},
  };
}

/** Returns an alarm for one of so many robots. */
export function notificationOf(number: number, robots = 1, details?: string): Notification {
  const { overrides: _, ...draft } = draftOf(number, details);
  return { ...draft, robot: `group-${number % robots}`, mentions: NOBODY, format: 'text' };
}

/** Returns a caller's own text, which is divided if it is long. */
export function writtenOf(number: number, bytes: number): Notification {
  const { id, renderer, severity, occurredAt, origin } = draftOf(number);
  const body = textOf(bytes);
  return {
    kind: 'written',
    title: '',
    body,
    id,
    renderer,
    severity,
    occurredAt,
    origin,
    robot: 'default',
    mentions: NOBODY,
    format: 'text',
  };
}

/** Returns so many alarms for so many robots. */
export const notifications = (count: number, robots = 1): readonly Notification[] =>
  range(count).map((number) => notificationOf(number, robots));

/** Returns so many rules, of which each says much and none matches. */
export const rulesOf = (count: number): readonly Rule[] =>
  range(count).map((number) => ({
    name: `rule ${number}`,
    match: {
      severity: ['critical'],
      account: ['111122223333'],
      alarmName: [`*a*b*${number}-*`],
      text: [`word-${number}`],
    },
    robots: ['dba'],
  }));

/** A sentence of a log, in two languages. */
export const LINE = '订单服务在五分钟内有 12 次失败 failed to connect to database。';

/** Returns a text of so many bytes, roughly. */
export const textOf = (bytes: number): string => `${LINE}\n`.repeat(Math.ceil(bytes / Buffer.byteLength(LINE)));

/** Returns fields of so many bytes, roughly. */
export const pairsOf = (bytes: number): object =>
  Object.fromEntries(
    range(Math.ceil(bytes / 64)).map((number) => [
      `field${number}`,
      { state: 'running', value: `${LINE.slice(0, 8)}${number}` },
    ]),
  );

/** Returns a secret with so many robots. */
export const secretOf = (robots: number): string =>
  JSON.stringify({
    robots: Object.fromEntries(
      range(robots).map((number) => [number === 0 ? 'default' : `group-${number}`, sampleKey(number + 1)]),
    ),
  });
