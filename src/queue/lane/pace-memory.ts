import { isRecent } from '../../base/clock.js';
import { byUrgency, type Urgency } from '../../text/severity.js';

/**
 * The time in which no other process can have received a group, posted, and given it back, milliseconds: it would have to
 * be invoked, hide the batch, be answered by WeCom and send a carrier.
 */
const CONTINUOUS_MS = 100;
/** Time after which what the group has seen no longer makes the next, as bad, less urgent, milliseconds. */
const TOLD_MS = 60_000;

/** Remembers the last attempt to post of each group, while this process is the one that drains it. */
export interface PaceMemory {
  /**
   * Notes that this process has received a batch of the group. Returns the time since which nobody else has posted for it,
   * or made an attempt: what this process and the carriers in the batch know if the batch is `isWhole`, all that waits in
   * the group, as whoever gives a group back early leaves the time behind it. Of a longer backlog the end is not in hand:
   * there its own memory counts only if nobody can have had the group in between, else it is as if there was an attempt now.
   */
  begin(groupId: string, known: { readonly isWhole: boolean; readonly attemptedAt: number | undefined }): number;
  /** Notes an attempt, made now or at another time, milliseconds since 1970. */
  attempted(groupId: string, at?: number): void;
  /** Notes that this process is about to give the group back. */
  end(groupId: string): void;
  /** Notes what the group was told. */
  told(groupId: string, urgency: Urgency): void;
  /** Returns true if nothing as urgent was shown to the group in the last minute. */
  isWorse(groupId: string, urgency: Urgency): boolean;
}

interface Known {
  readonly attemptedAt: number;
  readonly endedAt: number;
  readonly told?: Urgency & { readonly at: number };
}

const NOTHING: Known = { attemptedAt: Number.NEGATIVE_INFINITY, endedAt: Number.NEGATIVE_INFINITY };

/** Creates an empty memory. @param now returns milliseconds since 1970. */
export function createPaceMemory(now: () => number): PaceMemory {
  const groups = new Map<string, Known>();
  const known = (groupId: string): Known => groups.get(groupId) ?? NOTHING;
  const note = (groupId: string, some: Partial<Known>): void =>
    void groups.set(groupId, { ...known(groupId), ...some });
  return {
    begin: (groupId, { isWhole, attemptedAt = Number.NEGATIVE_INFINITY }) => {
      const at = now();
      const own = known(groupId);
      const isSure = isWhole || isRecent(own.endedAt, CONTINUOUS_MS, at);
      // A later time was noted before the clock was set back.
      const last = isSure ? Math.min(Math.max(own.attemptedAt, attemptedAt), at) : at;
      note(groupId, { attemptedAt: last });
      return last;
    },
    attempted: (groupId, at = now()) => note(groupId, { attemptedAt: at }),
    end: (groupId) => note(groupId, { endedAt: now() }),
    told: (groupId, { severity, origin }) => note(groupId, { told: { at: now(), severity, origin } }),
    isWorse: (groupId, urgency) => {
      const { told } = known(groupId);
      return !told || !isRecent(told.at, TOLD_MS, now()) || byUrgency(urgency, told) < 0;
    },
  };
}
