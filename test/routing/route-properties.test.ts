import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Draft } from '../../src/domain/notification.js';
import { SEVERITIES, type Severity } from '../../src/domain/severity.js';
import { route } from '../../src/routing/route.js';
import type { Checks, Match, Quiet, Rule, SeverityRule } from '../../src/routing/rule.js';
import { alarmOf, eventOf, recoveryOf, routingBy } from './drafts.js';

/** Few values, so that rules match, overlap and shadow each other often. */
const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const BAD = ['critical', 'error', 'warning'] as const satisfies readonly Severity[];

const checks = fc.record(
  {
    severity: some<Severity>(...SEVERITIES),
    state: some('ALARM', 'failed', 'OK'),
    alarmName: some('pay*', '*-P2', '*'),
    account: some('111122223333', '444455556666'),
    text: some('deadlock', '告警'),
    title: some('an*', 'b*'),
    service: some('rds', 'ec2'),
    renderer: some('cloudwatch-alarm', 'rds'),
  },
  { requiredKeys: [] },
) satisfies fc.Arbitrary<Checks>;
const matches: fc.Arbitrary<Match> = fc
  .tuple(checks, fc.option(checks, { nil: undefined, freq: 4 }))
  .map(([match, not]) => ({ ...match, ...(not && { not }) }));

const quiets: fc.Arbitrary<Quiet> = fc
  .record({ from: fc.nat(1439), to: fc.nat(1440), isOther: fc.boolean() })
  .map(({ isOther, ...hours }) => ({ ...hours, ...(isOther && { call: { ...NOBODY, people: ['赵敏'] } }) }));
const rules: fc.Arbitrary<Partial<Rule>> = fc
  .record({
    match: matches,
    robots: fc.uniqueArray(fc.constantFrom('dba', 'ops', 'pay'), { maxLength: 2 }),
    goesOn: fc.boolean(),
    isDrop: fc.constantFrom(false, false, false, true),
    quiet: fc.array(quiets, { maxLength: 2 }),
    muted: fc.constantFrom(0, 0, 0, 1, 1_000_000_000),
  })
  .map(({ goesOn, isDrop, muted, ...rule }) => ({
    ...rule,
    mentions: { ...NOBODY, people: ['王芳'] },
    ...(goesOn && { continue: true }),
    ...(isDrop && { drop: true }),
    ...(muted && { mute: { until: muted } }),
  }));
const lists: fc.Arbitrary<readonly SeverityRule[]> = fc.array(
  fc
    .record({
      match: matches,
      is: fc.constantFrom<Severity>('critical', 'error', 'warning', 'info'),
      force: fc.boolean(),
    })
    .map(({ force, ...entry }) => ({ name: 'an entry', ...entry, ...(force && { force }) })),
  { maxLength: 3 },
);
const ruleSets = fc.array(rules, { maxLength: 6 });

const alarms: fc.Arbitrary<Draft> = fc
  .record({
    alarmName: fc.constantFrom('pay-5xx', 'pay-5xx-P2', 'disk[warning]'),
    account: fc.constantFrom('111122223333', '444455556666'),
    described: fc.option(fc.constantFrom<Severity>(...BAD), { nil: undefined }),
    details: fc.constantFrom('deadlock', 'nothing'),
    robot: fc.option(fc.constant('dba'), { nil: undefined, freq: 8 }),
  })
  .map(({ alarmName, account, described, details, robot }) =>
    alarmOf({ alarmName, account, facts: { namespaces: ['AWS/RDS'] } }, {
      ...{ details, overrides: robot ? { robot } : {} },
      ...(described && { describedSeverity: described }),
    } as Partial<Draft>),
  );
const events: fc.Arbitrary<Draft> = fc
  .record({ severity: fc.constantFrom(...BAD), details: fc.constantFrom('deadlock', 'nothing') })
  .map(({ severity, details }) =>
    eventOf('rds', severity, { details, origin: { source: 'eventbridge', state: 'failed' } } as Partial<Draft>),
  );
const moments = fc.nat(1_900_000_000_000);

/** Whether a rule of the set says of recoveries that they are not shown: then that is what happens. */
const dropsRecoveries = (all: readonly Partial<Rule>[]) =>
  all.some(({ drop, match }) => drop && (match?.severity?.includes('recovery') || match?.state !== undefined));

const robotsOf = (draft: Draft, routing: Parameters<typeof route>[1], now: number) =>
  route(draft, routing, now).notifications.map(({ robot }) => robot);

describe('route: for any rules', () => {
  it.each([
    ['a CloudWatch alarm', alarms, recoveryOf],
    [
      'any other event',
      events,
      (draft: Draft) => ({ ...recoveryOf(draft), details: 'all is well', origin: { source: 'eventbridge' } }) as Draft,
    ],
  ])('route: the recovery of %s reaches every robot that it reached, once each', (_, drafts, recover) => {
    fc.assert(
      fc.property(drafts, ruleSets, lists, moments, (draft, set, severity, now) => {
        fc.pre(!dropsRecoveries(set));
        const routing = routingBy(set, { severity });
        const recovered = robotsOf(recover(draft), routing, now);
        expect(new Set(recovered).size).toBe(recovered.length);
        expect(recovered).toEqual(expect.arrayContaining([...robotsOf(draft, routing, now)]));
      }),
      { numRuns: 400 },
    );
  });

  it('route: a recovery calls nobody unless a rule names recoveries or their state', () => {
    fc.assert(
      fc.property(alarms, ruleSets, moments, (draft, set, now) => {
        fc.pre(!set.some(({ match }) => match?.severity?.includes('recovery') || match?.state?.includes('OK')));
        for (const { mentions } of route(recoveryOf(draft), routingBy(set), now).notifications)
          expect(mentions).toEqual(NOBODY);
      }),
    );
  });

  it('route: hours decide who is called, never which robot is told', () => {
    fc.assert(
      fc.property(fc.oneof(alarms, events), ruleSets, moments, moments, (draft, set, one, other) => {
        const unmuted = set.map(({ mute: _, ...rule }) => rule);
        const routing = routingBy(unmuted);
        expect(robotsOf(draft, routing, one)).toEqual(robotsOf(draft, routing, other));
        expect(robotsOf(recoveryOf(draft), routing, one)).toEqual(robotsOf(recoveryOf(draft), routing, other));
        const always = routingBy(unmuted.map(({ quiet: _, ...rule }) => rule));
        expect(robotsOf(draft, routing, one)).toEqual(robotsOf(draft, always, one));
      }),
    );
  });

  it('route: the severity that is settled is that of every notification', () => {
    fc.assert(
      fc.property(fc.oneof(alarms, events), ruleSets, lists, (draft, set, severity) => {
        const routed = route(draft, routingBy(set, { severity }), 0);
        for (const one of routed.notifications) expect(one.severity).toBe(routed.severity.severity);
      }),
    );
  });
});
