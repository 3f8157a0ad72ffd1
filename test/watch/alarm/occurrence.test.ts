import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrencesOf, QUIET_TO_END_MS, troubleSince } from '../../../src/watch/alarm/occurrence.js';
import { ALARM_STATES, type AlarmState, type Transition } from '../../../src/watch/alarm/transition.js';

const MINUTE = 60_000;
const at = (minutes: number, to: AlarmState): Transition => ({ at: minutes * MINUTE, to });

describe('occurrencesOf', () => {
  test('an alarm that stays has been in trouble since its ALARM', () => {
    expect(occurrencesOf([at(0, 'OK'), at(30, 'ALARM')], 90 * MINUTE)).toEqual([
      { since: 30 * MINUTE, alarms: [30 * MINUTE], inAlarmMs: 60 * MINUTE },
    ]);
  });

  test('an OK of less than ten minutes is a pause, one of ten minutes an end', () => {
    const flapping = [at(0, 'ALARM'), at(5, 'OK'), at(14, 'ALARM'), at(20, 'OK')];
    expect(occurrencesOf(flapping, 29 * MINUTE)).toEqual([
      { since: 0, alarms: [0, 14 * MINUTE], inAlarmMs: 11 * MINUTE },
    ]);
    expect(occurrencesOf(flapping, 30 * MINUTE)).toEqual([
      { since: 0, alarms: [0, 14 * MINUTE], inAlarmMs: 11 * MINUTE, endedAt: 20 * MINUTE },
    ]);
  });

  test('missing data ends nothing and begins nothing', () => {
    expect(occurrencesOf([at(0, 'ALARM'), at(5, 'INSUFFICIENT_DATA')], 60 * MINUTE)).toEqual([
      { since: 0, alarms: [0], inAlarmMs: 60 * MINUTE },
    ]);
    expect(occurrencesOf([at(0, 'INSUFFICIENT_DATA')], 60 * MINUTE)).toEqual([]);
  });

  test('every ALARM lies in exactly one occurrence, and between two an OK lasts ten minutes', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...ALARM_STATES)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (changes) => {
        let minute = 0;
        const transitions = changes.map(([later, to]) => {
          minute += later;
          return at(minute, to);
        });
        const now = (minute + 5) * MINUTE;
        const occurrences = occurrencesOf(transitions, now);
        expect(occurrences.flatMap(({ alarms }) => alarms)).toEqual(
          transitions.filter(({ to }) => to === 'ALARM').map((one) => one.at),
        );
        for (const [index, { endedAt }] of occurrences.slice(0, -1).entries()) {
          const next = occurrences[index + 1]?.since ?? Number.NaN;
          expect(next - (endedAt ?? Number.NaN)).toBeGreaterThanOrEqual(QUIET_TO_END_MS);
        }
      }),
    );
  });
});

describe('troubleSince', () => {
  const dark = { state: 'INSUFFICIENT_DATA', changedAt: 90 * MINUTE } as const;
  const since = (...transitions: readonly Transition[]) => troubleSince(dark, transitions, 200 * MINUTE);

  test('missing data ends no trouble, also if its ALARM is older than all that history has; an OK that lasted does', () => {
    expect(since(at(60, 'ALARM'), at(90, 'INSUFFICIENT_DATA'))).toBe(60 * MINUTE);
    expect(since({ ...at(90, 'INSUFFICIENT_DATA'), from: 'ALARM' })).toBe(90 * MINUTE);
    expect(since({ ...at(60, 'OK'), from: 'ALARM' }, at(90, 'INSUFFICIENT_DATA'))).toBeUndefined();
    expect(since({ ...at(90, 'INSUFFICIENT_DATA'), from: 'OK' })).toBeUndefined();
    expect(since()).toBeUndefined();
  });

  test('what is OK is in no trouble', () => {
    expect(troubleSince({ ...dark, state: 'OK' }, [at(60, 'ALARM')], 200 * MINUTE)).toBeUndefined();
  });
});
