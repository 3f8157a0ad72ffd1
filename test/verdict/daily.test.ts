import { describe, expect, test } from 'vitest';
import { judgeEvent } from '../../src/verdict/verdict.js';
import { BAD } from './bad.js';
import { HARMLESS } from './harmless.js';

const judged = (all: typeof HARMLESS) =>
  all.map(([heading, value]) => ({ heading, value, ...judgeEvent(value, [heading]) }));
const labelOf = ({ heading, value }: { readonly heading: string; readonly value: unknown }): string =>
  `${heading} ${JSON.stringify(value)}`;
const isRed = ({ severity }: { readonly severity: string }): boolean => severity === 'critical' || severity === 'error';

describe('judgeEvent: ten teams’ daily traffic', () => {
  test('there is enough of it, and no event twice', () => {
    for (const all of [HARMLESS, BAD]) {
      expect(all.length).toBeGreaterThanOrEqual(150);
      expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length);
    }
  });

  test('of what is harmless nothing is red, and nobody is called', () => {
    expect(judged(HARMLESS).filter(isRed).map(labelOf)).toEqual([]);
  });

  test('of what is bad nothing is green', () => {
    expect(
      judged(BAD)
        .filter(({ severity }) => severity === 'recovery')
        .map(labelOf),
    ).toEqual([]);
  });

  test('of what is bad at most 3 % show no sign of it', () => {
    const silent = judged(BAD).filter(({ severity }) => severity === 'info');
    expect(silent.slice(Math.floor(BAD.length * 0.03)).map(labelOf)).toEqual([]);
  });
});
