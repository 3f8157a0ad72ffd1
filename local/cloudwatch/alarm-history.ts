import { type JsonObject, textAt } from '../../src/base/json.js';
import type { AlarmState } from './alarm.js';
import { type AlarmType, typesIn } from './alarm-types.js';
import type { Answers } from './answers.js';
import { pageOf } from './page-of.js';

/** One change of an alarm's state. */
export interface HistoryItem {
  readonly name: string;
  readonly type: AlarmType;
  /** Set if it is a change of a contributor. */
  readonly contributorId?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
  readonly reason: string;
}

/** The history of all alarms, those that are deleted too. */
export interface AlarmHistory {
  /** Notes a change. */
  readonly add: (item: HistoryItem) => void;
  readonly answers: Answers;
}

/**
 * Creates an empty history.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html
 */
export function createAlarmHistory(): AlarmHistory {
  const items: HistoryItem[] = [];
  return {
    add: (item) => void items.push(item),
    answers: {
      DescribeAlarmHistory: (asked) => {
        const ascending = items.filter((item) => isAsked(item, asked)).toSorted((a, b) => a.at - b.at);
        const sorted = asked['ScanBy'] === 'TimestampAscending' ? ascending : ascending.reverse();
        const { page, token } = pageOf(sorted, asked);
        return { AlarmHistoryItems: page.map(written), ...token };
      },
    },
  };
}

function isAsked(item: HistoryItem, asked: JsonObject): boolean {
  // A time that is not asked for is NaN, than which nothing is earlier or later.
  const [from = Number.NaN, to = Number.NaN] = ['StartDate', 'EndDate'].map((key) => Number(asked[key]) * 1000);
  const isNamed = [undefined, item.name].includes(textAt(asked, 'AlarmName'));
  const isOfContributor = [undefined, item.contributorId].includes(textAt(asked, 'AlarmContributorId'));
  const isOfType = [undefined, itemType(item)].includes(textAt(asked, 'HistoryItemType'));
  const isInTime = !(item.at < from) && !(item.at > to);
  return isNamed && isOfContributor && isOfType && typesIn(asked).includes(item.type) && isInTime;
}

function itemType({ contributorId }: HistoryItem): string {
  return contributorId === undefined ? 'StateUpdate' : 'AlarmContributorStateUpdate';
}

function written(item: HistoryItem): JsonObject {
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
