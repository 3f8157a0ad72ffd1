import { expect, test } from 'vitest';
import { isRed } from '../../src/domain/severity.js';
import { bySeverity, SEVERITY } from '../../src/text/severity.js';

test('SEVERITY: how each looks', () => {
  expect(SEVERITY).toEqual({
    critical: { emoji: '🔴', colour: 'warning' },
    error: { emoji: '🔴', colour: 'warning' },
    warning: { emoji: '🟠', colour: 'warning' },
    info: { emoji: '⚪', colour: 'comment' },
    recovery: { emoji: '🟢', colour: 'info' },
  });
});

test('isRed: what is shown 🔴, and nothing else', () => {
  const red = (['critical', 'error', 'warning', 'info', 'recovery'] as const).filter(isRed);
  expect(red).toEqual(['critical', 'error']);
  expect(red.every((severity) => SEVERITY[severity].emoji === '🔴')).toBe(true);
});

test('bySeverity: the most severe comes first', () => {
  const sorted = (['recovery', 'info', 'error', 'critical', 'warning'] as const)
    .map((severity) => ({ severity }))
    .sort(bySeverity);
  expect(sorted.map(({ severity }) => severity)).toEqual(['critical', 'error', 'warning', 'info', 'recovery']);
});
