import type { Reminders } from '../../src/routing/reminders-for.js';
import type { Remind } from '../../src/routing/rule.js';
import { DEFAULT_UNTIL_MS } from '../../src/watch/reminders/steps.js';
import { UNITS_MS } from '../routes-file/schema/remind-schema.js';
import { whoIsCalled } from './who-is-called.js';

/** Units of a length of time, the longest first. */
const UNITS = Object.entries(UNITS_MS).sort(([, a], [, b]) => b - a);

/** Returns the steps of reminders in a line: `robot pay, after 15m calls 王芳; every 4h until 1d calls 王芳 李雷`. */
export function reminderWords({ robots, steps, callAt }: Reminders): string {
  if (steps.length === 0) return `robot ${robots.join(', ')}, no reminders`;
  const words = steps.map((step, index) => `${timesOf(step)} calls ${whoIsCalled(callAt(index))}`);
  return `robot ${robots.join(', ')}, ${words.join('; ')}`;
}

function timesOf(step: Remind): string {
  if ('afterMs' in step) return `after ${lengthOf(step.afterMs)}`;
  return `every ${lengthOf(step.everyMs)} until ${lengthOf(step.untilMs ?? DEFAULT_UNTIL_MS)}`;
}

/** Returns a length as rules write it. */
function lengthOf(ms: number): string {
  const [unit, size] = UNITS.find(([, one]) => ms % one === 0) ?? ['m', UNITS_MS.m];
  return `${ms / size}${unit}`;
}
