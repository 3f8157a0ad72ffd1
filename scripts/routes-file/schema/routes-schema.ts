import { z } from 'zod';
import type { Routes, Rule } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { ruleSchema } from './rule-schema.js';
import { accountId, text } from './texts.js';

/** Most rules. No one can read more, and each costs time for every message. */
const MAX_RULES = 1000;

const rules = listOf(ruleSchema)
  .refine(({ length }) => length <= MAX_RULES, { error: `a list of at most ${MAX_RULES} rules` })
  .transform((written) => written.map((rule, index): Rule => ({ name: `rule ${index + 1}`, ...rule })));

/** A routes.yml: checked, and brought into the form that routing uses. */
export const routesSchema = keysOf({
  rules: rules.exactOptional().describe('The first rule that matches decides'),
  accounts: z
    .record(accountId, text('an account name'))
    .exactOptional()
    .describe('Names of accounts by id, shown instead of the id'),
} satisfies Readonly<Record<keyof Routes, z.ZodType>>).transform(
  ({ rules: all = [], accounts = {} }): Routes => ({ rules: all, accounts }),
);
