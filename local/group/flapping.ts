import type { Clock } from '../../src/base/clock.js';
import { alarmBySns } from '../samples/alarm-events.js';
import type { Happening } from './entry.js';
import type { Sending } from './send.js';

/** The name of the alarm that flaps. */
export const FLAPPING_ALARM = '订单队列积压 时好时坏';

/** Time between two changes, and the number of changes: enough to be told as one that flaps, which begins with its third ALARM. */
const EVERY_MS = 20_000;
const CHANGES = 12;

interface FlappingParts {
  readonly send: (sending: Sending) => Promise<unknown>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly tell: (happening: Happening) => void;
}

/** An alarm that changes its state again and again on purpose. */
export interface Flapping {
  /** Begins it, or ends it with an OK. The same again does nothing. */
  flap(on: boolean): void;
  /** Ends it without a word: the group is over. */
  stop(): void;
}

/** Creates an alarm that flaps on demand. */
export function createFlapping({ send, clock, tell }: FlappingParts): Flapping {
  let changesLeft = 0;
  let cancel = (): void => {};

  const change = (): void => {
    const state = changesLeft % 2 === 0 ? 'ALARM' : 'OK';
    changesLeft -= 1;
    tell({ kind: 'flapping', changesLeft });
    void send({ event: alarmBySns({ name: FLAPPING_ALARM, at: clock.now(), state }), via: 'flapping', label: state });
    cancel = changesLeft > 0 ? clock.after(EVERY_MS, change) : () => {};
  };
  return {
    flap: (on) => {
      if (on === changesLeft > 0) return;
      cancel();
      // An odd number is left after an ALARM, of which the OK is still to come.
      const isInAlarm = changesLeft % 2 === 1;
      changesLeft = on ? CHANGES : Number(isInAlarm);
      if (changesLeft > 0) change();
      else tell({ kind: 'flapping', changesLeft });
    },
    stop: () => cancel(),
  };
}
