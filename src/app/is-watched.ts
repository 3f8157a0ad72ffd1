import type { Notification, Origin } from '../domain/notification.js';
import type { Config } from './config.js';

type Watched = Pick<Config, 'watchTopics' | 'watchAlarmRule' | 'region' | 'drainQueueUrl'>;

/**
 * Creates the test whether ticks tell the state in which an alarm settles: for CloudWatch's alarms of this account that came by a
 * watched road, except for the contributors of one.
 */
export function createIsWatched({ watchTopics, watchAlarmRule, region, drainQueueUrl }: Watched) {
  const account = /\/(\d{12})\//.exec(drainQueueUrl)?.[1];
  return (notification: Notification): boolean => {
    const { kind, renderer, origin } = notification;
    if (kind !== 'rendered' || renderer !== 'cloudwatch-alarm' || notification.thing !== origin.alarmName) return false;
    return account !== undefined && origin.account === account && isWatchedRoad(origin);
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
