import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mentions, NOBODY } from '../../src/domain/mentions.js';
import type { Draft, Overrides } from '../../src/domain/notification.js';
import type { Severity } from '../../src/domain/severity.js';
import { type Routing, route as routeAt } from '../../src/routing/route.js';
import { NO_ROUTES, type Rule } from '../../src/routing/rule.js';
import { alarmOf } from './drafts.js';

const ON_CALL: Mentions = { ...NOBODY, mobiles: ['13800138000'] };
const DEFAULTS: Routing = { routes: NO_ROUTES, format: 'text', timeZone: 'UTC', mentionOnAlarm: ON_CALL };

const route = (draft: Draft, routing: Routing) => routeAt(draft, routing, 0).notifications;

const base = {
  id: 'eb:1',
  renderer: 'generic',
  title: 'a title',
  occurredAt: 0,
  origin: { source: 'eventbridge' },
} as const;
const rendered = (severity: Severity, overrides: Overrides = {}): Draft => ({
  ...base,
  kind: 'rendered',
  severity,
  status: 'a status',
  where: '',
  fields: [],
  overrides,
});
const written = (overrides: Overrides = {}): Draft => ({
  ...base,
  kind: 'written',
  severity: 'error',
  body: 'a body',
  overrides,
});

describe('route', () => {
  it('route: without overrides a draft goes to the robot default in the default format', () => {
    expect(route(written(), DEFAULTS)).toEqual([
      {
        ...base,
        kind: 'written',
        severity: 'error',
        body: 'a body',
        robot: 'default',
        format: 'text',
        mentions: NOBODY,
      },
    ]);
  });

  it.each([
    ['critical', ON_CALL],
    ['error', ON_CALL],
    ['warning', NOBODY],
    ['info', NOBODY],
    ['recovery', NOBODY],
  ] as const)(
    'route: an AWS event of severity %s mentions by itself who MENTION_ON_ALARM says on 🔴 only',
    (severity, who) => {
      expect(route(rendered(severity), DEFAULTS)[0]?.mentions).toEqual(who);
    },
  );

  it("route: a caller's message mentions only whom the caller names", () => {
    expect(route(written(), DEFAULTS)[0]?.mentions).toEqual(NOBODY);
    const mentions = { ...NOBODY, all: true };
    expect(route(written({ mentions }), DEFAULTS)[0]?.mentions).toEqual(mentions);
  });

  it('route: overrides are stronger than defaults', () => {
    const [routed] = route(
      rendered('error', { robot: 'dba', format: 'markdown', mentions: NOBODY, severity: 'info' }),
      DEFAULTS,
    );
    expect(routed).toMatchObject({ robot: 'dba', format: 'markdown', mentions: NOBODY, severity: 'info' });
    expect(routed).not.toHaveProperty('overrides');
  });

  const rule = (over: Partial<Rule>): Rule => ({ name: 'a rule', match: {}, ...over });
  const routing = (...rules: Rule[]): Routing => ({ ...DEFAULTS, routes: { ...NO_ROUTES, rules } });
  const WANG: Mentions = { ...NOBODY, people: ['王芳'] };

  it.each([
    ['no rule', [], {}, { robot: 'default', mentions: ON_CALL, format: 'text' }],
    [
      'the first rule that matches decides',
      [rule({ match: { renderer: ['rds'] }, robots: ['x'] }), rule({ robots: ['dba'] }), rule({ robots: ['y'] })],
      {},
      { robot: 'dba' },
    ],
    [
      'a rule without robots leaves the robot',
      [rule({ format: 'markdown' })],
      {},
      { robot: 'default', format: 'markdown', mentions: ON_CALL },
    ],
    ["a rule's mentions replace the default", [rule({ mentions: WANG })], {}, { mentions: WANG }],
    [
      'the message is stronger than the rule',
      [rule({ robots: ['dba'], mentions: WANG, format: 'markdown' })],
      { robot: 'ops', mentions: NOBODY, format: 'text' },
      { robot: 'ops', mentions: NOBODY, format: 'text' },
    ],
    ['a message that names its robot is not dropped', [rule({ drop: true })], { robot: 'ops' }, { robot: 'ops' }],
  ] as const)('route: %s', (_, rules, overrides, expected) => {
    expect(route(rendered('error', overrides), routing(...rules))).toMatchObject([expected]);
  });

  it('route: several robots get one notification each', () => {
    const robots = route(rendered('error'), routing(rule({ robots: ['dba', 'ops', 'dba'] }))).map(({ robot }) => robot);
    expect(robots).toEqual(['dba', 'ops']);
  });

  it('route: a rule that drops leaves nothing and says which it was', () => {
    const dropping = rule({ drop: true });
    expect(routeAt(rendered('error'), routing(dropping), 0)).toMatchObject({ notifications: [], rule: dropping });
  });

  it('route: a recovery wakes somebody only where the rule names recoveries', () => {
    const mentionsFor = (match: Rule['match']) =>
      route(rendered('recovery'), routing(rule({ match, mentions: WANG })))[0]?.mentions;
    expect(mentionsFor({})).toEqual(NOBODY);
    expect(mentionsFor({ severity: ['error'] })).toEqual(NOBODY);
    expect(mentionsFor({ severity: ['recovery', 'error'] })).toEqual(WANG);
  });

  it('route: in quiet hours it is shown and nobody is mentioned', () => {
    const quiet = rule({ mentions: WANG, quiet: { from: 0, to: 24 * 60, timeZone: 'UTC' } });
    expect(route(rendered('critical'), routing(quiet))).toMatchObject([{ robot: 'default', mentions: NOBODY }]);
  });

  it('route: who is on call is mentioned beside those whom the rule names, a mobile as a mobile', () => {
    const rotate = { people: ['13800138000'], every: 'day', startDay: 0, handOver: 0 } as const;
    expect(route(rendered('error'), routing(rule({ mentions: WANG, rotate })))[0]?.mentions).toEqual({
      ...WANG,
      mobiles: ['13800138000'],
    });
  });

  it.each([
    ['UTC', ON_CALL, '王芳'],
    ['Asia/Shanghai', NOBODY, '李雷'],
  ])("route: turns and quiet hours that name no zone are the deployment's, %s", (timeZone, mentions, onCall) => {
    const lateEvening = Date.parse('1970-01-01T23:00:00Z');
    const quiet = rule({ quiet: { from: 7 * 60, to: 8 * 60 } });
    expect(routeAt(rendered('error'), { ...routing(quiet), timeZone }, lateEvening).notifications).toMatchObject([
      { mentions },
    ]);
    const rotate = rule({ rotate: { people: ['王芳', '李雷'], every: 'day', startDay: 0, handOver: 0 } });
    expect(routeAt(rendered('error'), { ...routing(rotate), timeZone }, lateEvening).notifications).toMatchObject([
      { mentions: { people: [onCall] } },
    ]);
  });

  it.each([
    [{ source: ['eventbridge'] }, true],
    [{ source: ['sns'] }, false],
    [{ severity: ['error'] }, true],
    [{ state: ['alarm'] }, true],
    [{ account: ['111122223333'] }, true],
    [{ region: ['cn-north-1'] }, false],
    [{ alarmName: ['支付*'] }, true],
    [{ alarmName: ['pay*', '*5xx'] }, true],
    [{ topic: ['*'] }, false],
    [{ labels: { team: ['dba'] } }, true],
    [{ labels: { team: ['d?a'], env: ['prod'] } }, false],
    [{ labels: { constructor: ['*'] } }, false],
    [{ source: ['eventbridge'], severity: ['info'] }, false],
  ] as const)('route: a rule that looks at %j takes the alarm: %s', (match, takes) => {
    const origin = {
      source: 'eventbridge',
      account: '111122223333',
      region: 'ap-southeast-1',
      state: 'ALARM',
      alarmName: '支付网关 5xx',
      labels: { team: 'dba' },
    } as const;
    const draft = { ...rendered('error'), origin };
    expect(route(draft, routing(rule({ match, robots: ['dba'] })))[0]?.robot).toBe(takes ? 'dba' : 'default');
  });

  it('route: whatever the rules, a draft that no rule drops reaches at least one robot', () => {
    const some = fc.array(fc.constantFrom('error', 'sns', 'a*', '*', 'x', ''), { maxLength: 3 });
    const match = fc.record(
      { source: some, renderer: some, state: some, alarmName: some, topic: some },
      { requiredKeys: [] },
    );
    const robots = fc.array(fc.constantFrom('dba', 'ops'), { maxLength: 2 });
    const arbitrary = fc.record({ match, robots, drop: fc.constantFrom(true as const, undefined) });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 8 }), fc.nat(4e12), (rules, now) => {
        const made = rules.map(
          ({ drop, ...rest }, index): Rule => ({ name: `rule ${index}`, ...rest, ...(drop && { drop }) }),
        );
        const { notifications, rule: decided } = routeAt(rendered('error'), routing(...made), now);
        if (!decided?.drop) expect(notifications.length).toBeGreaterThan(0);
        for (const { robot } of notifications) expect(robot).not.toBe('');
      }),
    );
  });
});

describe('route: a tool’s own test', () => {
  const test: Draft = { ...alarmOf({}, { severity: 'info' }), ...{ isTest: true, callsNobody: true } } as Draft;

  it('goes where a real alarm would go, calls nobody and says whom that would call', () => {
    const [notification] = route(test, DEFAULTS);
    expect(notification).toMatchObject({ severity: 'info', mentions: NOBODY });
    expect(notification).toMatchObject({ rows: [{ text: '真正的告警会通知：138****8000' }] });
    expect(notification).not.toHaveProperty('isTest');
  });

  it('goes by the rule that takes a real alarm, and says so in the language that is set', () => {
    const people = { ...NOBODY, all: true, people: ['Zhao Min'] };
    const rule: Rule = { name: 'red', match: { severity: ['critical'] }, robots: ['dba'], mentions: people };
    const routing: Routing = { ...DEFAULTS, language: 'en', routes: { ...NO_ROUTES, rules: [rule] } };
    expect(route(test, routing)).toMatchObject([
      { robot: 'dba', mentions: NOBODY, rows: [{ text: 'A real alarm would call: Zhao Min, all' }] },
    ]);
  });

  it('says so if a real alarm would call nobody', () => {
    const [notification] = route(test, { ...DEFAULTS, mentionOnAlarm: NOBODY });
    expect(notification).toMatchObject({ rows: [{ text: '真正的告警不会通知任何人' }] });
  });
});
