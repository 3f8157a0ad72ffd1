import * as z from 'zod';
import { isTimeZone } from '../../../src/base/time-zone.js';
import type { DayRange } from '../../../src/routing/rule.js';
import { text } from './texts.js';

const DAY_MS = 86_400_000;
const MINUTES = 60;
const DAY_MINUTES = 1440;

const TIME = "a time such as '22:00', in quotes";
const DATE = "a date such as '2026-11-02'";
const DAYS = "a date such as '2026-10-01', or a range such as '2026-10-01..2026-10-07', in quotes";
const MOMENT = "a date such as '2026-12-24', or with a time such as '2026-12-24 18:00', in quotes";

/** A time of day up to `24:00`, read as minutes after midnight. */
export const minuteOfDay = z
  .string({ error: TIME })
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, { error: TIME })
  .transform(minutesOf);

/** A date, read as days since 1970-01-01. */
export const dayNumber = z.iso.date({ error: DATE }).transform(dayOf);

/** A date or a range of dates, both included. */
export const dayRange = z
  .string({ error: DAYS })
  .regex(/^\d{4}-\d\d-\d\d(\.\.\d{4}-\d\d-\d\d)?$/, { error: DAYS })
  .refine((days) => days.split('..').every(isDate), { error: DAYS })
  .refine((days) => days.split('..').every((day) => day >= days.slice(0, 10)), {
    error: 'a range that ends after it begins',
  })
  .transform((days): DayRange => {
    const [first = '', last = first] = days.split('..');
    return { first: dayOf(first), last: dayOf(last) };
  });

/** A date, or a date with a time, read as wall-clock minutes since 1970-01-01. */
export const minuteNumber = z
  .string({ error: MOMENT })
  .regex(/^\d{4}-\d\d-\d\d([ T]([01]\d|2[0-3]):[0-5]\d)?$/, { error: MOMENT })
  .refine((moment) => isDate(moment.slice(0, 10)), { error: MOMENT })
  .transform((moment) => dayOf(moment.slice(0, 10)) * DAY_MINUTES + minutesOf(moment.slice(11) || '0:00'));

/** An IANA time zone in any case, read as Intl spells it. */
export const timeZone = text('an IANA time zone')
  .refine(isTimeZone, { error: 'an IANA time zone' })
  .transform((zone) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);

function isDate(date: string): boolean {
  return z.iso.date().safeParse(date).success;
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * MINUTES + (minutes ?? 0);
}
