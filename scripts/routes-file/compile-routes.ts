import type { Routes } from '../../src/routing/rule.js';
import { type Mistake, mistakesOf } from './mistake.js';
import { ruleOf } from './rule-of.js';
import { routesSchema } from './schema/routes-schema.js';

/** A file's rules in the form that routing uses, or the mistakes in it. */
export type Compiled = { readonly routes: Routes } | { readonly mistakes: readonly Mistake[] };

/** Checks the parsed file and brings it into the form that routing uses. */
export function compileRoutes(value: unknown): Compiled {
  const { data, error } = routesSchema.safeParse(value, { error: ruleOf, reportInput: true });
  return error ? { mistakes: error.issues.flatMap((issue) => mistakesOf(issue, value)) } : { routes: data };
}
