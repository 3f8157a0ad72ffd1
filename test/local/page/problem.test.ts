import { describe, expect, it } from 'vitest';
import type { Problems } from '../../../local/group-server/action-error.js';
import { problemOf } from '../../../local/page/problem.js';
import { WORDS } from '../../../local/page/words.js';

/** One of each: a further problem without words does not compile. */
const PROBLEMS: Problems = {
  noSample: { file: 'sns/x.json' },
  noEvent: { trace: 7 },
  empty: {},
  notJson: { why: 'Unexpected end of JSON input' },
  summaryTooSoon: {},
  tooLarge: { maxBytes: 11 * 1024 * 1024 },
  stormSize: { min: 1, max: 1000 },
  stormMix: { mixes: 'mixed, alarms' },
};

describe('problemOf', () => {
  it.each(Object.entries(PROBLEMS))('%s is said in both languages, with its values', (problem, values) => {
    const refused = { error: 'Cannot do it', problem, values };
    expect(problemOf(refused, WORDS.zh)).toMatch(/\p{Script=Han}/u);
    expect(problemOf(refused, WORDS.en)).not.toMatch(/\p{Script=Han}/u);
    for (const language of ['zh', 'en'] as const)
      expect(problemOf(refused, WORDS[language])).not.toMatch(/undefined|NaN|Cannot do it/);
  });

  it('a problem that the page has no words for is told as the server says it', () => {
    for (const problem of ['another', 'constructor', undefined])
      expect(problemOf({ error: 'Cannot do it', problem }, WORDS.zh)).toBe('Cannot do it');
  });

  it.each([undefined, null, {}])('an answer without a reason, %j: says so', (refused) => {
    expect(problemOf(refused, WORDS.zh)).toBe('原因不明');
  });
});
