import { arrayAt, type JsonObject, textAt } from '../../src/base/json.js';
import { muteEnd } from '../../src/watch/alarm/mute-window.js';
import type { AlarmState } from './alarm.js';
import { CloudWatchError } from './cloudwatch-error.js';

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
  /** Set if it is a change of a contributor. */
  readonly contributorId?: string;
  readonly at: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
  readonly reason: string;
}

/** The alarms of one account and region, with their history, tags and mutes. */
export interface WatchedAlarms {
  /** Creates an alarm, or replaces its configuration. A new one is in INSUFFICIENT_DATA. */
  put(type: AlarmType, configuration: JsonObject): void;
  /**
   * Changes an alarm's state, and notes it in the history. The same state again is no change.
   * @param at milliseconds since 1970. Default now.
   */
  setState(name: string, state: AlarmState, reason: string, at?: number): void;
  /** Notes a change of one of an alarm's contributors, which are only ever in ALARM or OK, in the history. */
  setContributorState(name: string, contributorId: string, state: 'ALARM' | 'OK', reason: string): void;
  /** Deletes an alarm. Its history stays. */
  remove(name: string): void;
  /** Adds tags; a value of `undefined` takes one away. */
  tag(arn: string, tags: Readonly<Record<string, string | undefined>>): void;
  tagsOf(arn: string): Readonly<Record<string, string>>;
  /**
   * Mutes alarms by a rule of a name. An empty list ends it.
   * @param schedule in CloudWatch's words; it is only shown.
   */
  mute(rule: string, alarmNames: readonly string[], schedule?: JsonObject): void;
  readonly answers: Readonly<Record<string, (asked: JsonObject) => JsonObject>>;
}

/** Most tags of an alarm, and longest key and value, in characters. */
const MAX_TAGS = 50;
const MAX_TAG = { key: 128, value: 256 } as const;
/** Letters, digits, spaces and signs that a tag may hold. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+@-]*$/u;

/** DescribeAlarms and DescribeAlarmHistory name at most so many at a time. */
const MAX_RECORDS = 100;

/**
 * Creates the alarms of an account and region.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
export function createWatchedAlarms(place: string, now: () => number): WatchedAlarms {
  const alarms = new Map<string, Kept>();
  const history: HistoryItem[] = [];
  const mutes = new Map<
    string,
    { readonly AlarmNames: readonly string[]; readonly Schedule: JsonObject; readonly changedAt: number }
  >();
  const arnOf = (name: string): string => `arn:aws:cloudwatch:${place}:alarm:${name}`;

  const keptAt = (arn: unknown): Kept => {
    const found = [...alarms].find(([name]) => arnOf(name) === arn);
    if (!found) throw new CloudWatchError('ResourceNotFoundException', 'Unknown alarm');
    return found[1];
  };

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
      .filter(({ name }) => asked['AlarmName'] === undefined || asked['AlarmName'] === name)
      .filter(({ contributorId }) => [undefined, contributorId].includes(textAt(asked, 'AlarmContributorId')))
      .filter((item) => [undefined, itemType(item)].includes(textAt(asked, 'HistoryItemType')));
    const ascending = found.toSorted((a, b) => a.at - b.at);
    const sorted = asked['ScanBy'] === 'TimestampAscending' ? ascending : ascending.reverse();
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
    setState: (name, state, reason, at = now()) => {
      const kept = alarms.get(name);
      if (!kept) throw new Error(`Cannot set the state of ${name} as there is no such alarm`);
      if (kept.state === state) return;
      history.push({ name, type: kept.type, at, from: kept.state, to: state, reason });
      Object.assign(kept, { state, reason, changedAt: at });
    },
    setContributorState: (name, contributorId, state, reason) => {
      const { type } = alarms.get(name) ?? { type: 'MetricAlarm' };
      const from = state === 'OK' ? 'ALARM' : 'OK';
      history.push({ name, type, contributorId, at: now(), from, to: state, reason });
    },
    remove: (name) => {
      alarms.delete(name);
    },
    tag: (arn, tags) => setTags(keptAt(arn), tags),
    tagsOf: (arn) => keptAt(arn).tags,
    mute: (rule, AlarmNames, Schedule = {}) => {
      if (AlarmNames.length === 0) mutes.delete(rule);
      else mutes.set(rule, { AlarmNames, Schedule, changedAt: now() });
    },
    answers: {
      DescribeAlarms: describeAlarms,
      DescribeAlarmHistory: describeAlarmHistory,
      ListAlarmMuteRules: (asked) => {
        const statuses = arrayAt(asked, 'Statuses');
        const summaries = [...mutes].map(([name, { Schedule, changedAt }]) => ({
          AlarmMuteRuleArn: `arn:aws:cloudwatch:${place}:alarm-mute-rule:${name}`,
          LastUpdatedTimestamp: changedAt / 1000,
          // One without a schedule is on until it is ended.
          Status: 'Expression' in Schedule && muteEnd(Schedule, now()) === undefined ? 'SCHEDULED' : 'ACTIVE',
        }));
        return { AlarmMuteRuleSummaries: summaries.filter(({ Status }) => statuses.includes(Status)) };
      },
      GetAlarmMuteRule: (asked) => {
        const name = textAt(asked, 'AlarmMuteRuleName') ?? '';
        const { AlarmNames = [], Schedule = {} } = mutes.get(name) ?? {};
        return { Name: name, Status: 'ACTIVE', MuteTargets: { AlarmNames }, Rule: { Schedule } };
      },
      ListTagsForResource: (asked) => ({
        Tags: Object.entries(keptAt(asked['ResourceARN']).tags).map(([Key, Value]) => ({ Key, Value })),
      }),
      TagResource: (asked) => {
        const tags = arrayAt(asked, 'Tags').map(
          (tag) => [textAt(tag, 'Key') ?? '', textAt(tag, 'Value') ?? ''] as const,
        );
        for (const [key, value] of tags) checkTag(key, value);
        setTags(keptAt(asked['ResourceARN']), Object.fromEntries(tags));
        return {};
      },
      UntagResource: (asked) => {
        const keys = arrayAt(asked, 'TagKeys').map((key) => [String(key), undefined] as const);
        setTags(keptAt(asked['ResourceARN']), Object.fromEntries(keys));
        return {};
      },
    },
  };
}

/** Refuses a tag that AWS would not take. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Tag.html */
function checkTag(key: string, value: string): void {
  const isTag =
    key !== '' &&
    key.length <= MAX_TAG.key &&
    value.length <= MAX_TAG.value &&
    TAG_TEXT.test(key) &&
    TAG_TEXT.test(value);
  if (!isTag) throw new CloudWatchError('InvalidParameterValueException', `Not a tag: ${key}`);
}

/** Adds tags to those of an alarm; a value of `undefined` takes one away. */
function setTags(kept: Kept, tags: Readonly<Record<string, string | undefined>>): void {
  const all = Object.entries({ ...kept.tags, ...tags }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  if (all.length > MAX_TAGS) throw new CloudWatchError('InvalidParameterValueException', `More than ${MAX_TAGS} tags`);
  kept.tags = Object.fromEntries(all);
}

function itemType({ contributorId }: HistoryItem): string {
  return contributorId === undefined ? 'StateUpdate' : 'AlarmContributorStateUpdate';
}

function historyItem(item: HistoryItem): JsonObject {
  const { name, type, contributorId, at, from, to, reason } = item;
  const state = (stateValue: AlarmState): JsonObject => ({ stateValue, stateReason: reason });
  return {
    AlarmName: name,
    AlarmType: type,
    Timestamp: at / 1000,
    ...(contributorId !== undefined && { AlarmContributorId: contributorId }),
    HistoryItemType: itemType(item),
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
