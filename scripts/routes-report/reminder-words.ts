import type { Reminders } from '../../src/routing/reminders-for.js';
import type { Remind } from '../../src/routing/rule.js';
import { whoIsCalled } from './who-is-called.js';

/** Units of a length of time, the longest first. */
const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
] as const;
const DEFAULT_UNTIL_MS = 86_400_000;

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
  const [unit, size] = UNITS.find(([, one]) => ms % one === 0) ?? ['m', 60_000];
  return `${ms / size}${unit}`;
}
