import { expect, test } from 'vitest';
import { createFaultPlan } from '../../../local/wecom/faults.js';
import { seededRandom } from '../../../local/wecom/seeded-random.js';

function planAt(time: { now: number } = { now: 0 }, seed = 1) {
  return createFaultPlan(seededRandom(seed), () => time.now);
}

test('createFaultPlan: plans nothing of its own', () => {
  expect(planAt().take('default')).toBeUndefined();
});

test('FaultPlan.next: lasts for its count, one fault after another', () => {
  const faults = planAt();
  faults.next({ kind: -1, count: 2 });
  faults.next({ kind: 'reset' });
  expect([1, 2, 3, 4].map(() => faults.take('default'))).toEqual([-1, -1, 'reset', undefined]);
});

test('FaultPlan.next: spares the robots it does not name', () => {
  const faults = planAt();
  faults.next({ kind: 'silence', robot: 'dba' });
  expect([faults.take('default'), faults.take('dba'), faults.take('dba')]).toEqual([undefined, 'silence', undefined]);
});

test('FaultPlan.keep: lasts for its time', () => {
  const time = { now: 1000 };
  const faults = planAt(time);
  faults.keep({ kind: -1, forMs: 30_000 });
  const taken = [1000, 30_999, 31_000].map((now) => {
    time.now = now;
    return faults.take('default');
  });
  expect(taken).toEqual([-1, -1, undefined]);
});

test('FaultPlan.keep: several faults have the shares they were given', () => {
  const faults = planAt();
  faults.keep({ kind: -1, probability: 0.1 });
  faults.keep({ kind: 'reset', probability: 0.05 });
  faults.keep({ kind: 'html-502', probability: 0.05 });
  const taken = Array.from({ length: 20_000 }, () => faults.take('default'));
  const share = (kind: unknown) => taken.filter((one) => one === kind).length / taken.length;
  expect(share(-1)).toBeCloseTo(0.1, 1);
  expect(share('reset')).toBeCloseTo(0.05, 2);
  expect(share('html-502')).toBeCloseTo(0.05, 2);
  expect(share(undefined)).toBeCloseTo(0.8, 1);
});

test('FaultPlan.keep: the same seed has the same bad luck, another seed another', () => {
  const luck = (seed: number) => {
    const faults = planAt({ now: 0 }, seed);
    faults.keep({ kind: -1, probability: 0.5 });
    return Array.from({ length: 64 }, () => faults.take('default'));
  };
  expect(luck(7)).toEqual(luck(7));
  expect(luck(7)).not.toEqual(luck(8));
});

test('FaultPlan.poison: only messages that contain the text fail, but for those that may contain it', () => {
  const faults = planAt();
  faults.poison({ kind: 'html-403', text: 'DROP TABLE', except: '⚠️' });
  faults.keep({ kind: -1, robot: 'dba' });
  expect(faults.take('default', 'a DROP TABLE b')).toBe('html-403');
  expect(faults.take('default', '⚠️ DROP TABLE')).toBeUndefined();
  expect(faults.take('default', 'harmless')).toBeUndefined();
  expect(faults.take('dba', 'harmless')).toBe(-1);
  faults.clear();
  expect(faults.take('default', 'DROP TABLE')).toBeUndefined();
});

test('FaultPlan.clear: forgets what was planned', () => {
  const faults = planAt();
  faults.next({ kind: -1 });
  faults.keep({ kind: 'silence' });
  faults.clear();
  expect(faults.take('default')).toBeUndefined();
});
