import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrival, INTERVAL_MS, playFolding, ROOM } from './fold-bench.js';

type History = Awaited<ReturnType<typeof playFolding>>;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const atOnce = (count: number, over: Arrival['over'] = {}): readonly Arrival[] =>
  range(count).map((n) => ({ at: 0, id: `${n}`, over }));

/** How often each was shown. */
function timesShown({ posts }: History): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const id of posts.flatMap(({ ids }) => ids)) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/** The shortest time from the end of an attempt to the beginning of the next. */
function shortestPause({ posts }: History): number {
  return Math.min(...posts.slice(1).map(({ startedAt }, index) => startedAt - (posts[index]?.endedAt ?? 0)));
}

/** The longest time from an attempt to the next. */
function longestPause({ posts }: History): number {
  return Math.max(...posts.slice(1).map(({ startedAt }, index) => startedAt - (posts[index]?.startedAt ?? 0)));
}

/** The recoveries that were shown before their alarms. */
function tooEarly({ posts }: History): readonly string[] {
  const order = posts.flatMap(({ ids }) => ids);
  const recoveries = order.filter((id) => id.endsWith(' ok'));
  return recoveries.filter((id) => order.indexOf(id) < order.indexOf(id.slice(0, -3)));
}

function recoveryOf(n: number, at: number, isPart: boolean): Arrival {
  const part = { number: 1, of: 2 };
  return { at, id: `${n} ok`, over: { severity: 'recovery', ...(isPart && { part }) } };
}

describe('folding', () => {
  it('createDrain: what waits beyond a batch of ten is folded: hundreds take as many messages as they have room in', async () => {
    const history = await playFolding(atOnce(400));
    expect([...timesShown(history).values()]).toEqual(Array(400).fill(1));
    expect(history.posts.length).toBeLessThanOrEqual(400 / ROOM + 2);
    expect(shortestPause(history)).toBeGreaterThanOrEqual(INTERVAL_MS);
  });

  it('createDrain: folding delays no post: while anything waits one goes out every interval', async () => {
    const history = await playFolding(atOnce(400));
    expect(longestPause(history)).toBeLessThanOrEqual(INTERVAL_MS + 300);
  });

  it('createDrain: what is red and worse than what the group knows is posted next, whatever waits before it', async () => {
    const arrivals = atOnce(400).map((one) =>
      one.id === '300' ? { ...one, over: { severity: 'critical' as const } } : one,
    );
    const { posts, start } = await playFolding(arrivals);
    const shown = posts.find(({ ids }) => ids.includes('300'));
    expect(shown?.ids[0]).toBe('300');
    expect((shown?.endedAt ?? 0) - start).toBeLessThanOrEqual(7000);
  });

  it('createDrain: folding takes one call to send for each batch, and none to delete: Lambda does that', async () => {
    const { calls, posts } = await playFolding(atOnce(400));
    // 40 batches are folded once, and what is left of ten of them after each post.
    expect(calls.send).toBeLessThanOrEqual(40 + 5 + 2 * posts.length);
    expect(calls.delete).toBeLessThanOrEqual(3 * posts.length);
  });

  it('createDrain: one message out of the blue is posted at once, and asks the queue once if more waits', async () => {
    const { posts, calls, start } = await playFolding([{ at: 0, id: 'a' }]);
    expect(posts[0]?.startedAt).toBeLessThanOrEqual(start + 100);
    expect(calls).toMatchObject({ send: 0, waiting: 1 });
  });

  it('createDrain: of a backlog that it does not know the end of, another process waits one interval before it posts', async () => {
    // Each batch goes to another process: none knows of the last attempt but by what it holds.
    const history = await playFolding(atOnce(200), { processFor: (batch) => batch % 3 });
    expect(shortestPause(history)).toBeGreaterThanOrEqual(INTERVAL_MS);
    expect([...timesShown(history).values()]).toEqual(Array(200).fill(1));
  });

  it('createDrain: one that WeCom never takes is parked alone, though it was merged with many', async () => {
    const refused = { status: 'refused', code: { kind: 'wecom', value: 40058 }, reason: 'too long' } as const;
    const history = await playFolding(atOnce(60), {
      answer: (ids) => (ids.includes('33') ? refused : { status: 'delivered', messages: 1 }),
    });
    expect(history.parked).toHaveLength(1);
    expect(timesShown(history).size).toBe(59);
    expect([...timesShown(history).values()].every((times) => times === 1)).toBe(true);
  });

  it('createDrain: killed while folding nothing is lost, and only what was in its hands may be shown twice', async () => {
    const history = await playFolding(atOnce(150), { killedAfterSend: [2, 5, 9] });
    const times = timesShown(history);
    expect(times.size).toBe(150);
    const twice = [...times].filter(([, count]) => count > 1).map(([id]) => id);
    expect(history.killed.length).toBeGreaterThan(0);
    expect(history.killed).toEqual(expect.arrayContaining(twice));
  });

  const storm = fc.record({
    alarms: fc.array(fc.record({ at: fc.nat(15_000), recoversAfter: fc.option(fc.nat(20_000)) }), {
      minLength: 1,
      maxLength: 80,
    }),
    processes: fc.integer({ min: 1, max: 3 }),
  });

  it('createDrain: whatever comes when, and whoever drains it, all is shown once, at the pace, no recovery before its alarm', async () => {
    await fc.assert(
      fc.asyncProperty(storm, async ({ alarms, processes }) => {
        const arrivals = alarms.flatMap(({ at, recoversAfter }, n): readonly Arrival[] => [
          { at, id: `${n}`, over: { severity: 'warning' } },
          ...(recoversAfter === null
            ? []
            : [{ at: at + recoversAfter + 1, id: `${n} ok`, over: { severity: 'recovery' as const } }]),
        ]);
        const history = await playFolding(arrivals, { processFor: (batch) => batch % processes });
        expect([...timesShown(history).values()]).toEqual(Array(arrivals.length).fill(1));
        expect(shortestPause(history)).toBeGreaterThanOrEqual(INTERVAL_MS);
        expect(tooEarly(history)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  const strangers: readonly Pick<Arrival, 'as' | 'over'>[] = [
    { as: 'native' },
    { over: { part: { number: 1, of: 2 } } },
    { as: 'unreadable' },
    { as: 'kept' },
  ];

  it.each(strangers)(
    'createDrain: no recovery comes before its alarm, folded before, because of %j beside it',
    async (stranger) => {
      const arrivals: readonly Arrival[] = [
        ...atOnce(30, { severity: 'error' }),
        { at: 1, id: '15 ok', over: { severity: 'recovery' } },
        { at: 1, id: 'stranger', ...stranger },
        ...range(30).map((n) => ({ at: 1, id: `later ${n}`, over: { severity: 'error' as const } })),
      ];
      const history = await playFolding(arrivals);
      expect(tooEarly(history)).toEqual([]);
      expect(timesShown(history).size + history.parked.length).toBe(arrivals.length);
    },
  );

  const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 15, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
  const mixed = fc.array(
    fc.record({
      at: fc.nat(300),
      recoversAfter: fc.option(fc.nat(1000)),
      stranger: rarely(fc.constantFrom(...strangers)),
      isPart: rarely(fc.constant(true)),
    }),
    { minLength: 40, maxLength: 100 },
  );

  it('createDrain: with native, divided, unreadable and kept messages among them all is shown or parked once, no recovery before its alarm', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, fc.integer({ min: 1, max: 3 }), async (alarms, processes) => {
        const arrivals = alarms.flatMap(({ at, recoversAfter, stranger, isPart }, n): readonly Arrival[] => [
          { at, id: `${n}`, over: { severity: 'warning' } },
          ...(stranger ? [{ at, id: `beside ${n}`, ...stranger }] : []),
          ...(recoversAfter === null ? [] : [recoveryOf(n, at + recoversAfter + 1, isPart ?? false)]),
        ]);
        const history = await playFolding(arrivals, { processFor: (batch) => batch % processes });
        expect([...timesShown(history).values()].every((times) => times === 1)).toBe(true);
        expect(timesShown(history).size + history.parked.length).toBe(arrivals.length);
        expect(shortestPause(history)).toBeGreaterThanOrEqual(INTERVAL_MS);
        expect(tooEarly(history)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
