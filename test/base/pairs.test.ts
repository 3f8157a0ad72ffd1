import { describe, expect, it } from 'vitest';
import { pairsIn } from '../../src/base/pairs.js';

describe('pairsIn', () => {
  it('a list of keys and values is an object', () => {
    expect(
      pairsIn([
        { key: 'level', value: 'CRITICAL' },
        { key: 'count', value: 3 },
      ]),
    ).toEqual({ level: 'CRITICAL', count: 3 });
  });

  it.each([[[]], [[{ key: 'a', value: 1, more: 2 }]], [[{ key: 'a', value: 1 }, 'b']], [[{ key: 1, value: 1 }]]])(
    'any other list is none: %j',
    (list) => {
      expect(pairsIn(list)).toBeUndefined();
    },
  );
});
