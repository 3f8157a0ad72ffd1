import { type JsonObject, textAt } from '../../src/base/json.js';
import type { AlarmState } from './alarm.js';
import { createAlarmHistory } from './alarm-history.js';
import { changedTags, type TagChanges, type Tags, tagAnswers } from './alarm-tags.js';
import { ALARM_LISTS, type AlarmType, typesIn } from './alarm-types.js';
import type { Answers } from './answers.js';
import { CloudWatchError } from './cloudwatch-error.js';
import { createMuteRules, type MuteRules } from './mute-rules.js';
import { pageOf } from './page-of.js';

/** One alarm: its configuration in CloudWatch's words, and its state. */
interface Kept {
  readonly type: AlarmType;
  configuration: JsonObject;
  state: AlarmState;
  reason: string;
  changedAt: number;
  tags: Tags;
}

/** The alarms of one account and region, with their history, tags and mutes. */
export interface WatchedAlarms extends Pick<MuteRules, 'mute'> {
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
  /** Adds and takes away tags. */
  tag(arn: string, changes: TagChanges): void;
  tagsOf(arn: string): Tags;
  readonly answers: Answers;
}

/**
 * Creates the alarms of an account and region.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
export function createWatchedAlarms(place: string, now: () => number): WatchedAlarms {
  const alarms = new Map<string, Kept>();
  const history = createAlarmHistory();
  const { mute, answers: ofMutes } = createMuteRules(place, now);
  const arnOf = (name: string): string => `arn:aws:cloudwatch:${place}:alarm:${name}`;
  const keptAt = (arn: unknown): Kept => {
    const found = [...alarms].find(([name]) => arnOf(name) === arn);
    if (!found) throw new CloudWatchError('ResourceNotFoundException', 'Unknown alarm');
    return found[1];
  };
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
      history.add({ name, type: kept.type, at, from: kept.state, to: state, reason });
      Object.assign(kept, { state, reason, changedAt: at });
    },
    setContributorState: (name, contributorId, to, reason) => {
      const { type } = alarms.get(name) ?? { type: 'MetricAlarm' };
      history.add({ name, type, contributorId, at: now(), from: to === 'OK' ? 'ALARM' : 'OK', to, reason });
    },
    remove: (name) => {
      alarms.delete(name);
    },
    tag: (arn, changes) => {
      const kept = keptAt(arn);
      kept.tags = changedTags(kept.tags, changes);
    },
    tagsOf: (arn) => keptAt(arn).tags,
    mute,
    answers: {
      DescribeAlarms: (asked) => describeAlarms([...alarms], asked, arnOf),
      ...history.answers,
      ...ofMutes,
      ...tagAnswers(keptAt),
    },
  };
}

type Named = readonly [name: string, kept: Kept];

/** Answers with those of some alarms that are asked for. */
function describeAlarms(alarms: readonly Named[], asked: JsonObject, arnOf: (name: string) => string): JsonObject {
  const { page, token } = pageOf(
    alarms.filter((one) => isAsked(one, asked)),
    asked,
  );
  const lists = Object.entries(ALARM_LISTS).map(([type, list]) => [
    list,
    page.filter(([, kept]) => kept.type === type).map(([name, kept]) => described(name, arnOf(name), kept)),
  ]);
  return { ...Object.fromEntries(lists), ...token };
}

function isAsked([name, { type, state }]: Named, asked: JsonObject): boolean {
  const names = asked['AlarmNames'];
  const isOfState = asked['StateValue'] === undefined || asked['StateValue'] === state;
  return typesIn(asked).includes(type) && isOfState && (!Array.isArray(names) || names.includes(name));
}

function described(AlarmName: string, AlarmArn: string, { configuration, state, reason, changedAt }: Kept): JsonObject {
  return {
    ...{ ActionsEnabled: true, AlarmActions: [], OKActions: [], InsufficientDataActions: [] },
    ...configuration,
    ...{ AlarmName, AlarmArn, StateValue: state, StateReason: reason },
    StateUpdatedTimestamp: changedAt / 1000,
    StateTransitionedTimestamp: changedAt / 1000,
  };
}
