import { tagsIn } from '../../src/aws/tags.js';
import { groupBy } from '../../src/base/group-by.js';
import { arrayAt, type JsonObject, numberAt, objectAt, parseObject, textAt } from '../../src/base/json.js';
import { readDescribed } from '../../src/watch/alarm/described-alarm.js';
import { muteEnd, muteEndIn } from '../../src/watch/alarm/mute-window.js';
import { alarmStateOf, type Transition } from '../../src/watch/alarm/transition.js';
import type { CloudWatch, SummaryReads } from '../../src/watch/alarm/watched.js';
import type { WatchedAlarms } from './watched-alarms.js';

const ALL_TYPES = { AlarmTypes: ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'] };

/** Reads the alarms of this machine as `watch/cloudwatch.ts` reads CloudWatch's, without its client and in one page. */
export function readDirectly(alarms: WatchedAlarms): CloudWatch & SummaryReads {
  const ask = (operation: string, asked: JsonObject): JsonObject => alarms.answers[operation]?.(asked) ?? {};
  const described = (asked: JsonObject) => {
    const answer = ask('DescribeAlarms', { ...ALL_TYPES, ...asked });
    return ['CompositeAlarms', 'MetricAlarms', 'LogAlarms']
      .flatMap((list) => arrayAt(answer, list))
      .flatMap((one) => readDescribed(one) ?? []);
  };
  const changes: SummaryReads['changes'] = async (from, to) => {
    const asked = {
      ...ALL_TYPES,
      HistoryItemType: 'StateUpdate',
      ScanBy: 'TimestampAscending',
      StartDate: from / 1000,
      EndDate: to / 1000,
    };
    const items = arrayAt(ask('DescribeAlarmHistory', asked), 'AlarmHistoryItems');
    const byName = [...groupBy(items, (item) => textAt(item, 'AlarmName') ?? '')];
    return { history: new Map(byName.map(([name, some]) => [name, some.flatMap(transitionOf)])) };
  };
  const mutes = (Statuses: readonly string[] = ['ACTIVE']) =>
    arrayAt(ask('ListAlarmMuteRules', { Statuses }), 'AlarmMuteRuleSummaries').map((one) => {
      const AlarmMuteRuleName = (textAt(one, 'AlarmMuteRuleArn') ?? '').split(':').at(-1) ?? '';
      return ask('GetAlarmMuteRule', { AlarmMuteRuleName });
    });
  return {
    alarms: async (StateValue) => described({ StateValue }),
    named: async (AlarmNames) => described({ AlarmNames }),
    history: async (from, to) => (await changes(from, to)).history,
    changes,
    muted: async () => new Set(mutes().flatMap(targetsOf)),
    unmuted: async (slot) =>
      new Map(
        mutes(['SCHEDULED', 'EXPIRED']).flatMap((rule) => {
          const end = muteEndIn(objectAt(rule, 'Rule', 'Schedule'), slot);
          return end === undefined ? [] : targetsOf(rule).map((name) => [name, end] as const);
        }),
      ),
    muteWindows: async (now) =>
      mutes().map((rule) => {
        const until = muteEnd(objectAt(rule, 'Rule', 'Schedule'), now);
        return { name: textAt(rule, 'Name') ?? '', alarmNames: targetsOf(rule), ...(until !== undefined && { until }) };
      }),
    tags: async (arn) => tagsIn(arrayAt(ask('ListTagsForResource', { ResourceARN: arn }), 'Tags')),
    tag: async (arn, key, value) => alarms.tag(arn, { [key]: value }),
  };
}

function targetsOf(rule: JsonObject): readonly string[] {
  return arrayAt(rule, 'MuteTargets', 'AlarmNames').map(String);
}

function transitionOf(item: unknown): readonly Transition[] {
  const data = parseObject(textAt(item, 'HistoryData') ?? '');
  const [to, from] = ['newState', 'oldState'].map((key) => alarmStateOf(textAt(data, key, 'stateValue')));
  const at = (numberAt(item, 'Timestamp') ?? 0) * 1000;
  return to ? [{ at, to, ...(from && { from }) }] : [];
}
