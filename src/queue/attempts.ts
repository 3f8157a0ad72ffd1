/**
 * Results of earlier attempts at a message. They travel in its queue body, so that any process knows them: a receive count
 * begins anew when a message is sent back, and a process may be gone.
 */
export interface Attempts {
  /** Times the message was sent back to the end of its group; part of its deduplication id. */
  readonly sentBack: number;
  /** Attempts after which the group may have seen the message. */
  readonly unconfirmed: number;
  /** Attempts that failed while other messages of its robot went through. */
  readonly failedAlone: number;
  /** Attempts that WeCom answered with an errcode that is not documented. */
  readonly unknownErrcode: number;
  /** Time of the first attempt counted here, milliseconds since 1970; 0 if there is none. */
  readonly since: number;
  /** Earliest time of the next attempt, milliseconds since 1970. */
  readonly notBefore: number;
  /** Time of the last probe made for the message, milliseconds since 1970; 0 if there was none. */
  readonly probedAt: number;
}

/** The record of a message that nothing is known about. */
export const NO_ATTEMPTS: Attempts = {
  sentBack: 0,
  unconfirmed: 0,
  failedAlone: 0,
  unknownErrcode: 0,
  since: 0,
  notBefore: 0,
  probedAt: 0,
};

/** Most attempts after which a message may have been shown: more of them could only repeat it once more. */
export const MAX_UNCONFIRMED = 2;
/** Attempts that fail while others go through, before a message is parked; and the least time they take together. */
const MAX_FAILED_ALONE = 2;
const MIN_ALONE_MS = 10 * 60_000;
/** Attempts at an undocumented errcode, and the time between two: three within ten minutes. */
const MAX_UNKNOWN_ERRCODE = 3;
const UNKNOWN_ERRCODE_MS = 3 * 60_000;
/** Wait after an attempt that failed alone: doubles up to two minutes, so that the robot's posts are left to the others. */
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

/** Returns true if the message has had its tries and is parked now. */
export function isUsedUp(attempts: Attempts, now: number): boolean {
  return (
    attempts.unconfirmed >= MAX_UNCONFIRMED ||
    attempts.unknownErrcode >= MAX_UNKNOWN_ERRCODE ||
    (attempts.failedAlone >= MAX_FAILED_ALONE && now - attempts.since >= MIN_ALONE_MS)
  );
}

/** Returns true if one more failure while another message goes through would park the message. */
export function isOnLastTry(attempts: Attempts, now: number): boolean {
  return attempts.failedAlone > 0 && isUsedUp(afterFailedAlone(attempts, now), now);
}

/** Returns true if WeCom may be probed for the message at `now`. */
export function isProbeDue({ probedAt }: Attempts, now: number): boolean {
  return probedAt === 0 || now - probedAt >= PROBE_EVERY_MS;
}

/** Returns true if an earlier attempt failed for the message's own sake: it is posted alone, after the others. */
export function isSuspect({ failedAlone, unknownErrcode }: Attempts): boolean {
  return failedAlone > 0 || unknownErrcode > 0;
}
