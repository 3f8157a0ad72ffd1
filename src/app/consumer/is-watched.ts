import type { Notification } from '../../domain/notification.js';
import type { Origin } from '../../domain/origin.js';
import type { Config } from '../config.js';

type Watched = Pick<Config, 'watchTopics' | 'watchAlarmRule' | 'region'>;

/**
 * Creates the test whether ticks tell the state in which an alarm settles: for CloudWatch's alarms of this account that came by a
 * watched road, except for the contributors of one.
 * @param ownAccount returns the account of the function. `undefined` if it is not known.
 */
export function createIsWatched(
  { watchTopics, watchAlarmRule, region }: Watched,
  ownAccount: () => string | undefined,
) {
  return (notification: Notification): boolean => {
    const { kind, renderer, origin } = notification;
    if (kind !== 'rendered' || renderer !== 'cloudwatch-alarm' || notification.thing !== origin.alarmName) return false;
    return origin.account !== undefined && origin.account === ownAccount() && isWatchedRoad(origin);
  };

  function isWatchedRoad({ source, topic, region: alarmRegion }: Origin): boolean {
    switch (source) {
      case 'sns':
        return watchTopics.some((arn) => arn.includes(`:sns:${alarmRegion}:`) && arn.endsWith(`:${topic}`));
      case 'alarm':
        return watchTopics.length > 0 && alarmRegion === region;
      case 'eventbridge':
        return watchAlarmRule && alarmRegion === region;
      default:
        return false;
    }
  }
}
