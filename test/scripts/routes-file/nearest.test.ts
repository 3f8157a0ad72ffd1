import { expect, it } from 'vitest';
import { nearest } from '../../../scripts/routes-file/nearest.js';

const KEYS = ['name', 'match', 'robots', 'mentions', 'rotate', 'quiet', 'format', 'drop'];

it.each([
  ['robot', 'robots'],
  ['Robots', 'robots'],
  ['mention', 'mentions'],
  ['amtch', 'match'],
  ['fromat', 'format'],
  ['quite', 'quiet'],
  ['mute', undefined],
  ['', undefined],
])('nearest: %j is meant to be %j', (typed, meant) => {
  expect(nearest(typed, KEYS)).toBe(meant);
});

it('nearest: of no names none is near', () => {
  expect(nearest('a', [])).toBeUndefined();
});
