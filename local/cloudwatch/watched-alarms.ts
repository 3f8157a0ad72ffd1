import { type JsonObject, textAt } from '../../src/base/json.js';
import type { AlarmState } from './alarm.js';

/** The kinds of alarm, by the list of DescribeAlarms' answer that names them. */
const LISTS = { MetricAlarm: 'MetricAlarms', CompositeAlarm: 'CompositeAlarms', LogAlarm: 'LogAlarms' } as const;

export type AlarmType = keyof typeof LISTS;

/** One alarm: its configuration in CloudWatch's words, and its state. */
interface Kept {
  readonly type: AlarmType;
  configuration: JsonObject;
  state: AlarmState;
  reason: string;
  changedAt: number;
  tags: Readonly<Record<string, string>>;
}

/** One item of an alarm's history. */
interface HistoryItem {
  readonly name: string;
  readonly type: AlarmType;
  readonly at: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
  readonly reason: string;
}

/** The alarms of one account and region, with their history, tags and mutes. */
export interface WatchedAlarms {
  /** Creates an alarm, or replaces its configuration. A new one is in INSUFFICIENT_DATA. */
  put(type: AlarmType, configuration: JsonObject): void;
  /** Changes an alarm's state, and notes it in the history. The same state again is no change. */
  setState(name: string, state: AlarmState, reason: string): void;
  /** Adds tags; a value of `undefined` takes one away. */
  tag(arn: string, tags: Readonly<Record<string, string | undefined>>): void;
  /** Mutes alarms by a rule of a name. An empty list ends it. */
  mute(rule: string, alarmNames: readonly string[]): void;
  readonly answers: Readonly<Record<string, (asked: JsonObject) => JsonObject>>;
}

/** DescribeAlarms and DescribeAlarmHistory name at most so many at a time. */
const MAX_RECORDS = 100;

/**
 * Creates the alarms of an account and region.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
export function createWatchedAlarms(place: string, now: () => number): WatchedAlarms {
  const alarms = new Map<string, Kept>();
  const history: HistoryItem[] = [];
  const mutes = new Map<string, readonly string[]>();
  const arnOf = (name: string): string => `arn:aws:cloudwatch:${place}:alarm:${name}`;

  const described = ([name, kept]: readonly [string, Kept]): JsonObject => ({
    ActionsEnabled: true,
    AlarmActions: [],
    OKActions: [],
    InsufficientDataActions: [],
    ...kept.configuration,
    AlarmName: name,
    AlarmArn: arnOf(name),
    StateValue: kept.state,
    StateReason: kept.reason,
    StateUpdatedTimestamp: kept.changedAt / 1000,
    StateTransitionedTimestamp: kept.changedAt / 1000,
  });
  const typesOf = (asked: JsonObject): readonly unknown[] =>
    Array.isArray(asked['AlarmTypes']) ? asked['AlarmTypes'] : ['MetricAlarm'];

  function describeAlarms(asked: JsonObject): JsonObject {
    const names = asked['AlarmNames'];
    const found = [...alarms].filter(
      ([name, { type, state }]) =>
        typesOf(asked).includes(type) &&
        (asked['StateValue'] === undefined || asked['StateValue'] === state) &&
        (!Array.isArray(names) || names.includes(name)),
    );
    const { page, token } = pageOf(found, asked);
    const lists = Object.entries(LISTS).map(([type, list]) => [
      list,
      page.filter(([, kept]) => kept.type === type).map(described),
    ]);
    return { ...Object.fromEntries(lists), ...token };
  }

  function describeAlarmHistory(asked: JsonObject): JsonObject {
    const [from, to] = ['StartDate', 'EndDate'].map((key) => Number(asked[key]) * 1000);
    const found = history
      .filter(
        ({ type, at }) => typesOf(asked).includes(type) && !(at < (from ?? Number.NaN)) && !(at > (to ?? Number.NaN)),
      )
      .filter(({ name }) => asked['AlarmName'] === undefined || asked['AlarmName'] === name);
    const sorted = asked['ScanBy'] === 'TimestampAscending' ? found : [...found].reverse();
    const { page, token } = pageOf(sorted, asked);
    return { AlarmHistoryItems: page.map(historyItem), ...token };
  }

  return {
    put: (type, configuration) => {
      const name = textAt(configuration, 'AlarmName') ?? '';
      const known = alarms.get(name);
      if (known) known.configuration = configuration;
      else {
        const state = { state: 'INSUFFICIENT_DATA', reason: 'Unchecked: Initial alarm creation' } as const;
        alarms.set(name, { type, configuration, ...state, changedAt: now(), tags: {} });
      }
    },
    setState: (name, state, reason) => {
      const kept = alarms.get(name);
      if (!kept) throw new Error(`Cannot set the state of ${name} as there is no such alarm`);
      if (kept.state === state) return;
      history.push({ name, type: kept.type, at: now(), from: kept.state, to: state, reason });
      Object.assign(kept, { state, reason, changedAt: now() });
    },
    tag: (arn, tags) => {
      const kept = alarms.get(arn.slice(arn.indexOf(':alarm:') + ':alarm:'.length));
      if (!kept) throw new Error(`Cannot tag ${arn} as there is no such alarm`);
      const all = Object.entries({ ...kept.tags, ...tags });
      kept.tags = Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
    },
    mute: (rule, names) => {
      if (names.length === 0) mutes.delete(rule);
      else mutes.set(rule, names);
    },
    answers: {
      DescribeAlarms: describeAlarms,
      DescribeAlarmHistory: describeAlarmHistory,
      ListAlarmMuteRules: () => ({
        AlarmMuteRuleSummaries: [...mutes.keys()].map((name) => ({
          AlarmMuteRuleArn: `arn:aws:cloudwatch:${place}:alarm-mute-rule:${name}`,
          Status: 'ACTIVE',
        })),
      }),
      GetAlarmMuteRule: (asked) => {
        const name = textAt(asked, 'AlarmMuteRuleName') ?? '';
        return { Name: name, Status: 'ACTIVE', MuteTargets: { AlarmNames: mutes.get(name) ?? [] } };
      },
      ListTagsForResource: (asked) => {
        const kept = [...alarms].find(([name]) => arnOf(name) === asked['ResourceARN']);
        return { Tags: Object.entries(kept?.[1].tags ?? {}).map(([Key, Value]) => ({ Key, Value })) };
      },
    },
  };
}

function historyItem({ name, type, at, from, to, reason }: HistoryItem): JsonObject {
  const state = (stateValue: AlarmState): JsonObject => ({ stateValue, stateReason: reason });
  return {
    AlarmName: name,
    AlarmType: type,
    Timestamp: at / 1000,
    HistoryItemType: 'StateUpdate',
    HistorySummary: `Alarm updated from ${from} to ${to}`,
    HistoryData: JSON.stringify({ version: '1.0', oldState: state(from), newState: state(to) }),
  };
}

/** Returns the asked page of a list, and the token of the next one. */
function pageOf<T>(all: readonly T[], asked: JsonObject): { readonly page: readonly T[]; readonly token: JsonObject } {
  const start = Number(asked['NextToken'] ?? 0);
  const end = start + Math.min(Number(asked['MaxRecords'] ?? MAX_RECORDS), MAX_RECORDS);
  return { page: all.slice(start, end), token: end < all.length ? { NextToken: String(end) } : {} };
}
