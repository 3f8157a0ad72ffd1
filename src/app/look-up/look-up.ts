import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { Notification } from '../../domain/notification.js';
import type { LookUpTime } from '../../queue/message/item.js';
import { createAskLimited } from '../../watch/limited.js';
import { MAX_WAIT_MS, waitMsOf } from './look-up-wait.js';
import { createTimedMemory } from './timed-memory.js';

/** Most look-ups of one batch. */
const MAX_LOOK_UPS = 5;
/** Most answers that are remembered. */
const MAX_REMEMBERED = 200;

/** Something that messages lack and others know. */
export interface Missing<Answer> {
  /** The line of the log if it was not looked up. */
  readonly message: string;
  /** Returns what the answer belongs to, or `undefined` if the message lacks nothing or nobody may be asked. */
  readonly keyOf: (notification: Notification) => string | undefined;
  /** Resolves to the answer, or to `null` if there is nothing to add. Rejects if it is not answered. */
  readonly ask: (notification: Notification, signal: AbortSignal) => Promise<Answer | null>;
  readonly add: (notification: Notification, answer: Answer) => Notification;
  /** Time for which an answer is remembered, milliseconds. */
  readonly keptMs: number;
}

/** The look-ups that are left to a batch. */
interface Budget {
  left: number;
}

/** One kind of look-up, with the answers of a while. */
export interface LookUp {
  /** Asks for what is not known, for at most so many milliseconds. Never rejects. */
  learn(notifications: readonly Notification[], waitMs: number, budget: Budget): Promise<void>;
  /** Adds what is known. */
  completed(notification: Notification): Notification;
}

/** The parts of every kind of look-up. */
export interface LookUpParts {
  readonly clock: Clock;
  readonly log: Log;
}

/** Creates one kind of look-up. */
export function createLookUp<Answer>(
  { message, keyOf, ask, add, keptMs }: Missing<Answer>,
  { clock, log }: LookUpParts,
): LookUp {
  const askLimited = createAskLimited({ message, clock, log });
  const known = createTimedMemory<Answer | null>({ keptMs, most: MAX_REMEMBERED, now: clock.now });
  return {
    learn: async (notifications, waitMs, budget) => {
      const keyed = notifications.flatMap((one) => {
        const key = keyOf(one);
        return key === undefined || known.get(key) !== undefined ? [] : [[key, one] as const];
      });
      const asked = [...new Map(keyed)].slice(0, waitMs > 0 ? budget.left : 0);
      budget.left -= asked.length;
      const answers = await askLimited(
        asked.map(
          ([, one]) =>
            (signal) =>
              ask(one, signal),
        ),
        waitMs,
      );
      for (const [index, [key]] of asked.entries()) {
        const answer = answers[index];
        if (answer !== undefined) known.set(key, answer);
      }
    },
    completed: (notification) => {
      const key = keyOf(notification);
      const answer = key === undefined ? undefined : known.get(key);
      return answer ? add(notification, answer) : notification;
    },
  };
}

/**
 * Adds to notifications what others know of them. Bad news waits for it only as long as it waits anyway. Resolves to as many, in
 * their order. Never rejects.
 */
export type Complete = (notifications: readonly Notification[], time: LookUpTime) => Promise<readonly Notification[]>;

/** The look-ups of a function. */
export interface LookUps {
  /** Begins those of a batch, which are counted together. */
  begin(): Complete;
  /** Learns, without anyone waiting, what a message that was told lacked, for the next one. One at a time. */
  learnFrom(notification: Notification): void;
}

/** Combines kinds of look-ups. */
export function createLookUps(lookUps: readonly LookUp[], clock: Clock): LookUps {
  let isLearning = false;
  const learn = async (notifications: readonly Notification[], waitMs: number, budget: Budget): Promise<void> => {
    await Promise.all(lookUps.map((lookUp) => lookUp.learn(notifications, waitMs, budget)));
  };
  return {
    begin: () => {
      const budget = { left: MAX_LOOK_UPS };
      return async (notifications, time) => {
        await learn(notifications, waitMsOf(notifications, time, clock.now()), budget);
        return notifications.map((one) => lookUps.reduce((added, lookUp) => lookUp.completed(added), one));
      };
    },
    learnFrom: (notification) => {
      if (isLearning) return;
      isLearning = true;
      void learn([notification], MAX_WAIT_MS, { left: 1 }).finally(() => {
        isLearning = false;
      });
    },
  };
}
