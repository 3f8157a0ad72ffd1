import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fate, type History, INTERVAL_MS, isShown, isUnheard, play, type World } from './queue-model.js';

const HOUR = 60 * 60_000;
const FATES: readonly Fate[] = ['ok', 'busy', 'refused', 'content', 'reset', 'shown, no answer', 'shown, dies', 'dies'];

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

describe('lane, with a FIFO queue and WeCom around it', () => {
  it('lane: whatever goes wrong, every message is shown or parked, and soon', () => {
    check(({ sentAt }, history) => {
      const ends = new Set([...firstShown(history), ...history.parked.map(Number)]);
      expect([...ends].sort((a, b) => a - b)).toEqual(sentAt.map((_, id) => id));
      expect(history.endedAt).toBeLessThan(3 * HOUR);
    });
  });

  it('lane: a message is shown again only after an attempt of which nobody heard', () => {
    check((_, { attempts, parked }) => {
      for (const id of new Set(attempts.flatMap(({ ids }) => ids))) {
        const own = attempts.filter(({ ids }) => ids.includes(id));
        const shown = own.filter(isShown);
        expect(shown.filter((attempt) => !isUnheard(attempt)).length).toBeLessThanOrEqual(1);
        expect(parked.filter((one) => one === id).length).toBeLessThanOrEqual(1);
        // The end is the end: after it was heard to be shown, or parked, it is not tried again.
        const heard = own.findIndex((attempt) => isShown(attempt) && !isUnheard(attempt));
        if (heard >= 0) expect(own).toHaveLength(heard + 1);
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

  it('lane: messages are first shown in the order in which they were sent', () => {
    check((_, history) => {
      const shown = firstShown(history);
      expect(shown).toEqual([...shown].sort((a, b) => a - b));
    });
  });
});
