import { describe, expect, test } from 'vitest';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { allRenderers } from '../../../src/renderers/renderers.js';
import { remindersFor } from '../../../src/routing/reminders-for.js';
import { route } from '../../../src/routing/route.js';
import type { Rule } from '../../../src/routing/rule.js';
import { createInterpret } from '../../../src/sources/interpret.js';
import { tickWordsOf } from '../../../src/text/watch-words.js';
import { type Language, wordsOf } from '../../../src/text/words.js';
import { readAck } from '../../../src/watch/ack/ack.js';
import type { DescribedAlarm } from '../../../src/watch/alarm/described-alarm.js';
import { roadsOf } from '../../../src/watch/alarm/road.js';
import { slotOf } from '../../../src/watch/alarm/slot.js';
import type { AlarmState, Transition } from '../../../src/watch/alarm/transition.js';
import type { RegionReading } from '../../../src/watch/reminders/region-reading.js';
import { reminders } from '../../../src/watch/reminders/remind.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { merge } from '../../../src/wecom/compose/merge.js';
import { routingBy } from '../../routing/drafts.js';
import { recordLog } from '../../support/lines.js';
import { textOf } from '../../support/messages-of.js';
import { sampleContext } from '../../support/render-sample.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Sunday, 02:00 in Shanghai. */
const START = Date.UTC(2026, 10, 28, 18);
const TOPIC = 'arn:aws-cn:sns:cn-north-1:111122223333:ops';
const FUNCTION = 'arn:aws-cn:lambda:cn-north-1:111122223333:function:wecomrobot-prod-notify';
const people = (...names: readonly string[]) => ({ ...NOBODY, people: names });

function alarmOf(name: string, since: number, changed: Partial<DescribedAlarm> = {}): DescribedAlarm {
  const described = {
    ...{
      AlarmName: name,
      StateReason: 'Threshold Crossed: 1 datapoint [42.0 (28/11/26 17:59:00)] was greater than the threshold (10.0).',
    },
    ...{ Namespace: 'AWS/ApplicationELB', MetricName: 'HTTPCode_Target_5XX_Count', Statistic: 'Sum', Period: 60 },
    ...{ Threshold: 10, ComparisonOperator: 'GreaterThanThreshold' },
  };
  const arn = `arn:aws-cn:cloudwatch:cn-north-1:111122223333:alarm:${name}`;
  return { name, arn, state: 'ALARM', changedAt: since, alarmActions: [TOPIC], described, ...changed };
}

const changes = (...all: readonly (readonly [number, AlarmState])[]): readonly Transition[] =>
  all.map(([at, to]) => ({ at, to }));

interface Given {
  readonly alarms: readonly DescribedAlarm[];
  readonly history?: Readonly<Record<string, readonly Transition[]>>;
  readonly muted?: readonly string[];
  readonly rules?: readonly Partial<Rule>[];
  readonly language?: Language;
  /** The tags that say who has an alarm, by the alarm's name. */
  readonly acks?: Readonly<Record<string, string>>;
}

/** What a tick so long after {@link START} tells. */
function toldAfter(ms: number, { alarms, history = {}, muted = [], rules = [], language = 'zh-CN', acks = {} }: Given) {
  const roads = { topics: [TOPIC], functionArn: FUNCTION, hasAlarmRule: false, service: 'wecomrobot-prod' };
  const told = alarms.flatMap((alarm) => {
    return roadsOf(alarm, roads).map((road) => ({ ...alarm, road }));
  });
  const region: RegionReading = {
    alarms: told,
    history: new Map(Object.entries(history)),
    mutes: [{ name: 'a release', alarmNames: muted, isActive: true, schedule: {} }],
    settled: [],
    acks: new Map(told.flatMap(({ name, arn }) => (acks[name] ? [[arn, readAck(acks[name], 'Asia/Shanghai')]] : []))),
  };
  const words = tickWordsOf(wordsOf(language), language);
  const routing = routingBy(rules);
  return reminders([region], slotOf(START + ms), {
    interpret: createInterpret({ renderContext: sampleContext(language), log: recordLog(), renderers: allRenderers }),
    remindersFor: (draft, now) => remindersFor(draft, routing, now),
    route: (draft, now) => route(draft, routing, now),
    format: routing.format,
    now: START + ms,
    words,
  });
}

/** The slot's tick in which a step after so long is told. */
const tickOf = (ms: number): number => ms + 5 * MINUTE;
const shown = (notification: Notification | undefined, language: Language = 'zh-CN'): string =>
  notification ? compose(notification, wordsOf(language)).map(textOf).join('\n') : '';

describe('reminders', () => {
  test('by default a critical alarm is told again once, after an hour, and calls whom its alarm called', () => {
    const alarms = [alarmOf('支付网关5xx', START)];
    const ticks = Array.from({ length: 60 }, (_, index) => toldAfter(index * 5 * MINUTE, { alarms }));
    expect(ticks.map((told) => told.length).filter((count) => count > 0)).toEqual([1]);
    const [reminder] = toldAfter(tickOf(HOUR), { alarms });
    expect(reminder).toMatchObject({ robot: 'default', severity: 'critical', mentions: { mobiles: ['13800138000'] } });
    expect(shown(reminder)).toMatchInlineSnapshot(`
      "[text] {"mentioned_mobile_list":["13800138000"]}
      ⏰ 仍在告警 | 支付网关5xx，已 1 小时 5 分钟 | 生产 cn-north-1
      https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/%E6%94%AF%E4%BB%98%E7%BD%91%E5%85%B35xx"
    `);
    expect(shown(toldAfter(tickOf(HOUR), { alarms, language: 'en' })[0], 'en')).toMatchInlineSnapshot(`
      "[text] {"mentioned_mobile_list":["13800138000"]}
      ⏰ Still in alarm | 支付网关5xx, 1 h 5 min | Production cn-north-1
      https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/%E6%94%AF%E4%BB%98%E7%BD%91%E5%85%B35xx"
    `);
  });

  test('those of one robot are one message, the worst and the longest first, called by all their steps', () => {
    const rules: readonly Partial<Rule>[] = [
      {
        match: { alarmName: ['pay-*'] },
        mentions: people('王芳'),
        remind: [{ afterMs: HOUR / 2, call: people('李雷') }, { everyMs: HOUR }],
      },
      { match: { severity: ['critical'] }, mentions: people('韩梅梅') },
      { remind: [{ afterMs: HOUR, call: people('夏雨') }] },
    ];
    const alarms = [
      alarmOf('backup-P3', START),
      alarmOf('pay-5xx', START - HOUR / 2),
      alarmOf('cpu-db-1', START),
      alarmOf('pay-queue', START + HOUR / 2),
    ];
    const told = toldAfter(tickOf(HOUR), { alarms, rules });
    expect(told).toHaveLength(1);
    expect(told[0]?.mentions.people).toEqual(['王芳', '李雷', '韩梅梅', '夏雨']);
    expect(shown(told[0])).toMatchInlineSnapshot(`
      "[text]
      ⏰ 仍在告警 | 4 个（最长 1 小时 35 分钟） | 生产 cn-north-1
      🔴 pay-5xx，已 1 小时 35 分钟
      🔴 cpu-db-1，已 1 小时 5 分钟
      🔴 pay-queue，已 35 分钟
      🟠 backup-P3，已 1 小时 5 分钟
      https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:?~%28alarmStateFilter~%27ALARM%29
      @王芳（未登记） @李雷（未登记） @韩梅梅（未登记） @夏雨（未登记）"
    `);
  });

  test('one of several alarms is never merged with other messages, and keeps all their names; one of one alarm may be', () => {
    const words = wordsOf('en');
    const between = (told: readonly Notification[]) =>
      merge(
        [...toldAfter(tickOf(2 * HOUR), { alarms: [alarmOf('before', START + HOUR)], language: 'en' }), ...told]
          .flatMap((one, index) => [one, { ...one, id: `${index}` }])
          .map((notification) => ({ notification, whom: '' })),
        words,
        'Asia/Shanghai',
      ).map(({ indexes }) => indexes);
    const alarms = ['pay-5xx', 'cpu-db-1', 'pay-queue'].map((name) => alarmOf(name, START));
    expect(between(toldAfter(tickOf(HOUR), { alarms, language: 'en' }))).toEqual([[0, 1], [2], [3]]);
    expect(between(toldAfter(tickOf(HOUR), { alarms: alarms.slice(0, 1), language: 'en' }))).toEqual([[0, 1, 2, 3]]);
  });

  test('an alarm that flaps is counted from its first ALARM', () => {
    const given = {
      alarms: [alarmOf('flapping', START + 50 * MINUTE)],
      history: {
        flapping: changes(
          [START - 3 * HOUR, 'ALARM'],
          [START - 2 * HOUR, 'OK'],
          [START, 'ALARM'],
          [START + 20 * MINUTE, 'OK'],
          [START + 25 * MINUTE, 'INSUFFICIENT_DATA'],
          [START + 50 * MINUTE, 'ALARM'],
        ),
      },
    };
    expect(toldAfter(tickOf(HOUR), given)[0]?.title).toContain('已 1 小时 5 分钟');
    expect(toldAfter(tickOf(HOUR + 50 * MINUTE), given)).toEqual([]);
  });

  test('a step whose tick meets a pause is told at the first tick after it, and never after the recovery', () => {
    const flaps = changes([START, 'ALARM'], [START + 63 * MINUTE, 'OK'], [START + 66 * MINUTE, 'ALARM']);
    const given = { history: { cpu: flaps }, alarms: [alarmOf('cpu', START + 66 * MINUTE)] };
    const ticks = [65, 70, 75, 80, 125, 130].map((minute) =>
      toldAfter(minute * MINUTE, given).map(({ title }) => title),
    );
    expect(ticks).toEqual([[], ['cpu，已 1 小时 10 分钟'], [], [], [], []]);
    expect(toldAfter(70 * MINUTE, { ...given, alarms: [] })).toEqual([]);
  });

  test.each<[string, Partial<DescribedAlarm>, Partial<Given>]>([
    ['muted by a rule of CloudWatch', {}, { muted: ['cpu'] }],
    ['muted by a rule of ours', {}, { rules: [{ mute: { until: 99_999_999 } }] }],
    ['dropped by a rule', {}, { rules: [{ drop: true }] }],
    ['suppressed', { silencedBy: 'suppressed' }, {}],
    ['without actions', { silencedBy: 'actions off' }, {}],
    ['never told by us', { alarmActions: [] }, {}],
    ['recovered meanwhile', { state: 'OK' }, {}],
    ['one whose rule wants none', {}, { rules: [{ remind: [] }] }],
  ])('an alarm that is %s has no reminders', (_, changed, given) => {
    expect(toldAfter(tickOf(HOUR), { alarms: [alarmOf('cpu', START, changed)], ...given })).toEqual([]);
  });

  test('what somebody has calls nobody, at any step, and the message says who has it', () => {
    const rules = [
      {
        remind: [
          { afterMs: HOUR, call: people('王芳') },
          { afterMs: 2 * HOUR, call: people('夏雨') },
        ],
      },
    ];
    const alarms = [alarmOf('pay-5xx', START), alarmOf('pay-queue', START)];
    const acks = { 'pay-5xx': '李雷 2026-11-28T18:10Z' };
    expect(toldAfter(tickOf(2 * HOUR), { alarms: alarms.slice(0, 1), rules, acks })[0]?.mentions).toEqual(NOBODY);
    const [reminder] = toldAfter(tickOf(HOUR), { alarms, rules, acks });
    expect(reminder?.mentions.people).toEqual(['王芳']);
    expect(shown(reminder)).toMatchInlineSnapshot(`
      "[text] {"mentioned_mobile_list":["13800138000"]}
      ⏰ 仍在告警 | 2 个（最长 1 小时 5 分钟） | 生产 cn-north-1
      🔴 pay-5xx，已 1 小时 5 分钟，李雷 处理中
      🔴 pay-queue，已 1 小时 5 分钟
      https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:?~%28alarmStateFilter~%27ALARM%29
      @王芳（未登记）"
    `);
    expect(toldAfter(tickOf(HOUR), { alarms, rules, acks, language: 'en' })[0]).toMatchObject({
      rows: [{ text: 'pay-5xx, 1 h 5 min, 李雷 is on it' }, {}],
    });
  });

  test.each([
    ['older than the first ALARM', '李雷 2026-11-28T17:59Z', '已 1 小时 5 分钟'],
    ['whose time has passed', '李雷 2026-11-28T18:10Z 30m', '已 1 小时 5 分钟'],
    ['without a time', '李雷', '已 1 小时 5 分钟（标签 wecom:ack 的时间缺失或有误，仍会呼叫：李雷）'],
    ['of tomorrow', '李雷 2026-11-29T18:10Z', '已 1 小时 5 分钟（标签 wecom:ack 的时间缺失或有误，仍会呼叫：李雷）'],
  ])('a tag %s counts for nothing', (_, ack, title) => {
    const [reminder] = toldAfter(tickOf(HOUR), { alarms: [alarmOf('cpu', START)], acks: { cpu: ack } });
    expect(reminder?.mentions.mobiles).toEqual(['13800138000']);
    expect(reminder?.title).toBe(`cpu，${title}`);
  });

  test('an alarm that flaps is had until its trouble ends, not until its next ALARM', () => {
    const flaps = changes([START, 'ALARM'], [START + 20 * MINUTE, 'OK'], [START + 25 * MINUTE, 'ALARM']);
    const given = { alarms: [alarmOf('cpu', START + 25 * MINUTE)], acks: { cpu: '李雷 2026-11-28T18:10Z' } };
    expect(toldAfter(tickOf(HOUR), { ...given, history: { cpu: flaps } })[0]?.title).toContain('李雷 处理中');
    const over = changes([START, 'ALARM'], [START + 12 * MINUTE, 'OK'], [START + 25 * MINUTE, 'ALARM']);
    const again = toldAfter(tickOf(HOUR + 25 * MINUTE), { ...given, history: { cpu: over } });
    expect(again[0]?.title).toBe('cpu，已 1 小时 5 分钟');
  });

  test('of very many the worst fifteen are named and all are counted', () => {
    const alarms = Array.from({ length: 40 }, (_, index) => alarmOf(`db-${index}-cpu`, START));
    const [reminder] = toldAfter(tickOf(HOUR), { alarms });
    expect(reminder?.title).toBe('40 个（最长 1 小时 5 分钟）');
    expect(shown(reminder).match(/db-\d+-cpu/g)).toHaveLength(15);
    expect(shown(reminder)).toContain('另有 25 个');
  });

  test('of names so long that a message takes fewer, all are counted', () => {
    const alarms = Array.from({ length: 40 }, (_, index) => alarmOf(`${index}-${'很长的名字'.repeat(16)}`, START));
    const text = shown(toldAfter(tickOf(HOUR), { alarms })[0]);
    const named = text.match(/\d+-很长/g)?.length ?? 0;
    expect(named).toBeGreaterThan(3);
    expect(text).toContain(`另有 ${40 - named} 个`);
    expect(text).not.toContain('…');
  });

  test('a tick that comes twice has the same ids, whatever has changed', () => {
    const first = toldAfter(tickOf(HOUR), { alarms: [alarmOf('a', START), alarmOf('b', START)] });
    const second = toldAfter(tickOf(HOUR) + MINUTE, { alarms: [alarmOf('a', START)] });
    expect(second.map(({ id, robot }) => [id, robot])).toEqual(first.map(({ id, robot }) => [id, robot]));
    expect(toldAfter(tickOf(HOUR) + 5 * MINUTE, { alarms: [alarmOf('a', START + 5 * MINUTE)] })[0]?.id).not.toBe(
      first[0]?.id,
    );
  });
});

describe('reminders at the end of quiet hours and mutes', () => {
  /** 17:00 to 20:00, START being 18:00. */
  const quiet = { from: 17 * 60, to: 20 * 60, except: ['critical' as const] };
  const wangFang = people('王芳');
  const END = 2 * HOUR;
  const minutesUntil = (ms: number) => Math.floor((START + ms) / MINUTE);
  /** The ticks of a day that tell something, in minutes after START, and whom they call. */
  const toldAndCalled = (given: Given, hours = 24) =>
    Array.from({ length: hours * 12 }, (_, index) => index * 5 * MINUTE).flatMap((ms) =>
      toldAfter(ms, given).map(({ mentions, title }) => [ms / MINUTE, title, ...mentions.people]),
    );

  test('what is still in ALARM when quiet hours end is told once, with its calls and those of the steps passed', () => {
    const rules: readonly Partial<Rule>[] = [
      {
        mentions: wangFang,
        quiet,
        remind: [
          { afterMs: HOUR, call: people('李雷') },
          { afterMs: 3 * HOUR, call: people('夏雨') },
        ],
      },
    ];
    expect(toldAndCalled({ alarms: [alarmOf('backup-P3', START)], rules })).toEqual([
      [65, 'backup-P3，已 1 小时 5 分钟'],
      [120, 'backup-P3，已 2 小时（安静时段已结束）', '王芳', '李雷'],
      [185, 'backup-P3，已 3 小时 5 分钟', '王芳', '李雷', '夏雨'],
    ]);
  });

  test('a step in the same slot as the end is the same message', () => {
    const rules = [{ mentions: wangFang, quiet, remind: [{ afterMs: 2 * HOUR, call: people('李雷') }] }];
    expect(toldAndCalled({ alarms: [alarmOf('backup-P3', START - MINUTE)], rules })).toEqual([
      [120, 'backup-P3，已 2 小时 1 分钟（安静时段已结束）', '王芳', '李雷'],
    ]);
  });

  test.each<[string, DescribedAlarm, Partial<Rule>]>([
    ['let through', alarmOf('pay-P1', START), { mentions: wangFang, quiet, remind: [] }],
    ['whose rule calls nobody', alarmOf('backup-P3', START), { quiet }],
    ['that began after them', alarmOf('backup-P3', START + END), { mentions: wangFang, quiet }],
    ['recovered meanwhile', alarmOf('backup-P3', START, { state: 'OK' }), { mentions: wangFang, quiet }],
    ['that called before them and for a day', alarmOf('backup-P3', START - 24 * HOUR), { mentions: wangFang, quiet }],
  ])('an alarm %s is not told at the end of quiet hours', (_, alarm, rule) => {
    expect(toldAndCalled({ alarms: [alarm], rules: [rule] })).toEqual([]);
  });

  test('hours over a weekend: what was quiet ever since it began is told, however long ago that is', () => {
    const days = ['sat' as const, 'sun' as const];
    const rules = [{ mentions: wangFang, quiet: { from: 0, to: 24 * 60, days } }];
    const alarms = [alarmOf('began on Saturday', START - 17 * HOUR), alarmOf('began on Friday', START - 20 * HOUR)];
    expect(toldAndCalled({ alarms, rules }, 48)).toEqual([
      [1800, 'began on Saturday，已 1 天 23 小时（安静时段已结束）', '王芳'],
    ]);
  });

  test.each<[string, readonly Partial<Rule>[]]>([
    ['of a rule', [{ mentions: wangFang, remind: [], mute: { until: minutesUntil(END) } }]],
    ['that is all its rule says', [{ mute: { until: minutesUntil(END) } }, { mentions: wangFang, remind: [] }]],
  ])('what is still in ALARM when a mute %s ends is told once, with its calls', (_, rules) => {
    expect(toldAndCalled({ alarms: [alarmOf('pay-P1', START)], rules })).toEqual([
      [120, 'pay-P1，已 2 小时（静默已结束）', '王芳'],
    ]);
    expect(toldAndCalled({ alarms: [alarmOf('pay-P1', START + END + MINUTE)], rules })).toEqual([]);
  });

  test('a mute of one robot’s rule ends for that robot alone', () => {
    const rules: readonly Partial<Rule>[] = [
      { robots: ['pay'], continue: true, remind: [] },
      { robots: ['dba'], remind: [], mute: { until: minutesUntil(END) } },
    ];
    const robots = [115, 120, 125].map((minute) =>
      toldAfter(minute * MINUTE, { alarms: [alarmOf('pay-P1', START)], rules }).map(({ robot }) => robot),
    );
    expect(robots).toEqual([[], ['dba'], []]);
  });

  test('an alarm whose clock runs from before the end, but which was OK at the end, called for itself', () => {
    const rules = [{ mentions: wangFang, quiet }];
    const alarm = alarmOf('backup-P3', START + END + 2 * MINUTE);
    const history = {
      'backup-P3': changes([START, 'ALARM'], [START + END - MINUTE, 'OK'], [START + END + 2 * MINUTE, 'ALARM']),
    };
    expect(toldAndCalled({ alarms: [alarm], history, rules })).toEqual([]);
  });
});
