import { z } from 'zod';
import { nearestName } from '../../deploy/nearest-name.js';

/**
 * Returns the rule that an issue breaks, `one of day, week`, if its schema has no words of its own for it. Unknown keys get a
 * line each.
 */
export function ruleOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `one of the keys ${guessed(key, keysIn(issue.inst))}`).join('\n');
    case 'invalid_value':
      return `one of ${guessed(issue.input, issue.values.map(String))}`;
    case 'invalid_type':
      return kindOf(issue);
    default:
      return undefined;
  }
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
