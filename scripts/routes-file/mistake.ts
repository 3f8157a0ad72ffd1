import type * as z from 'zod';
import { at, getOwn, textAt } from '../../src/base/json.js';
import { nameOrLength, quote } from '../../src/base/quote.js';

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** One mistake in a routes.yml, and the path to it. */
export interface Mistake {
  readonly message: string;
  readonly path: Path;
  /** The wrong value, as the message shows it. */
  readonly shown: string;
}

/** Returns the mistakes behind one of zod's issues. Its message is the broken rule. */
export function mistakesOf(issue: z.core.$ZodIssue, file: unknown, before: Path = []): readonly Mistake[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const rules = issue.message.split('\n');
      return issue.keys.map((key, index) => mistake([...path, key], rules[index] ?? '', key, file));
    }
    case 'invalid_key':
      return issue.issues.map(({ message }) => mistake(path, message, path.at(-1), file));
    case 'invalid_union':
      return mistakesOfUnion(issue, path, file);
    default:
      return [mistake(path, issue.message, issue.input, file)];
  }
}

/** Returns true for an issue that only a value of the right form can have. */
function isOfOneForm(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.some((issues) => issues.some(isOfOneForm));
  return issue.path.length > 0 || issue.code === 'unrecognized_keys';
}

/**
 * Returns the mistakes for the intended form: the one that only a part of the value breaks, and least. If no form
 * is, all are named.
 */
function mistakesOfUnion({ errors, input }: z.core.$ZodIssueInvalidUnion, path: Path, file: unknown) {
  const [meant] = errors
    .filter((issues) => issues.some((issue) => issue.path.length > 0 || isOfOneForm(issue)))
    .sort((one, other) => one.length - other.length);
  if (meant) return meant.flatMap((issue) => mistakesOf(issue, file, path));
  const issues = errors.flat();
  const nearer = issues.filter(({ code }) => code !== 'invalid_type');
  const rules = (nearer.length > 0 ? nearer : issues).map(({ message }) => message);
  return [mistake(path, [...new Set(rules)].join(' or '), input, file)];
}

function mistake(path: Path, rule: string, value: unknown, file: unknown): Mistake {
  const shown = value === undefined ? 'nothing' : quote(value);
  return { path, shown, message: `Cannot use ${placeOf(path, file)} as it must be ${rule}: current value is ${shown}` };
}

/** Words for the entries of the lists that have names. */
const ENTRY_OF: Readonly<Record<string, string>> = { rules: 'rule', severity: 'entry' };

/** `rules › rule 2 "数据库" › robots › entry 1`. */
function placeOf(path: Path, file: unknown): string {
  if (path.length === 0) return 'the file';
  return path
    .map((step, index) => {
      if (typeof step === 'string') return nameOrLength(step);
      const list = index === 1 ? getOwn(ENTRY_OF, String(path[0])) : undefined;
      if (list === undefined) return `entry ${step + 1}`;
      const name = textAt(at(file, ...path.slice(0, 2)), 'name');
      return `${list} ${step + 1}${name === undefined ? '' : ` ${quote(name)}`}`;
    })
    .join(' › ');
}
