import { z } from 'zod';
import type { Rotate } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { text } from './texts.js';
import { dayNumber, minuteOfDay, timeZone } from './times.js';

/** An on-call rota. */
export const rotateSchema = keysOf({
  people: listOf(text('a name'))
    .refine((people) => people.length > 0, { error: 'a list of at least one name' })
    .describe("Names of the secret's people, or mobiles, in the order of their turns"),
  every: z.enum(['day', 'week']).describe('The length of a turn'),
  start: dayNumber.describe("The first day of the first person's turn"),
  handOver: minuteOfDay.exactOptional().describe('The time of the hand-over; default midnight'),
  timeZone: timeZone.exactOptional().describe("IANA time zone; default the deployment's"),
} satisfies Readonly<Record<'start' | Exclude<keyof Rotate, 'startDay'>, z.ZodType>>).transform(
  ({ start, handOver = 0, ...rest }): Rotate => ({ ...rest, startDay: start, handOver }),
);
