import { DAY_MINUTES } from '../../src/routing/local-time.js';
import { isWorkday, quietsOf } from '../../src/routing/quiet-hours.js';
import type { DayRange, Quiet, Routes, Rule } from '../../src/routing/rule.js';
import { isOnlyAMute } from '../../src/routing/take-rules.js';
import type { Warning } from './warning.js';

const DAY_MS = 86_400_000;

/** Returns the settings that have no effect, because of what they are or of what stands beside them. */
export function voidSettings({ rules, holidays = [], workdays = [] }: Routes): readonly Warning[] {
  return [
    ...rules.flatMap((rule, index) =>
      voidKeys(rule).map(({ key, message }) => ({ message, path: ['rules', index, key] })),
    ),
    ...workdays.flatMap((range, index) => {
      const message = whyWorked(range, holidays);
      return message === undefined ? [] : [{ message, path: ['workdays', index] }];
    }),
  ];
}

interface VoidKey {
  readonly key: keyof Rule;
  readonly message: string;
}

function voidKeys(rule: Rule): readonly VoidKey[] {
  const { drop, remind = [], mute, quiet } = rule;
  return [
    ...quietsOf(quiet)
      .filter(isNever)
      .map(({ from, to }): VoidKey => {
        const hours = `from ${timeOf(from)} to ${timeOf(to)}`;
        return { key: 'quiet', message: `quiet hours ${hours} never begin: from 00:00 to 24:00 is all day` };
      }),
    ...keyIf(drop === true && remind.length > 0, {
      key: 'remind',
      message: 'reminds of nothing: what a rule drops is not told again',
    }),
    ...keyIf(mute !== undefined && rule.continue === true && isOnlyAMute(rule), {
      key: 'mute',
      message: 'mutes nothing: with continue the rules after it tell all the same',
    }),
  ];
}

const keyIf = (isSo: boolean, key: VoidKey): readonly VoidKey[] => (isSo ? [key] : []);

function isNever({ from, to }: Quiet): boolean {
  return from % DAY_MINUTES === to % DAY_MINUTES && from >= to;
}

/** Returns why worked days change nothing, if none of them does. */
function whyWorked(range: DayRange, holidays: readonly DayRange[]): string | undefined {
  const days = `${dateOf(range.first)}${range.last > range.first ? `..${dateOf(range.last)}` : ''}`;
  const all = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index);
  const worked = all.filter((day) => isWorkday(day, { holidays }));
  if (all.some((day) => isWorkday(day, { holidays, workdays: [range] }) && !worked.includes(day))) return undefined;
  if (worked.length === 0) return `${days} is among the holidays, which are stronger`;
  if (worked.length < all.length)
    return `${days} has only holidays, which are stronger, and days that are worked anyway`;
  if (all.length > 1) return `${days} has no Saturday or Sunday: these days are worked anyway`;
  const weekday = new Date(range.first * DAY_MS).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
  return `${days} is a ${weekday}, which is worked anyway`;
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
