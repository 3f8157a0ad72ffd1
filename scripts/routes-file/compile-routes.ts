import type { Routes } from '../../src/routing/rule.js';
import { type Mistake, mistakesOf } from './mistake.js';
import { ruleOf } from './rule-of.js';
import { routesSchema } from './schema/routes-schema.js';

/** A file's rules in the form that routing uses, or the mistakes in it. */
export type Compiled = { readonly routes: Routes } | { readonly mistakes: readonly Mistake[] };

/** Checks the parsed file and brings it into the form that routing uses. */
export function compileRoutes(value: unknown): Compiled {
  const { data, error } = routesSchema.safeParse(value, { error: ruleOf, reportInput: true });
  return error
    ? { mistakes: firstOfEach(error.issues.flatMap((issue) => mistakesOf(issue, value))) }
    : { routes: data };
}

/** Returns the first mistake of each value: the rules after it build upon the one that it breaks, and name it again. */
function firstOfEach(mistakes: readonly Mistake[]): readonly Mistake[] {
  const keys = mistakes.map(({ path, shown }) => JSON.stringify([path, shown]));
  return mistakes.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
