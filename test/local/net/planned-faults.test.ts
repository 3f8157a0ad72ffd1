import { expect, test, vi } from 'vitest';
import { createPlannedFaults } from '../../../local/net/planned-faults.js';

function faultsAt(time: { now: number } = { now: 0 }) {
  return createPlannedFaults<string, 'send' | 'delete'>(
    () => 0.5,
    () => time.now,
  );
}

test('PlannedFaults.next: comes before what is kept, and befalls only what it names', () => {
  const faults = faultsAt();
  faults.keep({ kind: 'busy' });
  faults.next({ kind: 'hang', of: 'delete', count: 2 });
  const taken = ['send', 'delete', 'delete', 'delete'].map((of) => faults.take(of));
  expect(taken).toEqual(['busy', 'hang', 'hang', 'busy']);
});

test('PlannedFaults.isDown: true while every attempt goes wrong, for its time; asking counts as no attempt', () => {
  const time = { now: 0 };
  const faults = faultsAt(time);
  faults.next({ kind: 'hang', of: 'send' });
  faults.keep({ kind: 'busy', of: 'send', probability: 0.4 });
  expect(faults.isDown('send')).toBe(false);
  faults.keep({ kind: 'reset', of: 'send', probability: 0.6, forMs: 1000 });
  expect([faults.isDown('send'), faults.isDown('delete')]).toEqual([true, false]);
  time.now = 1000;
  expect(faults.isDown('send')).toBe(false);
  expect(faults.take('send')).toBe('hang');
});

test('PlannedFaults.onChange: calls back when something is planned, and when it is forgotten', () => {
  const faults = faultsAt();
  const changed = vi.fn();
  faults.onChange(changed);
  faults.next({ kind: 'hang' });
  faults.keep({ kind: 'busy' });
  faults.take('send');
  expect(changed).toHaveBeenCalledTimes(2);
  faults.clear();
  expect(changed).toHaveBeenCalledTimes(3);
  expect(faults.take('send')).toBeUndefined();
});
