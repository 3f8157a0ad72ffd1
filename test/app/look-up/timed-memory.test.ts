import { expect, test } from 'vitest';
import { createTimedMemory } from '../../../src/app/look-up/timed-memory.js';

test('createTimedMemory: an answer is known for its time, and `null` is one', () => {
  let now = 1000;
  const memory = createTimedMemory<number | null>({ keptMs: 100, most: 10, now: () => now });
  memory.set('one', 1);
  memory.set('none', null);
  expect(['one', 'none', 'other'].map(memory.get)).toEqual([1, null, undefined]);
  now += 99;
  expect(memory.get('one')).toBe(1);
  now += 1;
  expect(memory.get('one')).toBeUndefined();
});

test('createTimedMemory: of too many the one that was learnt longest ago is forgotten', () => {
  const memory = createTimedMemory<number>({ keptMs: 100, most: 2, now: () => 0 });
  memory.set('a', 1);
  memory.set('b', 2);
  memory.set('a', 3);
  memory.set('c', 4);
  expect(['a', 'b', 'c'].map(memory.get)).toEqual([3, undefined, 4]);
});
