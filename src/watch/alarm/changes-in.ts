import { groupBy } from '../../base/group-by.js';
import { parseObject, textAt } from '../../base/json.js';
import { type AlarmState, alarmStateOf } from './transition.js';
import type { AlarmHistory } from './watched.js';

/**
 * A line of an alarm's history, as CloudWatch returns it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AlarmHistoryItem.html
 */
interface HistoryItem {
  readonly AlarmName?: string | undefined;
  readonly AlarmContributorId?: string | undefined;
  readonly Timestamp?: Date | undefined;
  readonly HistoryData?: string | undefined;
}

/**
 * Sorts the changes of state by alarm, oldest first. A contributor's own changes are not its alarm's.
 *
 * AWS documents the form of `HistoryData` for an alarm only. If a contributor's had another one, it would have no changes here.
 * @param contributorId the contributor whose changes are wanted in the place of its alarm's.
 */
export function changesIn(items: readonly HistoryItem[], contributorId?: string): AlarmHistory {
  const changes = items.flatMap(({ AlarmName, AlarmContributorId, Timestamp, HistoryData = '' }) => {
    const [to, from] = [stateIn(HistoryData, 'newState'), stateIn(HistoryData, 'oldState')];
    if (AlarmName === undefined || AlarmContributorId !== contributorId || !Timestamp || !to) return [];
    return [{ name: AlarmName, transition: { at: Timestamp.getTime(), to, ...(from && { from }) } }];
  });
  const sorted = changes.toSorted((a, b) => a.transition.at - b.transition.at);
  const byName = [...groupBy(sorted, ({ name }) => name)];
  return new Map(byName.map(([name, some]) => [name, some.map(({ transition }) => transition)]));
}

function stateIn(historyData: string, key: 'newState' | 'oldState'): AlarmState | undefined {
  return alarmStateOf(textAt(parseObject(historyData), key, 'stateValue'));
}
