import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RenderedContent } from '../../../src/domain/content.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Draft } from '../../../src/domain/notification.js';
import type { Reminders } from '../../../src/routing/reminders-for.js';
import type { Remind } from '../../../src/routing/rule.js';
import { sinceOf } from '../../../src/watch/alarm/occurrence.js';
import { isIn, SLOT_MS, slotOf } from '../../../src/watch/alarm/slot.js';
import type { AlarmState, Transition } from '../../../src/watch/alarm/transition.js';
import { heldAt } from '../../../src/watch/reminders/held-at.js';
import { type Hold, reachOf } from '../../../src/watch/reminders/hold.js';
import { type Owed, owedAt } from '../../../src/watch/reminders/owed.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 28, 18);
const END = START + 8 * 60 * MINUTE;
const TICKS = Array.from({ length: (END - START) / SLOT_MS }, (_, index) => START + (index + 1) * SLOT_MS);

/** Minutes after the start, from and to. */
type Stretch = readonly [from: number, to: number];
const covers = (stretches: readonly Stretch[], at: number): boolean =>
  stretches.some(([from, to]) => at >= START + from * MINUTE && at < START + to * MINUTE);

interface Night {
  readonly changes: readonly Transition[];
  readonly windows: readonly Stretch[];
  readonly mutes: readonly Stretch[];
  readonly quiet: readonly Stretch[];
  /** For how long somebody takes it, once. */
  readonly taken: readonly Stretch[];
  readonly steps: readonly Remind[];
  readonly runsAgain: boolean;
}

const CALM = { windows: [], mutes: [], quiet: [], taken: [], runsAgain: true } as const;

/** What one tick tells, and what held the alarm back at it. */
interface TickTold {
  readonly at: number;
  /** Absent if it is not in ALARM. */
  readonly since?: number;
  readonly hold?: Hold | undefined;
  readonly owed?: Owed | undefined;
}

/** Every tick of a night, each from history alone. */
function ticksOf({ changes, windows, mutes, quiet, taken, steps, runsAgain }: Night): readonly TickTold[] {
  const remindersFor = (_: unknown, at: number): readonly Reminders[] =>
    covers(mutes, at)
      ? []
      : [
          {
            ...{ rule: 'r', robots: ['default'], severity: 'critical', steps, isQuiet: covers(quiet, at) },
            callAt: (step) => (covers(quiet, at) ? NOBODY : { ...NOBODY, people: [`up to ${step}`] }),
          },
        ];
  const ack = taken.map(([from, to]) => ({
    who: '李雷',
    since: START + from * MINUTE,
    forMs: (to - from) * MINUTE,
  }))[0];
  const known = [
    {
      ...{ name: 'w', alarmNames: ['a'], isActive: false },
      windows: windows.map(([from, to]) => ({ from: START + from * MINUTE, to: START + to * MINUTE })),
    },
  ];
  return TICKS.map((at) => {
    const transitions = changes.filter((one) => one.at < at);
    const last = transitions.at(-1);
    const [told] = remindersFor(undefined, at);
    if (last?.to !== 'ALARM') return { at };
    const slot = slotOf(at);
    const since = sinceOf({ changedAt: last.at }, transitions, slot.to);
    const past = { alarm: { name: 'a', changedAt: last.at }, transitions, mutes: known, ack, since };
    const own = heldAt(past, at, slot);
    if (!told) return { at, since, hold: own === 'window' ? own : 'mute' };
    const alarm = {
      ...{ arn: '', content: {} as Draft & RenderedContent, isTaken: own === 'taken', note: '', runsAgain, since },
      ...{ changedAt: last.at, heldAt: (moment: number) => heldAt(past, moment, slot) },
    };
    const hold = own === 'window' ? own : told.isQuiet ? 'quiet' : own;
    return { at, since, hold, owed: owedAt(alarm, { ...told, robot: 'default' }, slot, { remindersFor }) };
  });
}

const minutesOf = (all: readonly TickTold[]) =>
  all.flatMap(({ at, owed }) =>
    owed ? [[(at - START) / MINUTE, owed.step, ...(owed.ended ? [owed.ended] : [])]] : [],
  );

const changesOf = (...all: readonly (readonly [minute: number, to: AlarmState])[]): readonly Transition[] =>
  all.map(([minute, to]) => ({ at: START + minute * MINUTE, to }));

const STEPS: readonly Remind[] = [{ afterMs: 16 * MINUTE }, { afterMs: 31 * MINUTE }, { afterMs: 61 * MINUTE }];

describe('owedAt', () => {
  test.each<[string, Partial<Night>, readonly (readonly (number | string)[])[]]>([
    [
      'each step is told once',
      {},
      [
        [20, 0],
        [35, 1],
        [65, 2],
      ],
    ],
    [
      'a step whose tick meets a pause is told at the first tick after it',
      { changes: changesOf([1, 'ALARM'], [34, 'OK'], [36, 'ALARM']) },
      [
        [20, 0],
        [40, 1],
        [65, 2],
      ],
    ],
    [
      'so it is if the pause has no data, and for several steps at once',
      { changes: changesOf([1, 'ALARM'], [18, 'INSUFFICIENT_DATA'], [52, 'ALARM']) },
      [
        [55, 1],
        [65, 2],
      ],
    ],
    [
      'one that fell when somebody had it is told quietly, and at the end',
      { taken: [[5, 93]] },
      [
        [20, 0],
        [35, 1],
        [65, 2],
        [95, 2, 'taken'],
      ],
    ],
    [
      'the end of that time is told though no step fell',
      { taken: [[3, 11]] },
      [
        [15, -1, 'taken'],
        [20, 0],
        [35, 1],
        [65, 2],
      ],
    ],
    [
      'one that fell in a mute is told at its end',
      { mutes: [[18, 50]] },
      [
        [50, 1, 'mute'],
        [65, 2],
      ],
    ],
    ['a window of CloudWatch’s after its own message', { windows: [[10, 91]] }, [[95, 2, 'window']]],
    [
      'a window with its own message, which CloudWatch runs again',
      { windows: [[0, 12]] },
      [
        [20, 0],
        [35, 1],
        [65, 2],
      ],
    ],
    [
      'a window with its own message, which nobody repeats',
      { windows: [[0, 12]], runsAgain: false },
      [
        [15, -1, 'window'],
        [20, 0],
        [35, 1],
        [65, 2],
      ],
    ],
    [
      'a mute that ends in quiet hours: first without its calls',
      { mutes: [[0, 50]], quiet: [[40, 100]] },
      [
        [50, 1, 'mute'],
        [65, 2],
        [100, 2, 'quiet'],
      ],
    ],
  ])('%s', (_, night, expected) => {
    expect(minutesOf(ticksOf({ ...CALM, changes: changesOf([1, 'ALARM']), steps: STEPS, ...night }))).toEqual(expected);
  });

  const stretches = (most: number): fc.Arbitrary<readonly Stretch[]> =>
    fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 120 }))
        .map(([from, lasts]) => [from, from + lasts] as const),
      { maxLength: most },
    );
  const nights: fc.Arbitrary<Night> = fc.record({
    changes: fc
      .array(
        fc.tuple(
          fc.constantFrom<AlarmState>('ALARM', 'ALARM', 'OK', 'INSUFFICIENT_DATA'),
          fc.integer({ min: 1, max: 60 }),
        ),
        {
          minLength: 1,
          maxLength: 25,
        },
      )
      .map((all) => {
        let minute = 0.5;
        const changes = all.map(([to, lasts]): Transition => {
          minute += to === 'ALARM' ? lasts : lasts / 3;
          return { at: START + minute * MINUTE, to };
        });
        return changes.filter(({ to }, index) => to !== changes[index - 1]?.to);
      }),
    windows: stretches(2),
    mutes: stretches(2),
    quiet: stretches(2),
    taken: stretches(1),
    steps: fc
      .uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 4 })
      .map((all) => all.toSorted((a, b) => a - b).map((minutes): Remind => ({ afterMs: minutes * MINUTE }))),
    runsAgain: fc.boolean(),
  });

  /** The ticks that are to tell something for a step, by the list that nobody keeps: what was told, and called, in this trouble. */
  function dueByList({ steps }: Night, ticks: readonly TickTold[]) {
    let [since, told, called] = [0, 0, 0];
    return ticks.flatMap((tick) => {
      if (tick.since === undefined) return [];
      if (tick.since !== since) [since, told, called] = [tick.since, 0, 0];
      const fell = steps.filter((step) => 'afterMs' in step && since + step.afterMs < tick.at).length;
      const reach = reachOf(tick.hold);
      const isLeft = fell > told || (reach === 2 && fell > called);
      if (reach > 0) told = fell;
      if (reach === 2) called = fell;
      return [
        {
          ...tick,
          fell,
          isDue: reach > 0 && isLeft,
          isLate: !isIn(since + afterMsOf(steps[fell - 1]), slotOf(tick.at)),
        },
      ];
    });
  }
  const afterMsOf = (step: Remind | undefined): number => (step && 'afterMs' in step ? step.afterMs : 0);

  test('over any night each step is told once, and called once, at the first tick that can', () => {
    const seen = { due: 0, late: 0, ends: 0 };
    fc.assert(
      fc.property(nights, (night) => {
        const all = dueByList(night, ticksOf(night));
        const due = all.filter(({ isDue }) => isDue);
        expect(due.filter(({ owed }) => owed === undefined)).toEqual([]);
        const told = all.flatMap(({ owed, ...tick }) => (owed ? [{ ...owed, ...tick }] : []));
        expect(told.filter(({ isDue, ended }) => !isDue && !ended)).toEqual([]);
        expect(told.filter(({ step, fell }) => step !== fell - 1)).toEqual([]);
        seen.due += due.length;
        seen.late += due.filter(({ isLate }) => isLate).length;
        seen.ends += told.filter(({ ended }) => ended).length;
      }),
      { numRuns: 500 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  test('an end is told by one tick, after a tick that it held back', () => {
    fc.assert(
      fc.property(nights, (night) => {
        const ticks = ticksOf(night);
        for (const [index, { owed, since = 0, at }] of ticks.entries()) {
          if (!owed?.ended) continue;
          const before = ticks[index - 1];
          const couldTell = before?.since === since && before.hold === undefined;
          const isNew = night.changes.some(
            (change) => change.to === 'ALARM' && change.at >= at - SLOT_MS && change.at < at,
          );
          expect(couldTell && !isNew).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
