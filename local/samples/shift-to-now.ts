import { randomUUID } from 'node:crypto';
import { textAt } from '../../src/base/json.js';

/** Paths at which the events of `events/` say when they happened, in the order they are tried. */
const PATHS: readonly (readonly (string | number)[])[] = [
  ['time'],
  [0, 'time'],
  [0, 'Data', 'time'],
  ['Records', 0, 'Sns', 'Timestamp'],
  ['Records', 0, 'eventTime'],
  ['timestamp'],
];

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** A date with a time, to the second; its fraction and its zone stay as they are. */
const ISO_TIME = /(?<!\d)(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)(?![\d:])/g;
/** UTC as the reasons of CloudWatch alarms write it: `22/11/26 12:03:00`. */
const REASON_TIME = /\b(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)\b/g;
/** Seconds or milliseconds since 1970; a fraction stays as it is. */
const EPOCH = /(?<![\w.-])(?:\d{10}|\d{13})(?=(?:\.\d+)?(?![\w.-]))/g;

/** A number this far from the event, in milliseconds, is no time but an amount: 1.5 GiB is a time of 2021. */
const MAX_EPOCH_DISTANCE_MS = 400 * 24 * 60 * 60_000;

interface ShiftOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds since 1970. Default what the event itself says; if it does not say, its times stay as they are. */
  readonly happenedAt?: number | undefined;
  /** Default a random UUID. */
  readonly newId?: () => string;
}

/**
 * Returns the event as if it had happened now. Every time in it, inside its texts too, is moved by the same whole seconds, so that
 * what lay five minutes apart still does. Every UUID becomes another, the same one everywhere, so that neither the queue nor a
 * reader takes the event for a repeat.
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

/** Every time in the text, in the form and the zone it is written in. */
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

/** The zone does not matter: all of it moves. `undefined` if it is no time, or none with four digits for the year. */
function shifted(clock: string, ms: number): string | undefined {
  const time = Date.parse(`${clock}Z`) + ms;
  const iso = Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : '';
  return /^\d{4}-/.test(iso) ? iso.slice(0, 19) : undefined;
}
