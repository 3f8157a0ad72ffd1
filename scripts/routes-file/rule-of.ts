import * as z from 'zod';
import { nearestName } from '../../deploy/nearest-name.js';

/**
 * Returns the rule that an issue breaks, `one of day, week`, if its schema has no words of its own for it. Unknown keys get a
 * line each.
 */
export function ruleOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, keysIn(issue.inst))).join('\n');
    case 'invalid_value':
      return `one of ${guessed(issue.input, issue.values.map(String))}`;
    case 'invalid_type':
      return kindOf(issue);
    default:
      return undefined;
  }
}

/** Keys by which people want hours to choose the robot. */
const OF_TIME: ReadonlySet<string> = new Set(['hours', 'time', 'times', 'days', 'day', 'between', 'at', 'from', 'to']);
const OF_ROBOTS: ReadonlySet<string> = new Set(['robots', 'robot', 'drop', 'format']);
const HOURS = '; hours change who is called (quiet, rota), never which robot is told';

function unknownKey(key: string, allowed: readonly string[]): string {
  const isInMatch = allowed.includes('alarmName');
  const isInQuiet = allowed.includes('except');
  const isByHours = (isInMatch && OF_TIME.has(key)) || (isInQuiet && OF_ROBOTS.has(key));
  return `one of the keys ${guessed(key, allowed)}${isByHours ? HOURS : ''}`;
}

function kindOf({ expected, inst }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string | undefined {
  if (expected === 'array') return 'a list';
  if (expected === 'boolean') return 'true or false';
  return expected === 'object' || expected === 'record' ? ['a map', ...listed(keysIn(inst))].join(' of ') : undefined;
}

const listed = (keys: readonly string[]): readonly string[] => (keys.length > 0 ? [keys.join(', ')] : []);

const keysIn = (schema: unknown): readonly string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);

function guessed(typed: unknown, allowed: readonly string[]): string {
  const meant = typeof typed === 'string' ? nearestName(typed, allowed) : undefined;
  return `${allowed.join(', ')}${meant === undefined ? '' : ` (perhaps ${meant})`}`;
}
