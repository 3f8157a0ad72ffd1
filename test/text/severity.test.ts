import { expect, test } from 'vitest';
import { isRed, SEVERITY } from '../../src/text/severity.js';

test('SEVERITY: how each looks', () => {
  expect(SEVERITY).toEqual({
    critical: { emoji: '🔴', colour: 'warning', rank: 0 },
    error: { emoji: '🔴', colour: 'warning', rank: 1 },
    warning: { emoji: '🟠', colour: 'warning', rank: 2 },
    info: { emoji: '⚪', colour: 'comment', rank: 3 },
    recovery: { emoji: '🟢', colour: 'info', rank: 4 },
  });
});

test('isRed: what is shown 🔴, and nothing else', () => {
  const red = (['critical', 'error', 'warning', 'info', 'recovery'] as const).filter(isRed);
  expect(red).toEqual(['critical', 'error']);
  expect(red.every((severity) => SEVERITY[severity].emoji === '🔴')).toBe(true);
});
