import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/routing/rule.js';
import { toldTo } from '../../src/routing/told-to.js';
import { alarmOf, routingBy } from './drafts.js';

const NOON = Date.UTC(2026, 10, 29, 12);
const told = (rules: readonly Partial<Rule>[]) => toldTo(alarmOf(), routingBy(rules), NOON);

describe('toldTo', () => {
  test('without a rule it is the robot default', () => {
    expect(told([])).toEqual([{ robots: ['default'], severity: 'critical' }]);
  });

  test('each rule has its robots, and a mute keeps them from it until it ends', () => {
    const until = NOON / 60_000 + 1;
    const muted = { robots: ['dba'], mute: { until }, continue: true as const };
    expect(told([muted, { robots: ['ops', 'duty'] }])).toEqual([
      { robots: ['ops', 'duty'], severity: 'critical' },
      { robots: ['dba'], severity: 'critical', mutedBy: { name: 'rule 1', match: {}, ...muted } },
    ]);
    expect(told([{ ...muted, mute: { until: until - 1 } }])).toEqual([{ robots: ['dba'], severity: 'critical' }]);
  });

  test('what a rule drops has no robot', () => {
    expect(told([{ drop: true }])).toEqual([]);
  });
});
