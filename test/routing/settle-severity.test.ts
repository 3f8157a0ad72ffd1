import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/domain/notification.js';
import type { SeverityRule } from '../../src/routing/rule.js';
import { settledAlarmsBefore, settleSeverity } from '../../src/routing/settle-severity.js';
import { alarmOf, eventOf, recoveryOf } from './drafts.js';

const entry = (over: Partial<SeverityRule>): SeverityRule => ({ name: 'an entry', match: {}, is: 'error', ...over });

/** An alarm about which everybody states something else. */
const STATED = alarmOf(
  { alarmName: 'pay-5xx-P3', facts: { tags: { Severity: 'P2' } } },
  { overrides: { severity: 'critical' }, describedSeverity: 'info' },
);
const without = (...keys: string[]): Draft => {
  const overrides = keys.includes('message') ? {} : STATED.overrides;
  const { describedSeverity, ...rest } = { describedSeverity: undefined, ...STATED };
  const isDescribed = !keys.includes('description') && describedSeverity !== undefined;
  const { facts, ...origin } = rest.origin;
  return {
    ...rest,
    overrides,
    ...(isDescribed && { describedSeverity }),
    origin: keys.includes('tag') ? origin : rest.origin,
  };
};

describe('settleSeverity: the strongest statement decides', () => {
  const forced = entry({ name: 'the lead', is: 'warning', force: true });
  const listed = entry({ name: 'the team', is: 'error' });
  it.each([
    ['a forced entry', STATED, [listed, forced], { severity: 'warning', by: 'forced rule', rule: 'the lead' }],
    ['the message', STATED, [listed], { severity: 'critical', by: 'message' }],
    ['the description', without('message'), [listed], { severity: 'info', by: 'description' }],
    ['a tag', without('message', 'description'), [listed], { severity: 'error', by: 'tag' }],
    [
      'the list',
      without('message', 'description', 'tag'),
      [listed],
      { severity: 'error', by: 'rule', rule: 'the team' },
    ],
    ['the name', without('message', 'description', 'tag'), [], { severity: 'warning', by: 'name' }],
    ['the event itself', alarmOf(), [], { severity: 'critical', by: 'event' }],
  ] as const)('settleSeverity: %s', (_, draft, list, expected) => {
    expect(settleSeverity(draft, list)).toEqual(expected);
  });

  it('settleSeverity: the first entry that applies decides, and looks at the severity that it has without the list', () => {
    const cap = entry({ match: { severity: ['critical'] }, is: 'error', force: true });
    expect(settleSeverity(alarmOf({ alarmName: 'a-P1' }), [cap])).toMatchObject({ severity: 'error' });
    expect(settleSeverity(alarmOf({ alarmName: 'a-P3' }), [cap])).toMatchObject({ severity: 'warning', by: 'name' });
    const both = [entry({ match: { alarmName: ['b*'] }, is: 'info' }), entry({ is: 'warning' })];
    expect(settleSeverity(alarmOf(), both)).toMatchObject({ severity: 'warning' });
  });

  it('settleSeverity: of two tags wecom:severity is the stronger, and a tag that is no grade says nothing', () => {
    const tags = { severity: 'P4', 'wecom:severity': 'high' };
    expect(settleSeverity(alarmOf({ facts: { tags } }))).toEqual({ severity: 'error', by: 'tag' });
    expect(settleSeverity(alarmOf({ facts: { tags: { severity: 'gold' } } }))).toMatchObject({ by: 'event' });
  });

  it('settleSeverity: an alarm without data and good news keep their own, whatever grades the alarm', () => {
    const noData = { ...without('message'), severity: 'info' } as Draft;
    const draft = { ...noData, origin: { ...noData.origin, state: 'INSUFFICIENT_DATA' } };
    expect(settleSeverity(draft, [listed])).toEqual({ severity: 'info', by: 'event' });
    const byState = entry({ match: { state: ['INSUFFICIENT_DATA'] }, is: 'error' });
    expect(settleSeverity(draft, [byState])).toMatchObject({ severity: 'error', by: 'rule' });
    const recovery = recoveryOf(without('message'));
    expect(settleSeverity(recovery, [forced])).toEqual({ severity: 'recovery', by: 'event' });
    expect(settleSeverity(eventOf('codepipeline', 'recovery'), [forced])).toMatchObject({ severity: 'recovery' });
  });

  it('settleSeverity: the list grades events of any service, names and tags only alarms', () => {
    expect(settleSeverity(eventOf('ec2', 'info'), [listed])).toMatchObject({ severity: 'error', by: 'rule' });
    expect(settleSeverity(eventOf('ec2', 'info', { title: '[P1] x' }))).toEqual({ severity: 'info', by: 'event' });
  });
});

describe('settledAlarmsBefore', () => {
  const severities = (draft: Draft, list: readonly SeverityRule[] = []) =>
    settledAlarmsBefore(draft, list).map(({ severity }) => severity);

  it('settledAlarmsBefore: an alarm had the severity that is settled for it', () => {
    expect(severities(recoveryOf(alarmOf()))).toEqual(['critical']);
    expect(severities(recoveryOf(alarmOf({ alarmName: 'a-P2' })))).toEqual(['error']);
    expect(severities(recoveryOf(without('message')))).toEqual(['info']);
    expect(severities(recoveryOf(alarmOf()), [entry({ match: { state: ['ALARM'] }, is: 'warning' })])).toEqual([
      'warning',
    ]);
  });

  it('settledAlarmsBefore: what depended on the words of the alarm leaves several', () => {
    const byText = entry({ match: { text: ['deadlock'] }, is: 'warning' });
    expect(severities(recoveryOf(alarmOf()), [byText])).toEqual(['warning', 'critical']);
  });

  it('settledAlarmsBefore: other good news may have had any bad severity', () => {
    expect(severities(eventOf('rds', 'recovery'))).toEqual(['critical', 'error', 'warning']);
    expect(severities(eventOf('rds', 'recovery'), [entry({ is: 'info', force: true })])).toEqual(['info']);
  });
});
