import { expect, inject, it } from 'vitest';
import { namedClients } from './install.js';

/** The number of other people's programs that call the door here, or are named as missing. */
const PROGRAMS = 9;

const { found, missing } = inject('programs');
const running = [...(await namedClients()), ...found.map(({ name, version }) => `${name} ${version}`)];

it(`runs ${running.length} programs: ${running.join(', ')}`, () => {
  expect(new Set(running)).toHaveProperty('size', PROGRAMS - missing.length);
  expect(running.every((program) => /^\S.* \d+\.\d+/.test(program))).toBe(true);
});

if (missing.length > 0) {
  it(`does not run here: ${missing.map(({ name, reason }) => `${name}, as ${reason}`).join('; ')}`, () => {
    expect(missing.filter(({ reason }) => reason === '')).toEqual([]);
  });
}
