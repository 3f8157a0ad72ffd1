/** Measures routing with many rules that do not match: each of them is checked to its last pattern. */

import { NOBODY } from '../../../src/domain/mentions.js';
import type { Draft } from '../../../src/domain/notification.js';
import { route } from '../../../src/routing/route.js';
import type { Rule } from '../../../src/routing/rule.js';

const RULES = 200;
const ROUNDS = 200;
const ROUTINGS_A_ROUND = 100;

const draft: Draft = {
  kind: 'rendered',
  id: 'alarm',
  renderer: 'cloudwatch-alarm',
  severity: 'critical',
  status: '告警',
  title: '支付网关 5xx',
  where: '',
  fields: [],
  occurredAt: 0,
  origin: { source: 'sns', account: '111122223333', alarmName: `${'ab'.repeat(60)}-支付网关-5xx` },
  overrides: {},
};

const rules = Array.from(
  { length: RULES },
  (_, number): Rule => ({
    name: `rule ${number}`,
    match: {
      renderer: ['cloudwatch-alarm'],
      severity: ['critical', 'error'],
      account: ['111122223333'],
      alarmName: [`*a*b*${number}-*`, `ab*${'*b'.repeat(10)}*x${number}`],
    },
    robots: ['dba'],
  }),
);

/** Resolves to the time for one routing in each round, milliseconds. */
export async function handler(): Promise<readonly number[]> {
  const routes = { rules, accounts: {} };
  const routing = { routes, format: 'text', timeZone: 'UTC', mentionOnAlarm: NOBODY } as const;
  return Array.from({ length: ROUNDS }, () => {
    const startedAt = performance.now();
    for (let turn = 0; turn < ROUTINGS_A_ROUND; turn++) route(draft, routing, 0);
    return (performance.now() - startedAt) / ROUTINGS_A_ROUND;
  });
}
