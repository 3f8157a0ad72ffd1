import * as z from 'zod';
import type { Remind } from '../../../src/routing/rule.js';
import { DEFAULT_UNTIL_MS } from '../../../src/watch/reminders/steps.js';
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

/** A length of time. */
const length = z
  .string({ error: RULE })
  // What is no length is compared with nothing.
  .regex(LENGTH, { error: RULE, abort: true })
  .refine((written) => msOf(written) >= SHORTEST_MS, { error: AT_LEAST });

function msOf(written: string): number {
  const [, count, unit] = LENGTH.exec(written) ?? [];
  return Number(count) * (isUnit(unit) ? UNITS_MS[unit] : 0);
}

const call = callSchema.exactOptional().describe('Called from this step on, besides those before');

const once = keysOf({ after: length.describe('So long after the first ALARM: 15m, 4h, 1d'), call });
const again = keysOf({
  every: length.describe('Again and again, counted from the step before'),
  until: length.exactOptional().describe('Up to so long after the first ALARM; default 24h'),
  call,
});
type Step = z.output<typeof once> | z.output<typeof again>;

/** A rule that a step breaks, with the path from it to the wrong value. */
interface Broken {
  readonly message: string;
  readonly path: readonly string[];
  readonly input: unknown;
}

/** Returns the rule that a step breaks by its place among the others, or `undefined`. A step that is never told, or too early, is a slip. */
function brokenBy(
  step: Step,
  others: { readonly before?: Step | undefined; readonly isLast: boolean },
): Broken | undefined {
  const before = others.before && 'after' in others.before ? others.before : undefined;
  if ('after' in step) {
    if (before === undefined || msOf(step.after) > msOf(before.after)) return undefined;
    const message = `longer than that of the step before, ${before.after}`;
    return { message, path: ['after'], input: step.after };
  }
  if (!others.isLast) return { message: 'every only as the last step', path: [], input: step };
  const first = [...(before ? [before.after] : []), step.every];
  const firstMs = first.reduce((sum, written) => sum + msOf(written), 0);
  if (firstMs <= (step.until === undefined ? DEFAULT_UNTIL_MS : msOf(step.until))) return undefined;
  const message = `at least ${first.join(' + ')}, its first time${step.until === undefined ? ' (24h unless said)' : ''}`;
  return { message, path: ['until'], input: step.until };
}

function stepOf({ call: called, ...step }: Step): Remind {
  const calls = called && { call: called };
  if ('after' in step) return { afterMs: msOf(step.after), ...calls };
  const { every, until } = step;
  return { everyMs: msOf(every), ...(until !== undefined && { untilMs: msOf(until) }), ...calls };
}

const steps = z.array(z.union([once, again])).superRefine((all, context) => {
  for (const [index, step] of all.entries()) {
    const broken = brokenBy(step, { before: all[index - 1], isLast: index === all.length - 1 });
    if (broken) context.addIssue({ ...broken, code: 'custom', path: [index, ...broken.path] });
  }
});

/** The steps in which what stays in ALARM is told again. */
export const remindSchema = z.union([
  z.literal('off', { error: 'off, or a list of steps' }).transform((): readonly Remind[] => []),
  steps.transform((all): readonly Remind[] => all.map(stepOf)),
]);
