import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Draft } from '../../src/domain/notification.js';
import type { Severity } from '../../src/domain/severity.js';
import { type Routing, route } from '../../src/routing/route.js';
import type { Match, Quiet, Rule } from '../../src/routing/rule.js';
import { alarmOf, eventOf, ON_CALL, recoveryOf, routingBy } from './drafts.js';

const who = (...people: string[]) => ({ ...NOBODY, people });
const told = (draft: Draft, routing: Routing, now = 0) =>
  route(draft, routing, now).notifications.map(({ robot, mentions }) => [
    robot,
    ...mentions.people,
    ...mentions.mobiles,
  ]);
const takes = (match: Match, draft: Draft) => route(draft, routingBy([{ match, robots: ['x'] }]), 0).rule !== undefined;

const until = { until: 60, timeZone: 'UTC' };
const RDS_ALARM = alarmOf({
  facts: {
    eventSource: 'aws.cloudwatch',
    namespaces: ['AWS/RDS'],
    dimensions: { DBInstanceIdentifier: ['orders-db'] },
    resources: ['arn:aws:cloudwatch:us-east-1:111122223333:alarm:disk', 'disk', 'orders-db'],
    tags: { team: 'payments' },
  },
});
const FINDING = eventOf('guardduty', 'error', {
  title: '有人暴力破解',
  origin: {
    source: 'eventbridge',
    facts: { eventSource: 'aws.guardduty', findingTypes: ['UnauthorizedAccess:EC2/SSHBruteForce'], resources: ['i-1'] },
  },
});

describe('route: further keys of match', () => {
  it.each([
    [{ namespace: ['AWS/R*'] }, RDS_ALARM, true],
    [{ namespace: ['AWS/EC2'] }, RDS_ALARM, false],
    [{ dimensions: { DBInstanceIdentifier: ['orders-*'] } }, RDS_ALARM, true],
    [{ dimensions: { DBInstanceIdentifier: ['orders-*'], Role: ['*'] } }, RDS_ALARM, false],
    [{ tags: { team: ['payments', 'data'] } }, RDS_ALARM, true],
    [{ tags: { team: ['data'] } }, RDS_ALARM, false],
    [{ resource: ['orders-db'] }, RDS_ALARM, true],
    [{ title: ['*暴力*'] }, FINDING, true],
    [{ findingType: ['UnauthorizedAccess:*'] }, FINDING, true],
    [{ findingType: ['Recon:*'] }, FINDING, false],
    [{ resource: ['i-?'] }, FINDING, true],
    [{ text: ['暴力'] }, FINDING, true],
    [{ text: ['暴*解'] }, FINDING, true],
    [{ text: ['deadlock'] }, FINDING, false],
    [{ text: ['deadlock'] }, { ...FINDING, details: 'Found a deadlock\nin orders' } as Draft, true],
    [{ service: ['rds'] }, RDS_ALARM, true],
    [{ service: ['RDS'] }, RDS_ALARM, true],
    [{ service: ['cloudwatch'] }, RDS_ALARM, true],
    [{ service: ['ec2'] }, RDS_ALARM, false],
    [{ service: ['rds'] }, eventOf('rds', 'error'), true],
    [{ service: ['guardduty'] }, FINDING, true],
    [
      { service: ['newservice'] },
      eventOf('generic', 'error', { origin: { source: 'eventbridge', facts: { eventSource: 'aws.newservice' } } }),
      true,
    ],
    [{ not: { service: ['rds'] } }, RDS_ALARM, false],
    [{ not: { service: ['ec2'], account: ['444455556666'] } }, RDS_ALARM, true],
    [{ not: { service: ['ec2'], account: ['111122223333'] } }, RDS_ALARM, false],
    [{ not: { region: ['us-east-1'] } }, RDS_ALARM, true],
    [{ service: ['rds'], not: { tags: { team: ['payments'] } } }, RDS_ALARM, false],
  ] as const)('route: a rule that looks at %j', (match, draft, expected) => {
    expect(takes(match, draft)).toBe(expected);
  });
});

describe('route: continue', () => {
  it('route: further rules add deliveries, and the same robot twice is one message with both mentions', () => {
    const routing = routingBy([
      { robots: ['ops'], mentions: who('组长'), continue: true },
      { match: { alarmName: ['other*'] }, robots: ['no'], continue: true },
      { match: { alarmName: ['pay*'] }, robots: ['pay', 'ops'], mentions: who('王芳') },
      { robots: ['never'] },
    ]);
    expect(told(alarmOf(), routing)).toEqual([
      ['ops', '组长', '王芳'],
      ['pay', '王芳'],
    ]);
    expect(route(alarmOf(), routing, 0).rules.map(({ name }) => name)).toEqual(['rule 1', 'rule 3']);
  });

  it('route: a rule that continues is enough if no other takes it', () => {
    expect(told(alarmOf(), routingBy([{ robots: ['ops'], mentions: who('组长'), continue: true }]))).toEqual([
      ['ops', '组长'],
    ]);
  });

  it('route: the first format counts, and each rule has its own quiet hours', () => {
    const always: Quiet = { from: 0, to: 1440 };
    const routing = routingBy([
      { robots: ['ops'], mentions: who('组长'), quiet: always, continue: true },
      { robots: ['ops'], mentions: who('王芳'), format: 'markdown' },
    ]);
    expect(route(alarmOf(), routing, 0).notifications).toMatchObject([
      { robot: 'ops', mentions: who('王芳'), format: 'markdown' },
    ]);
  });

  it('route: a drop ends the search, and drops only what no rule took before', () => {
    const drop: Partial<Rule> = { drop: true };
    const ops: Partial<Rule> = { robots: ['ops'], continue: true };
    expect(told(alarmOf(), routingBy([ops, drop, { robots: ['no'] }]))).toMatchObject([['ops', ...ON_CALL.mobiles]]);
    expect(told(alarmOf(), routingBy([drop, ops]))).toEqual([]);
  });
});

describe('route: whom quiet hours call', () => {
  const quiet = (over: Partial<Quiet>): Routing =>
    routingBy([{ mentions: who('王芳'), quiet: [{ from: 0, to: 480, ...over }] }], {
      rotas: { leads: { people: ['赵敏', '组长'], every: 'day', startDay: 0, handOver: 0 } },
    });
  it.each([
    ['no one', {}, []],
    ['whom they call in the day, if it is among the worst', { except: ['critical'] }, ['王芳']],
    ['no one for less', { except: ['error'] }, []],
    ['others', { call: { ...who('韩梅梅') } }, ['韩梅梅']],
    ['others on call', { call: { ...who('韩梅梅'), rotas: ['leads'] } }, ['韩梅梅', '赵敏']],
    ['the worst let through rather than others', { except: ['critical'], call: who('韩梅梅') }, ['王芳']],
  ] as const)('route: %s', (_, over, people) => {
    expect(told(alarmOf(), quiet(over))).toEqual([['default', ...people]]);
    expect(told(alarmOf(), quiet(over), 12 * 3_600_000)).toEqual([['default', '王芳']]);
  });

  it('route: nobody is called instead of nobody, as for a recovery or a doubt', () => {
    const others = quiet({ call: who('韩梅梅') });
    expect(told(recoveryOf(alarmOf()), others)).toEqual([['default']]);
    expect(told(alarmOf({}, { severity: 'warning', callsNobody: true } as Partial<Draft>), others)).toEqual([
      ['default'],
    ]);
    const text = { kind: 'written', body: 'x', severity: 'warning', callsNobody: true } as Partial<Draft>;
    expect(told(alarmOf({}, text), others)).toEqual([['default']]);
  });

  it('route: the first hours that it is decide', () => {
    const both = [
      { from: 0, to: 1440, days: ['thu'], call: who('韩梅梅') },
      { from: 0, to: 480 },
    ] as const;
    const routing = routingBy([{ mentions: who('王芳'), quiet: both }]);
    expect(told(alarmOf(), routing)).toEqual([['default', '韩梅梅']]);
    expect(told(alarmOf(), routing, 86_400_000)).toEqual([['default']]);
  });
});

describe('route: rotas by name, mutes', () => {
  it('route: rules share a rota', () => {
    const rotas = { pay: { people: ['王芳', '13800138001'], every: 'day', startDay: 0, handOver: 0 } } as const;
    const routing = routingBy([{ rota: ['pay', 'gone'], mentions: who('组长') }], { rotas });
    expect(told(alarmOf(), routing)).toEqual([['default', '组长', '王芳']]);
    expect(told(alarmOf(), routing, 86_400_000)).toEqual([['default', '组长', '13800138001']]);
  });

  it('route: a muted rule shows nothing until then, its recoveries neither, and is a rule like others after', () => {
    const routing = routingBy([{ robots: ['dba'], mute: until }]);
    expect(route(alarmOf(), routing, 0)).toMatchObject({ notifications: [], isMuted: true, rule: { name: 'rule 1' } });
    expect(route(recoveryOf(alarmOf()), routing, 0)).toMatchObject({ notifications: [], isMuted: true });
    expect(told(alarmOf(), routing, 3_600_000)).toMatchObject([['dba', ...ON_CALL.mobiles]]);
  });

  it('route: a rule that is only a mute is over with it', () => {
    const routing = routingBy([
      { match: { alarmName: ['pay*'] }, mute: until },
      { robots: ['pay'], mentions: NOBODY },
    ]);
    expect(told(alarmOf(), routing, 0)).toEqual([]);
    expect(told(alarmOf(), routing, 3_600_000)).toEqual([['pay']]);
  });

  it('route: a mute that only says continue besides is over with it too: nobody hears a message twice', () => {
    const routing = routingBy([
      { match: { alarmName: ['pay*'] }, mute: until, continue: true },
      { robots: ['pay'], mentions: NOBODY },
    ]);
    expect(told(alarmOf(), routing, 3_600_000)).toEqual([['pay']]);
  });

  it('route: a mute leaves out what its rule sends, and nothing else', () => {
    const routing = routingBy([
      { robots: ['ops'], mentions: NOBODY, continue: true },
      { robots: ['dba'], mute: until },
    ]);
    expect(told(alarmOf(), routing)).toEqual([['ops']]);
  });
});

describe('route: a recovery goes where its alarm went', () => {
  it('route: also if rules look at the severity or the state', () => {
    const routing = routingBy([
      { match: { severity: ['critical'] }, robots: ['oncall'] },
      { match: { state: ['ALARM'], severity: ['error'] }, robots: ['team'] },
      { robots: ['all'] },
    ]);
    expect(told(recoveryOf(alarmOf()), routing)).toEqual([['oncall']]);
    expect(told(recoveryOf(alarmOf({ alarmName: 'a-P2' })), routing)).toEqual([['team']]);
    expect(told(recoveryOf(alarmOf({ alarmName: 'a-P3' })), routing)).toEqual([['all']]);
  });

  it('route: the documented example sends the recoveries of RDS where its failures go', () => {
    const routing = routingBy([{ match: { service: ['rds'], severity: ['critical', 'error'] }, robots: ['dba'] }]);
    expect(told(recoveryOf(RDS_ALARM), routing)).toEqual([['dba']]);
    // A warning would have gone to default.
    expect(told(eventOf('rds', 'recovery'), routing)).toEqual([['dba'], ['default']]);
  });

  it('route: where the severity cannot be known, to every robot that a bad one reaches, once each', () => {
    const severities: readonly Severity[] = ['critical', 'error', 'warning', 'info'];
    const routing = routingBy(
      severities.map((severity) => ({ match: { severity: [severity] }, robots: [severity, 'all'] })),
    );
    expect(told(eventOf('codepipeline', 'recovery'), routing)).toEqual([['critical'], ['all'], ['error'], ['warning']]);
  });

  it('route: a rule that looks at words of the alarm may have taken it, and the next too', () => {
    const routing = routingBy([{ match: { text: ['deadlock'] }, robots: ['dba'] }, { robots: ['ops'] }]);
    expect(told(recoveryOf(alarmOf()), routing)).toEqual([['dba'], ['ops']]);
  });

  it('route: words in what an alarm keeps, its title and dimensions, are known of its recovery too', () => {
    const noise = alarmOf({ facts: { dimensions: { Host: ['test-7'] } } }, { title: '噪音' });
    const byText = (text: string, over: Partial<Rule>) =>
      routingBy([{ match: { text: [text] }, ...over }, { robots: ['ops'] }]);
    expect(told(recoveryOf(noise), byText('噪音', { drop: true }))).toEqual([]);
    expect(told(recoveryOf(noise), byText('test-?', { drop: true }))).toEqual([]);
    expect(told(recoveryOf(noise), byText('噪音', { mute: until }))).toEqual([]);
    expect(told(recoveryOf(noise), byText('噪音', { robots: ['dba'] }))).toEqual([['dba']]);
    // Its reason may have had them: the recovery is shown rather than lost.
    expect(told(recoveryOf(noise), byText('deadlock', { drop: true }))).toEqual([['ops']]);
  });

  it('route: a rule that names recoveries calls, adds robots and formats, and takes none away', () => {
    const routing = routingBy([
      { match: { severity: ['recovery'] }, robots: ['wall'], mentions: who('王芳'), format: 'markdown' },
      { robots: ['dba'] },
    ]);
    expect(told(recoveryOf(alarmOf()), routing)).toEqual([['wall', '王芳'], ['dba']]);
    const everywhere = routingBy([{ match: { severity: ['recovery'] }, mentions: who('王芳') }, { robots: ['dba'] }]);
    expect(told(recoveryOf(alarmOf()), everywhere)).toEqual([['dba', '王芳']]);
  });

  it('route: a rule that names the state of a recovery calls, one that names other states does not', () => {
    const naming = (...state: string[]) => routingBy([{ match: { state }, robots: ['x'], mentions: who('王芳') }]);
    expect(told(recoveryOf(alarmOf()), naming('ok'))).toEqual([['x', '王芳'], ['default']]);
    expect(told(recoveryOf(alarmOf()), naming('ALARM', 'OK'))).toEqual([['x', '王芳']]);
    expect(told(recoveryOf(alarmOf()), naming('ALARM'))).toEqual([['x']]);
  });

  it('route: an OK after missing data goes where that went, and where an alarm before it may have gone', () => {
    const routing = routingBy([
      { match: { severity: ['critical'] }, robots: ['duty'] },
      { match: { severity: ['info'] }, robots: ['ops'] },
    ]);
    const okAfter = (previousState?: string) => {
      const ok = recoveryOf(alarmOf({ facts: { tags: {} } }));
      return { ...ok, origin: { ...ok.origin, facts: previousState === undefined ? {} : { previousState } } };
    };
    const missing = alarmOf({ state: 'INSUFFICIENT_DATA' }, { severity: 'info' });
    expect(told(missing, routing)).toEqual([['ops']]);
    expect(told(okAfter('INSUFFICIENT_DATA'), routing)).toEqual([['ops'], ['duty']]);
    expect(told(okAfter('ALARM'), routing)).toEqual([['duty']]);
    expect(told(okAfter(), routing)).toEqual([['duty'], ['ops']]);
  });

  it('route: an OK after missing data has the severity that the list gives that state', () => {
    const severity = [{ name: 'blind', match: { state: ['INSUFFICIENT_DATA'] }, is: 'critical' as const }];
    const routing = routingBy(
      [{ match: { state: ['INSUFFICIENT_DATA'], severity: ['critical'] }, robots: ['ops'] }, { robots: ['rest'] }],
      { severity },
    );
    const ok = recoveryOf(alarmOf({ facts: { previousState: 'INSUFFICIENT_DATA' } }));
    const after = { ...ok, origin: { ...ok.origin, facts: { previousState: 'INSUFFICIENT_DATA' } } };
    expect(told(after, routing)).toEqual([['ops'], ['rest']]);
  });

  it('route: a rule that names recoveries drops them; one that drops the alarm too', () => {
    const drop = (match: Match) => routingBy([{ match, drop: true }, { robots: ['dba'] }]);
    expect(told(recoveryOf(alarmOf()), drop({ severity: ['recovery'] }))).toEqual([]);
    expect(told(recoveryOf(alarmOf()), drop({ state: ['OK'] }))).toEqual([]);
    expect(told(recoveryOf(alarmOf()), drop({ alarmName: ['pay*'] }))).toEqual([]);
    expect(told(recoveryOf(alarmOf()), drop({ severity: ['critical'] }))).toEqual([]);
  });
});
