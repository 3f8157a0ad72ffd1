import { z } from 'zod';
import type { Remind } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { callSchema } from './mentions-schema.js';

/** The units of a length of time, milliseconds. */
export const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const LENGTH = /^([1-9]\d{0,3})([mhd])$/;
const RULE = 'a length such as 15m, 4h or 1d';
/** A tick comes every five minutes. */
const SHORTEST_MS = 5 * UNITS_MS.m;
const AT_LEAST = `${RULE}, at least 5m`;

const isUnit = (unit: string | undefined): unit is keyof typeof UNITS_MS => unit !== undefined && unit in UNITS_MS;

/** A length of time, read as milliseconds. */
const length = z
  .string({ error: RULE })
  .regex(LENGTH, { error: RULE })
  .refine((written) => msOf(written) >= SHORTEST_MS, { error: AT_LEAST })
  .transform(msOf);

function msOf(written: string): number {
  const [, count, unit] = LENGTH.exec(written) ?? [];
  return Number(count) * (isUnit(unit) ? UNITS_MS[unit] : 0);
}

const call = callSchema.exactOptional().describe('Called from this step on, besides those before');

const once = keysOf({ after: length.describe('So long after the first ALARM: 15m, 4h, 1d'), call }).transform(
  ({ after, ...rest }): Remind => ({ afterMs: after, ...rest }),
);
const again = keysOf({
  every: length.describe('Again and again, counted from the step before'),
  until: length.exactOptional().describe('Up to so long after the first ALARM; default 24h'),
  call,
}).transform(
  ({ every, until, ...rest }): Remind => ({ everyMs: every, ...(until !== undefined && { untilMs: until }), ...rest }),
);

/** The steps in which what stays in ALARM is told again. */
export const remindSchema = z
  .union([z.literal('off').transform((): readonly Remind[] => []), z.array(z.union([once, again]))])
  .superRefine((steps, context) => {
    const misplaced = steps.findIndex((step, index) => 'everyMs' in step && index < steps.length - 1);
    if (misplaced === -1) return;
    context.addIssue({
      code: 'custom',
      path: [misplaced],
      input: steps[misplaced],
      message: 'every only as the last step',
    });
  });
