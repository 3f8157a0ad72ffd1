import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InFlightBlocks } from '../../local/sqs/settings.js';
import {
  type Attempt,
  type Fate,
  type History,
  INTERVAL_MS,
  isShown,
  isUnheard,
  play,
  type World,
} from './queue-model.js';

const HOUR = 60 * 60_000;
const MINUTE = 60_000;
const FATES: readonly Fate[] = [
  'ok',
  'busy',
  'unknown',
  'broken',
  'refused',
  'content',
  'reset',
  'shown, no answer',
  'shown, dies',
  'dies',
];

const world: fc.Arbitrary<World> = fc.record({
  sentAt: fc.array(fc.nat(120_000), { minLength: 1, maxLength: 60 }).map((times) => times.sort((a, b) => a - b)),
  fates: fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.constant<Fate>('ok') }, { weight: 2, arbitrary: fc.constantFrom(...FATES) }),
    {
      maxLength: 40,
    },
  ),
  tookMs: fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 5 }),
  consumers: fc.integer({ min: 1, max: 4 }),
  inFlightBlocks: fc.constantFrom<InFlightBlocks>('group', 'later'),
});

/** Ids in the order in which the group first saw them. */
function firstShown({ attempts }: History): readonly number[] {
  return [...new Set(attempts.filter(isShown).flatMap(({ ids }) => ids))].map(Number);
}

function check(property: (given: World, history: History) => void): void {
  fc.assert(
    fc.property(world, (given) => property(given, play(given))),
    { numRuns: 300 },
  );
}

/** Attempts at a message, in their order. */
function attemptsAt(id: string, { attempts }: History): readonly Attempt[] {
  return attempts.filter(({ ids }) => ids.includes(id));
}

describe('lane, with a FIFO queue and WeCom around it', () => {
  it('lane: whatever goes wrong, every message is shown or parked, and soon', () => {
    check(({ sentAt }, history) => {
      const ends = new Set([...firstShown(history), ...history.parked.map(Number)]);
      expect([...ends].sort((a, b) => a - b)).toEqual(sentAt.map((_, id) => id));
      expect(history.endedAt).toBeLessThan(3 * HOUR);
    });
  });

  it('lane: a message is shown at most twice until a consumer dies, twice again after each that died, and never after it was heard to be shown', () => {
    check((_, history) => {
      for (const id of new Set(history.attempts.flatMap(({ ids }) => ids))) {
        const own = attemptsAt(id, history);
        // A consumer that dies, be it in a probe, takes its knowledge with it: whoever comes after it may try twice again.
        const deaths = history.attempts.filter(({ fate }) => fate.includes('dies')).length;
        expect(own.filter(isShown).length).toBeLessThanOrEqual(2 * (deaths + 1));
        expect(own.filter((attempt) => isShown(attempt) && !isUnheard(attempt)).length).toBeLessThanOrEqual(1);
        expect(history.parked.filter((one) => one === id).length).toBeLessThanOrEqual(1);
        // The end is the end: after it was heard to be shown, or parked, it is not tried again.
        const heard = own.findIndex((attempt) => isShown(attempt) && !isUnheard(attempt));
        if (heard >= 0) expect(own).toHaveLength(heard + 1);
      }
    });
  });

  it('lane: what may have been shown is sent again only after WeCom answered something else', () => {
    check((_, history) => {
      for (const id of new Set(history.attempts.flatMap(({ ids }) => ids))) {
        for (const [index, attempt] of attemptsAt(id, history).entries()) {
          const before = attemptsAt(id, history)[index - 1];
          if (!before || before.isLimited || !(before.fate === 'reset' || before.fate === 'shown, no answer')) continue;
          const between = history.attempts.slice(
            history.attempts.indexOf(before) + 1,
            history.attempts.indexOf(attempt),
          );
          // A consumer that died took its knowledge with it.
          const isKnown = between.some((other) => other.isLimited || !isUnheard(other) || other.fate.includes('dies'));
          expect(isKnown).toBe(true);
        }
      }
    });
  });

  it('lane: attempts keep their distance across batches and consumers, so that WeCom never finds them too fast', () => {
    check((_, { attempts }) => {
      for (const [index, { at, isLimited }] of attempts.entries()) {
        const before = attempts[index - 1];
        if (before) expect(at - before.at).toBeGreaterThanOrEqual(INTERVAL_MS);
        expect(isLimited).toBe(false);
      }
    });
  });

  it('lane: messages that never failed are shown in the order in which they were sent', () => {
    check((_, history) => {
      const ids = firstShown(history).filter((id) => attemptsAt(String(id), history).length === 1);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    });
  });

  const poisons = (
    ['busy', 'reset', 'unknown', 'broken', 'shown, no answer'] as const satisfies readonly Fate[]
  ).flatMap((fate) => (['group', 'later'] as const).map((inFlightBlocks) => ({ fate, inFlightBlocks })));

  it.each(poisons)(
    'lane: one of 200 messages is always "$fate", in flight blocks $inFlightBlocks: the others are shown in two minutes more than they take, itself parked in 30',
    ({ fate, inFlightBlocks }) => {
      const count = 200;
      const healthy = play({ sentAt: Array(count).fill(0), fates: [], tookMs: [100], consumers: 2, inFlightBlocks });
      for (const id of [0, 7, 199]) {
        const history = play({
          sentAt: Array(count).fill(0),
          fates: [],
          tookMs: [100],
          consumers: 2,
          inFlightBlocks,
          poison: { id, fate },
        });
        const last = Math.max(
          ...history.attempts
            .filter((one) => isShown(one) && one.ids.length > 0 && !one.ids.includes(String(id)))
            .map(({ at }) => at),
        );
        expect(last).toBeLessThanOrEqual(healthy.endedAt + 2 * MINUTE);
        expect(history.parked).toEqual([String(id)]);
        expect(history.endedAt).toBeLessThanOrEqual(30 * MINUTE);
      }
    },
  );

  it('lane: while WeCom is down for 30 minutes nothing is parked, and all is shown within two minutes after', () => {
    for (const fate of ['busy', 'reset'] as const) {
      // An attempt or a probe takes up to ten seconds, and there is one every half minute at least.
      const down: Fate[] = Array(60).fill(fate);
      const history = play({
        sentAt: Array.from({ length: 30 }, (_, n) => n * 20_000),
        fates: down,
        tookMs: [10_000],
        consumers: 2,
      });
      const up = history.attempts[down.length]?.at ?? 0;
      expect(history.parked).toEqual([]);
      expect(firstShown(history)).toHaveLength(30);
      expect(history.endedAt - up).toBeLessThanOrEqual(2 * MINUTE);
    }
  });
});
