/** Measures the decisions for some notifications, and for ten times as many. */

import { DEFAULT_TIME_ZONE } from '../../../src/base/time-zone.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { wordsOf } from '../../../src/text/words.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { merge } from '../../../src/wecom/compose/merge.js';
import { split } from '../../../src/wecom/compose/split.js';
import { drainer } from './drainer.js';

const TIMES = 10;
const ROUNDS = 25;
/** Least time of each round of the few, so that the clock can measure it. */
const MIN_ROUND_MS = 8;

const words = wordsOf('zh-CN');

/** Milliseconds, a value for each round; `many` is ten times `few`, which is `count` notifications. */
export interface ScalingTimes {
  readonly count: number;
  readonly few: readonly number[];
  readonly many: readonly number[];
}

function alarm(number: number, name: string): Notification {
  return {
    kind: 'rendered',
    id: `alarm:${number}`,
    renderer: 'cloudwatch-alarm',
    severity: number % 3 === 0 ? 'recovery' : 'critical',
    status: '告警',
    title: name,
    where: '生产 ap-southeast-1',
    fields: [
      { label: '指标', value: 'HTTPCode_Target_5XX_Count' },
      { label: '当前值', value: String(number) },
    ],
    details: '五分钟内超过阈值。请先看发布记录。',
    occurredAt: number * 1000,
    origin: { source: 'sns', account: '111122223333', region: 'ap-southeast-1' },
    robot: 'default',
    mentions: { ...NOBODY, mobiles: ['13800138000'] },
    format: 'text',
  };
}

const different = (count: number) => Array.from({ length: count }, (_, i) => alarm(i, `告警 ${i}：支付网关 5xx > 10`));
const alike = (count: number) => Array.from({ length: count }, (_, i) => alarm(i, '支付网关 5xx > 10'));
const parts = (count: number) =>
  different(count).map((notification, index) => ({ ...notification, part: { number: 1, of: index + 1 } }));
const merged = (notifications: readonly Notification[]) =>
  merge(
    notifications.map((notification) => ({ notification, whom: '@王芳' })),
    words,
    DEFAULT_TIME_ZONE,
  );

interface Work {
  readonly few: number;
  /** Makes the work for `count` notifications, which is done several times. */
  readonly make: (count: number) => () => unknown;
}

const WORK: Readonly<Record<string, Work>> = {
  splitting: {
    few: 100,
    make: (count) => {
      const text = '很长的一行文字，写给所有人看。\n'.repeat(count * 10);
      return () => [...split(text, 2000, false)].length;
    },
  },
  'splitting markdown': {
    few: 100,
    make: (count) => {
      const text = '**很长**的一行文字，写给 [所有人](https://example.com) 看。\n'.repeat(count * 10);
      return () => [...split(text, 4000, true)].length;
    },
  },
  'composing messages': {
    few: 100,
    make: (count) => {
      const notifications = different(count);
      return () => notifications.map((notification) => compose(notification, words));
    },
  },
  'merging different alarms': {
    few: 100,
    make: (count) => {
      const notifications = different(count);
      return () => merged(notifications);
    },
  },
  'merging one alarm': {
    few: 100,
    make: (count) => {
      const notifications = alike(count);
      return () => merged(notifications);
    },
  },
  'draining, merged': { few: 100, make: (count) => drainer(different(count), words) },
  // A batch of a FIFO queue has at most ten messages, so this is ten times more than possible.
  'draining, each alone': { few: 10, make: (count) => drainer(parts(count), words) },
};

/** Resolves to the milliseconds for doing it `times` times. */
async function timeOf(work: () => unknown, times: number): Promise<number> {
  const startedAt = performance.now();
  for (let count = 0; count < times; count++) await work();
  return performance.now() - startedAt;
}

export async function handler(): Promise<Readonly<Record<string, ScalingTimes>>> {
  const results: Record<string, ScalingTimes> = {};
  for (const [name, { few: count, make }] of Object.entries(WORK)) {
    const [few, many] = [make(count), make(count * TIMES)];
    await timeOf(many, 2);
    const repeats = Math.ceil(MIN_ROUND_MS / (await timeOf(few, TIMES)));
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let round = 0; round < ROUNDS; round++) {
      // Both last equally long, so that noise affects both alike.
      times.few.push((await timeOf(few, repeats * TIMES)) / TIMES);
      times.many.push(await timeOf(many, repeats));
    }
    results[name] = { ...times, count };
  }
  return results;
}
