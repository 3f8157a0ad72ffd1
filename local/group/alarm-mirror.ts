import { ALARM_STATES } from '../cloudwatch/alarm.js';
import type { WatchedAlarms } from '../cloudwatch/watched-alarms.js';
import { PLACE } from '../lambda/place.js';
import type { ReadNotification } from './entry.js';
import { TOPIC } from './machinery.js';

/** The id of an alarm's state: `alarm:<ARN>:<state>:<milliseconds since 1970>`. */
const ALARM_ID = /^alarm:arn:aws:cloudwatch:([^:]+:\d{12}):alarm:(.+):([A-Z_]+):(\d+)$/;

/**
 * Creates a function that gives CloudWatch's stand-in the alarms of the account and region that the page sends, so that they stay in
 * ALARM, are told again and can be taken.
 */
export function createAlarmMirror(alarms: WatchedAlarms): (notifications: readonly ReadNotification[]) => void {
  return (notifications) => {
    for (const { id } of notifications) {
      const [, place, name = '', word, at] = ALARM_ID.exec(id) ?? [];
      const state = ALARM_STATES.find((one) => one === word);
      if (place !== PLACE || state === undefined) continue;
      alarms.put('MetricAlarm', { AlarmName: name, AlarmActions: [TOPIC] });
      alarms.setState(name, state, 'Threshold Crossed', Number(at));
    }
  };
}
