import { alarmBySns } from '../samples/alarm-events.js';
import type { Happening } from './entry.js';
import type { Sending } from './send.js';

/** The name of the alarm that stays. Its rule is in `local/samples/staying-alarm.yml`. */
export const STAYING_ALARM = '结算服务 5xx 居高不下';

interface StayingParts {
  readonly send: (sending: Sending) => Promise<unknown>;
  readonly now: () => number;
  readonly tell: (happening: Happening) => void;
}

/** Creates a function that raises a critical alarm, which then stays in ALARM, or has it recover. The same again does nothing. */
export function createStaying({ send, now, tell }: StayingParts): (on: boolean) => void {
  let isOn = false;
  return (on) => {
    if (on === isOn) return;
    isOn = on;
    const state = on ? 'ALARM' : 'OK';
    tell({ kind: 'staying', since: on ? now() : 0 });
    void send({ event: alarmBySns({ name: STAYING_ALARM, at: now(), state }), via: 'staying', label: state });
  };
}
