import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterCall,
  afterTold,
  type Flapping,
  STEADY,
  type StateChange,
  type Telling,
  tellingOf,
  withChange,
} from '../../src/domain/flapping.js';

const MINUTE = 60_000;

interface Told {
  readonly at: number;
  readonly telling: Telling;
}

/** Tells each change when it happens. */
function tell(changes: readonly StateChange[]): readonly Told[] {
  let known: Flapping = STEADY;
  return changes.map((change) => {
    known = withChange(known, change);
    const telling = tellingOf(known, change, change.at);
    known = afterTold(known, change, telling, change.at);
    const calls =
      change.isAlarm && change.calls && (telling.kind === 'full' || (telling.kind === 'flapping' && telling.calls));
    if (calls) known = afterCall(known, change, change.at);
    return { at: change.at, telling };
  });
}

const alarm = (minute: number, over: Partial<StateChange> = {}): StateChange => ({
  id: `alarm at ${minute}`,
  at: minute * MINUTE,
  isAlarm: true,
  severity: 'critical',
  calls: true,
  ...over,
});
const recovery = (minute: number): StateChange =>
  alarm(minute, { id: `ok at ${minute}`, isAlarm: false, severity: 'recovery', calls: false });
const kindsOf = (told: readonly Told[]): readonly string[] => told.map(({ telling }) => telling.kind);

const changes = fc
  .array(
    fc.record({
      after: fc.integer({ min: 1, max: 20 * MINUTE }),
      severity: fc.constantFrom('critical', 'error', 'warning' as const),
    }),
    {
      maxLength: 80,
    },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ after, severity }, index): StateChange => {
      at += after;
      const isAlarm = index % 2 === 0;
      return { id: `${index}`, at, isAlarm, severity: isAlarm ? severity : 'recovery', calls: isAlarm };
    });
  });

describe('tellingOf', () => {
  it('tellingOf: two ALARMs within half an hour are told in full, the third as one that flaps, with its count', () => {
    const told = tell([alarm(0), recovery(1), alarm(2), recovery(3), alarm(29)]);
    expect(told.map(({ telling }) => telling)).toEqual([
      { kind: 'full' },
      { kind: 'full' },
      { kind: 'full' },
      { kind: 'full' },
      { kind: 'flapping', count: 3, calls: true },
    ]);
  });

  it('tellingOf: a third ALARM half an hour after the first is told in full', () => {
    expect(kindsOf(tell([alarm(0), alarm(15), alarm(30)]))).toEqual(['full', 'full', 'full']);
  });

  it('tellingOf: recoveries do not count', () => {
    expect(kindsOf(tell([alarm(0), recovery(1), recovery(2), recovery(3), recovery(4)]))).not.toContain('flapping');
  });

  it('tellingOf: ten minutes of a change every 30 s are six messages and two calls', () => {
    const told = tell(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? alarm(n / 2) : recovery(n / 2))));
    expect(kindsOf(told).filter((kind) => kind !== 'withheld')).toHaveLength(6);
    const calls = told.filter(
      ({ telling }, n) => n % 2 === 0 && (telling.kind === 'full' || (telling.kind === 'flapping' && telling.calls)),
    );
    expect(calls).toHaveLength(2);
  });

  it('tellingOf: a critical alarm calls again every 15 minutes, a lesser one never', () => {
    const minutesOfCalls = (severity: 'critical' | 'warning') =>
      tell(Array.from({ length: 40 }, (_, n) => alarm(n, { severity })))
        .filter(({ telling }) => telling.kind === 'flapping' && telling.calls)
        .map(({ at }) => at / MINUTE);
    expect(minutesOfCalls('critical')).toEqual([17, 32]);
    expect(minutesOfCalls('warning')).toEqual([]);
  });

  it('tellingOf: an alarm that becomes more severe is told at once, and calls', () => {
    const told = tell([...[0, 1, 2, 3].map((n) => alarm(n, { severity: 'warning' })), alarm(4, { severity: 'error' })]);
    expect(told.at(-1)?.telling).toEqual({ kind: 'flapping', count: 5, calls: true });
  });

  it.each(['critical', 'error', 'warning'] as const)(
    'tellingOf: a flapping alarm that is %s calls at once if nobody was called before, and then not again',
    (severity) => {
      const silent = [0, 1, 2, 3].map((n) => alarm(n, { severity, calls: false }));
      const told = tell([...silent, alarm(4, { severity }), alarm(5, { severity })]);
      expect(told.slice(2).map(({ telling }) => telling)).toMatchObject([
        { kind: 'flapping' },
        { kind: 'withheld' },
        { kind: 'flapping', count: 5, calls: true },
        { kind: 'withheld' },
      ]);
    },
  );

  it('tellingOf: a change that arrives after a newer one of an alarm that flaps is counted and withheld', () => {
    const known = [alarm(0), alarm(2), recovery(9)].reduce(withChange, STEADY);
    const late = alarm(1);
    expect(tellingOf(withChange(known, late), late, 9 * MINUTE)).toEqual({ kind: 'withheld' });
    expect(tellingOf(withChange(known, late), recovery(9), 9 * MINUTE)).toMatchObject({ kind: 'flapping', count: 3 });
  });

  it('withChange: a change that is delivered twice, or is repeated while it lasts, is no second ALARM', () => {
    const twice = [alarm(0), alarm(0), alarm(0, { id: 'by another road' })].reduce(withChange, STEADY);
    expect(twice.alarms).toHaveLength(1);
    const repeated = [0, 5, 10].map((n) => alarm(n, { mayRepeat: true })).reduce(withChange, STEADY);
    expect(repeated.alarms).toHaveLength(1);
  });

  it('tellingOf: whatever changes when, of an alarm that flaps at most one message goes out in five minutes, unless it gets worse', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const told = tell(all);
        const flapping = told.flatMap(({ at, telling }, index) =>
          telling.kind === 'flapping' ? [{ at, index, ...telling }] : [],
        );
        for (const [n, { at, count, calls }] of flapping.entries()) {
          expect(count).toBeGreaterThanOrEqual(3);
          const before = flapping[n - 1];
          if (before && at - before.at < 5 * MINUTE) expect(calls).toBe(true);
        }
      }),
    );
  });

  it('tellingOf: whatever changes when, nothing is withheld for longer than five minutes of changes', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const told = tell(all);
        told.forEach(({ at, telling }, index) => {
          if (telling.kind !== 'withheld') return;
          const lastTold = told.slice(0, index).findLast((one) => one.telling.kind === 'flapping');
          expect(at - (lastTold?.at ?? Number.NEGATIVE_INFINITY)).toBeLessThan(5 * MINUTE);
        });
      }),
    );
  });
});
