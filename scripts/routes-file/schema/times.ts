import { z } from 'zod';
import { isTimeZone } from '../../../src/base/time-zone.js';
import { text } from './texts.js';

const DAY_MS = 86_400_000;
const MINUTES = 60;

const TIME = "a time such as '22:00', in quotes";
const DATE = "a date such as '2026-11-02'";

/** A time of day up to `24:00`, read as minutes after midnight. */
export const minuteOfDay = z
  .string({ error: TIME })
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, { error: TIME })
  .transform((time) => {
    const [hours, minutes] = time.split(':').map(Number);
    return (hours ?? 0) * MINUTES + (minutes ?? 0);
  });

/** A date, read as days since 1970-01-01. */
export const dayNumber = z.iso.date({ error: DATE }).transform((date) => Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** An IANA time zone in any case, read as Intl spells it. */
export const timeZone = text('an IANA time zone')
  .refine(isTimeZone, { error: 'an IANA time zone' })
  .transform((zone) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
