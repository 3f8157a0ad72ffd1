import { momentOf } from '../../routing/local-time.js';

/** Longest name of who has an alarm, in characters. */
export const MAX_WHO = 40;

/** The times after which an alarm that somebody has calls people again, by how a tag says it. */
const UNIT_MS: Readonly<Record<string, number>> = {
  ...{ m: 60_000, h: 3_600_000, d: 86_400_000 },
  ...{ 分钟: 60_000, 小时: 3_600_000, 天: 86_400_000 },
};

const MINUTE_MS = 60_000;
/** Clocks differ by so much, milliseconds. What is later than this is a slip, not a time at which somebody took an alarm. */
const CLOCK_SKEW_MS = 10 * MINUTE_MS;

/**
 * The end of the time for which somebody has an alarm is looked for so often, milliseconds: it takes a request for each alarm that would
 * call people.
 */
export const ACK_LOOK_MS = 15 * MINUTE_MS;

/** The statement of a tag: who has an alarm. */
export interface Ack {
  /** A person's name. `?` if the tag names no one. */
  readonly who: string;
  /** When it was taken, milliseconds since 1970: the end of the minute if the tag has no seconds. Absent if it says no time. */
  readonly since?: number;
  /** For how long, milliseconds. Absent: until the alarm is over. */
  readonly forMs?: number;
}

/** The meaning of a tag for one occurrence of its alarm: only `valid` stops calls. */
export type AckStanding = 'valid' | 'without a time' | 'older' | 'over' | 'in the future';

const TIME = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?/g;
const DURATION = /^(\d{1,4})(m|h|d|分钟|小时|天)$/i;

/**
 * Reads a tag as a person or a program writes it: `李雷 2026-11-29T03:12Z 4h`, in which only the name and the time count as needed. A
 * time without an offset is local.
 * @param timeZone the zone of a time without an offset.
 */
export function readAck(value: string, timeZone: string): Ack {
  // The last one: a program writes the time behind the name.
  const found = [...value.matchAll(TIME)].at(-1);
  const since = found ? timeIn(found, timeZone) : undefined;
  const others = (found ? value.replace(found[0], ' ') : value).split(/\s+/).filter((word) => word !== '');
  // `4h` is one word, `4 h` are two.
  const words = [1, 2].find((count) => durationOf(others.slice(-count).join('')) !== undefined) ?? 0;
  const forMs = durationOf(others.slice(others.length - words).join(''));
  const names = others.slice(0, others.length - words);
  return {
    who: [...names.join(' ')].slice(0, MAX_WHO).join('') || '?',
    ...(since !== undefined && { since }),
    ...(forMs !== undefined && { forMs }),
  };
}

function timeIn([, date = '', time = '', seconds, offset]: RegExpExecArray, timeZone: string): number | undefined {
  const written = Date.parse(`${date}T${time}${seconds ?? ''}${offset ?? 'Z'}`);
  if (Number.isNaN(written)) return undefined;
  const moment =
    offset === undefined ? momentOf(Math.floor(written / MINUTE_MS), timeZone) + (written % MINUTE_MS) : written;
  return seconds === undefined ? moment + MINUTE_MS - 1 : moment;
}

/** Reads a duration, `90m`, `4h` or `1D`, in milliseconds. `undefined` for anything else. */
export function durationOf(text: string): number | undefined {
  const [, count, unit = ''] = DURATION.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (UNIT_MS[unit.toLowerCase()] ?? 0);
}

/**
 * Returns what a tag means for an occurrence. One without a time cannot be compared with it and counts for nothing, or a tag that
 * was forgotten would keep an alarm quiet for ever. Nor does a time in the future count, for the same reason.
 * @param occurrenceSince its first ALARM, milliseconds since 1970.
 */
export function standingOf({ since, forMs }: Ack, occurrenceSince: number, now: number): AckStanding {
  if (since === undefined) return 'without a time';
  if (since < occurrenceSince) return 'older';
  if (since > now + CLOCK_SKEW_MS) return 'in the future';
  return forMs !== undefined && now >= since + forMs ? 'over' : 'valid';
}

/** Returns a tag's statement as reminders heed it: up to the moment at which its end is looked for. */
export function untilLooked(ack: Ack): Ack {
  const { since, forMs } = ack;
  if (since === undefined || forMs === undefined) return ack;
  return { ...ack, forMs: Math.ceil((since + forMs) / ACK_LOOK_MS) * ACK_LOOK_MS - since };
}

/** Letters, digits, spaces and signs that AWS allows in the value of a tag. */
const NOT_IN_A_TAG = /[^\p{L}\p{N} _.:/=+@-]/gu;

/**
 * Returns a name as a tag can hold it, or `undefined` if nothing of it is left.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Tag.html
 */
export function nameForTag(given: string): string | undefined {
  const plain = given.slice(0, 1000).normalize('NFC').replace(/\s/g, ' ').replace(NOT_IN_A_TAG, '');
  const name = plain.replace(/ {2,}/g, ' ').trim();
  return [...name].slice(0, MAX_WHO).join('').trim() || undefined;
}

/**
 * Writes a tag, which {@link readAck} reads: whole minutes, in UTC.
 * @param who as {@link nameForTag} returns it.
 * @param duration `4h`, or nothing for until the alarm is over.
 */
export function writeAck(who: string, since: number, duration: string | undefined): string {
  const time = `${new Date(since).toISOString().slice(0, 16)}Z`;
  return [who, time, ...(duration === undefined ? [] : [duration])].join(' ');
}
