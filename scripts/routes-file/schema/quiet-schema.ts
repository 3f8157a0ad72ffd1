import * as z from 'zod';
import { SEVERITIES } from '../../../src/domain/severity.js';
import { ALL_DAY } from '../../../src/routing/quiet-hours.js';
import { DAYS, type Quiet } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { callSchema } from './mentions-schema.js';
import { minuteOfDay, timeZone } from './times.js';

/** Hours without mentions. */
export const quietSchema = keysOf({
  from: minuteOfDay.exactOptional().describe('Their beginning; with days, default midnight'),
  to: minuteOfDay
    .exactOptional()
    .describe('Their end; if it is earlier than the beginning, on the next day; with days, default midnight'),
  days: listOf(z.enum(DAYS))
    .exactOptional()
    .describe('The days on which they begin; weekday and weekend know holidays and workdays; default every day'),
  except: listOf(z.enum(SEVERITIES)).exactOptional().describe('Severities that call people all the same'),
  call: callSchema.exactOptional().describe('Called instead; default no one'),
  timeZone: timeZone.exactOptional().describe("IANA time zone; default the deployment's"),
} satisfies Readonly<Record<keyof Quiet, z.ZodType>>)
  .superRefine(({ from, to, days }, context) => {
    if (from === undefined && to === undefined && days) return;
    for (const [key, value] of Object.entries({ from, to })) {
      const message = "a time such as '22:00', in quotes";
      if (value === undefined) context.addIssue({ code: 'custom', path: [key], input: undefined, message });
    }
  })
  .transform((quiet): Quiet => ({ ...ALL_DAY, ...quiet }))
  // For editors: hours, or days.
  .meta({ id: 'quiet', anyOf: [{ required: ['from', 'to'] }, { required: ['days'] }] });
