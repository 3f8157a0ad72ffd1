import { isRecent } from '../../base/clock.js';

/**
 * The results of earlier attempts at a message. They travel in its queue body, so that every process knows them: a
 * receive count starts anew when a message is sent back, and a process may be gone.
 */
export interface Attempts {
  /** Number of times the message was sent back to the end of its group. Part of its deduplication id. */
  readonly sentBack: number;
  /** Number of attempts after which the group may have seen the message. */
  readonly unconfirmed: number;
  /** Number of attempts that failed while other messages of its robot went through. */
  readonly failedAlone: number;
  /** Number of attempts that WeCom answered with an undocumented errcode. */
  readonly unknownErrcode: number;
  /** Time of the first attempt counted here, milliseconds since 1970. 0 if there is none. */
  readonly since: number;
  /** Earliest time of the next attempt, milliseconds since 1970. */
  readonly notBefore: number;
  /** Time of the last probe for the message, milliseconds since 1970. 0 if there was none. */
  readonly probedAt: number;
}

/** The record of a message without earlier attempts. */
export const NO_ATTEMPTS: Attempts = {
  sentBack: 0,
  unconfirmed: 0,
  failedAlone: 0,
  unknownErrcode: 0,
  since: 0,
  notBefore: 0,
  probedAt: 0,
};

/** Most attempts after which a message may have been shown: one more could only repeat it again. */
export const MAX_UNCONFIRMED = 2;
/**
 * Attempts that may fail while others go through, before a message is dead-lettered, and the least time they take
 * together.
 */
const MAX_FAILED_ALONE = 2;
const MIN_ALONE_MS = 10 * 60_000;
/** Attempts with an undocumented errcode, and the time between two: three within ten minutes. */
const MAX_UNKNOWN_ERRCODE = 3;
const UNKNOWN_ERRCODE_MS = 3 * 60_000;
/** Delay after an attempt that failed alone. It doubles up to two minutes, to leave the robot's posts to the others. */
const FIRST_ALONE_MS = 15_000;
const MAX_ALONE_WAIT_MS = 120_000;
/** Time between two probes made for one message, milliseconds. */
const PROBE_EVERY_MS = 60_000;

/** Returns the record after an attempt that may have been shown. */
export function afterUnconfirmed(attempts: Attempts, now: number): Attempts {
  return { ...attempts, unconfirmed: attempts.unconfirmed + 1, since: attempts.since || now };
}

/** Returns the record after an attempt that failed while others of the robot went through. */
export function afterFailedAlone(attempts: Attempts, now: number): Attempts {
  const failedAlone = attempts.failedAlone + 1;
  const waitMs = Math.min(FIRST_ALONE_MS * 2 ** Math.min(attempts.failedAlone, 10), MAX_ALONE_WAIT_MS);
  return { ...attempts, failedAlone, since: attempts.since || now, notBefore: now + waitMs };
}

/** Returns the record after an attempt that WeCom answered with an undocumented errcode. */
export function afterUnknownErrcode(attempts: Attempts, now: number): Attempts {
  const unknownErrcode = attempts.unknownErrcode + 1;
  return { ...attempts, unknownErrcode, since: attempts.since || now, notBefore: now + UNKNOWN_ERRCODE_MS };
}

/** Returns true if the group may have seen the message and it may be sent once more. */
export function mayBeShown({ unconfirmed }: Attempts): boolean {
  return unconfirmed > 0;
}

/**
 * Returns true if the message may be tried at `now`. A time further ahead than any that is set here was set before the
 * clock was set back.
 */
export function isDue({ notBefore }: Attempts, now: number): boolean {
  return notBefore <= now || notBefore - now > UNKNOWN_ERRCODE_MS;
}

/** Returns true if the message has used up its attempts and is dead-lettered now. */
export function isUsedUp(attempts: Attempts, now: number): boolean {
  return (
    attempts.unconfirmed >= MAX_UNCONFIRMED ||
    attempts.unknownErrcode >= MAX_UNKNOWN_ERRCODE ||
    // If the clock was set back, `since` may be later than `now`.
    (attempts.failedAlone >= MAX_FAILED_ALONE && Math.abs(now - attempts.since) >= MIN_ALONE_MS)
  );
}

/** Returns true if one more failure while another message goes through would dead-letter the message. */
export function isOnLastTry(attempts: Attempts, now: number): boolean {
  return attempts.failedAlone > 0 && isUsedUp(afterFailedAlone(attempts, now), now);
}

/** Returns true if a probe may be made for the message at `now`. */
export function isProbeDue({ probedAt }: Attempts, now: number): boolean {
  return probedAt === 0 || !isRecent(probedAt, PROBE_EVERY_MS, now);
}

/** Returns true if an earlier attempt failed because of the message itself: it is posted alone, after the others. */
export function isSuspect({ failedAlone, unknownErrcode }: Attempts): boolean {
  return failedAlone > 0 || unknownErrcode > 0;
}

/** Returns true if an attempt at the message alone has failed, or may have been shown: it is not sent on with others. */
export function isSetAside(attempts: Attempts): boolean {
  return mayBeShown(attempts) || isSuspect(attempts);
}
