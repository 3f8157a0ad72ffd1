import * as z from 'zod';
import { readMobile } from '../../../src/domain/mobile.js';
import { DAY_MINUTES } from '../../../src/routing/local-time.js';
import { daysOf } from '../../../src/routing/on-call.js';
import type { RotaOverride, Rotate } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { text } from './texts.js';
import { dayNumber, minuteNumber, minuteOfDay, timeZone } from './times.js';

/** Names and mobiles: a mobile is written in its one form, by which the function tells it from a name. */
const people = listOf(text('a name')).transform((all) => all.map((one) => readMobile(one) ?? one));

/** Whole turns of other people, by the date on which they begin. */
const turns = z
  .record(z.iso.date({ error: "a date such as '2026-12-24', or the keys from, to, who" }), people)
  .transform((whoByDate) => ({ turns: Object.entries(whoByDate).map(([date, who]) => ({ date, who })), hours: [] }));

/** Hours of other people. */
const hours = keysOf({
  from: minuteNumber.describe("Their beginning: '2026-12-24 18:00'"),
  to: minuteNumber.describe('Their end'),
  who: people.describe("Names of the secret's people, or mobiles"),
} satisfies Readonly<Record<keyof RotaOverride, z.ZodType>>)
  .refine(({ from, to }) => from < to, { error: 'a moment after from', path: ['to'] })
  .transform((one: RotaOverride) => ({ hours: [one], turns: [] }));

/** An on-call rota. */
export const rotateSchema = keysOf({
  people: people
    .refine(({ length }) => length > 0, { error: 'a list of at least one name' })
    .describe("Names of the secret's people, or mobiles, in the order of their turns"),
  every: z.enum(['day', 'week']).describe('The length of a turn'),
  start: dayNumber.describe("The first day of the first person's turn"),
  handOver: minuteOfDay.exactOptional().describe('The time of the hand-over; default midnight'),
  overrides: listOf(z.union([hours, turns]))
    .exactOptional()
    .describe("Changes: { '2026-12-24': 李雷 } for the turn that begins then, { from, to, who } for hours"),
  timeZone: timeZone.exactOptional().describe("IANA time zone; default the deployment's"),
} satisfies Readonly<Record<'start' | Exclude<keyof Rotate, 'startDay'>, z.ZodType>>)
  .superRefine(({ start, every, overrides = [] }, context) => {
    for (const { date } of overrides.flatMap((one) => one.turns)) {
      const [day, length] = [dayNumber.parse(date), daysOf(every)];
      const late = (((day - start) % length) + length) % length;
      if (late === 0) continue;
      const nearest = new Date((day - late) * 86_400_000).toISOString().slice(0, 10);
      const message = `a date on which a turn begins, such as '${nearest}'`;
      context.addIssue({ code: 'custom', path: ['overrides', date], input: date, message });
    }
  })
  .transform(({ start, handOver = 0, overrides, ...rest }): Rotate => {
    const rota = { ...rest, startDay: start, handOver };
    return overrides ? { ...rota, overrides: compiled(overrides, rota) } : rota;
  })
  .meta({ id: 'rota' });

type Written = z.output<typeof hours> | z.output<typeof turns>;

/** Hours come before whole turns: they are the narrower wish. */
function compiled(overrides: readonly Written[], { every, handOver }: Rotate): readonly RotaOverride[] {
  const whole = overrides.flatMap((one) => one.turns);
  return [
    ...overrides.flatMap((one) => one.hours),
    ...whole.map(({ date, who }) => {
      const from = dayNumber.parse(date) * DAY_MINUTES + handOver;
      return { from, to: from + daysOf(every) * DAY_MINUTES, who };
    }),
  ];
}
