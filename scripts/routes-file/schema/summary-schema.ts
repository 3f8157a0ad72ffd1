import * as z from 'zod';
import { DAYS, type Summary } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { robotName } from './texts.js';
import { minuteOfDay, timeZone } from './times.js';

/** A message at a time of day that says how things stand. */
export const summarySchema = keysOf({
  at: minuteOfDay.describe("The time of day: '09:30'"),
  days: listOf(z.enum(DAYS))
    .exactOptional()
    .describe('The days on which it is told; weekday and weekend know holidays and workdays; default every day'),
  robots: listOf(robotName)
    .exactOptional()
    .describe('Robots, each of which hears what its rules send to it; default the robot default'),
  timeZone: timeZone.exactOptional().describe("IANA time zone; default the deployment's"),
} satisfies Readonly<Record<keyof Summary, z.ZodType>>).meta({ id: 'summary' });
