import { randomUUID } from 'node:crypto';
import { textAt } from '../../src/base/json.js';

/** Paths to the time of the occurrence in the events of `events/`, in the order in which they are tried. */
const PATHS: readonly (readonly (string | number)[])[] = [
  ['time'],
  [0, 'time'],
  [0, 'Data', 'time'],
  ['Records', 0, 'Sns', 'Timestamp'],
  ['Records', 0, 'eventTime'],
  ['timestamp'],
];

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** A date with a time, to the second. Its fraction and its zone are left unchanged. */
const ISO_TIME = /(?<!\d)(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)(?![\d:])/g;
/** UTC in the form that CloudWatch writes in an alarm's reason: `22/11/26 12:03:00`. */
const REASON_TIME = /\b(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)\b/g;
/** Seconds or milliseconds since 1970. A fraction is left unchanged. */
const EPOCH = /(?<![\w.-])(?:\d{10}|\d{13})(?=(?:\.\d+)?(?![\w.-]))/g;

/**
 * Distance from the event, in milliseconds, beyond which a number is not a time but an amount: 1.5 GiB would be a time
 * of 2021.
 */
const MAX_EPOCH_DISTANCE_MS = 400 * 24 * 60 * 60_000;

interface ShiftOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds since 1970. Default: the event's own time; if it has none, its times stay unchanged. */
  readonly happenedAt?: number | undefined;
  /** Default: a random UUID. */
  readonly newId?: () => string;
}

/**
 * Returns the event as if it had just happened. All times in it, also inside its texts, are moved by the same number of
 * whole seconds, so that times five minutes apart stay so. Every UUID is replaced, by the same new one everywhere, so
 * that neither the queue nor a reader takes the event for a repeat.
 */
export function shiftToNow(
  event: unknown,
  { now, happenedAt = toldTime(event), newId = randomUUID }: ShiftOptions,
): unknown {
  const fresh = withNewIds(JSON.stringify(event), newId);
  return JSON.parse(happenedAt === undefined ? fresh : shiftTimes(fresh, happenedAt, now));
}

function toldTime(event: unknown): number | undefined {
  return PATHS.map((path) => Date.parse(textAt(event, ...path) ?? '')).find((time) => !Number.isNaN(time));
}

function withNewIds(json: string, newId: () => string): string {
  const ids = new Map<string, string>();
  return json.replace(UUID, (id) => {
    const renewed = ids.get(id) ?? newId();
    ids.set(id, renewed);
    return renewed;
  });
}

/** Moves every time in the text, keeping its form and its zone. */
function shiftTimes(text: string, happenedAt: number, now: number): string {
  const ms = Math.round((now - happenedAt) / 1000) * 1000;
  return text
    .replace(ISO_TIME, (whole, date: string, between: string, time: string) => {
      return shifted(`${date}T${time}`, ms)?.replace('T', between) ?? whole;
    })
    .replace(REASON_TIME, (whole, day: string, month: string, year: string, time: string) => {
      const [date, clock] = shifted(`20${year}-${month}-${day}T${time}`, ms)?.split('T') ?? [];
      return date ? `${date.slice(2).split('-').reverse().join('/')} ${clock}` : whole;
    })
    .replace(EPOCH, (digits) => {
      const unit = digits.length === 10 ? 1000 : 1;
      const isTime = Math.abs(Number(digits) * unit - happenedAt) <= MAX_EPOCH_DISTANCE_MS;
      return isTime ? String(Number(digits) + ms / unit) : digits;
    });
}

/** Moves a time, whatever its zone. Returns `undefined` if it is not a time, or not one with a four-digit year. */
function shifted(clock: string, ms: number): string | undefined {
  const time = Date.parse(`${clock}Z`) + ms;
  const iso = Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : '';
  return /^\d{4}-/.test(iso) ? iso.slice(0, 19) : undefined;
}
