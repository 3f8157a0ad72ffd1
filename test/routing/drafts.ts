import { type Mentions, NOBODY } from '../../src/domain/mentions.js';
import type { Draft } from '../../src/domain/notification.js';
import type { Severity } from '../../src/domain/severity.js';
import type { Routing } from '../../src/routing/route.js';
import { NO_ROUTES, type Routes, type Rule } from '../../src/routing/rule.js';

/** Called on 🔴 by default. */
export const ON_CALL: Mentions = { ...NOBODY, mobiles: ['13800138000'] };

/** Returns a CloudWatch alarm in alarm. */
export function alarmOf(origin: Partial<Draft['origin']> = {}, over: Partial<Draft> = {}): Draft {
  return {
    ...{ kind: 'rendered', id: 'alarm:1', renderer: 'cloudwatch-alarm', severity: 'critical', title: 'an alarm' },
    ...{ status: '告警', where: '', fields: [], occurredAt: 0, overrides: {} },
    origin: { source: 'sns', state: 'ALARM', alarmName: 'pay-5xx', account: '111122223333', ...origin },
    ...over,
  } as Draft;
}

/** Returns the recovery of an alarm. */
export function recoveryOf(alarm: Draft): Draft {
  const facts = { ...alarm.origin.facts, previousState: 'ALARM' };
  return { ...alarm, severity: 'recovery', origin: { ...alarm.origin, state: 'OK', facts } } as Draft;
}

/** Returns an event of a service that is no alarm. */
export function eventOf(renderer: string, severity: Severity, over: Partial<Draft> = {}): Draft {
  return { ...alarmOf(), renderer, severity, origin: { source: 'eventbridge' }, ...over } as Draft;
}

/** Returns the settings of a deployment with these rules. */
export function routingBy(rules: readonly Partial<Rule>[], routes: Partial<Routes> = {}): Routing {
  const named = rules.map((rule, index): Rule => ({ name: `rule ${index + 1}`, match: {}, ...rule }));
  return {
    routes: { ...NO_ROUTES, ...routes, rules: named },
    ...{ format: 'text', timeZone: 'UTC', mentionOnAlarm: ON_CALL },
  };
}
