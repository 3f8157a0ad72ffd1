import * as z from 'zod';
import type { Routes, Rule, SeverityRule } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { namedRotas } from './named-rotas.js';
import { rotateSchema } from './rotate-schema.js';
import { ruleSchema } from './rule-schema.js';
import { severitySchema } from './severity-schema.js';
import { summarySchema } from './summary-schema.js';
import { accountId, text } from './texts.js';
import { dayRange } from './times.js';

/** Most rules. No one can read more, and each costs time for every message. */
const MAX_RULES = 1000;

const rules = listOf(ruleSchema)
  .refine(({ length }) => length <= MAX_RULES, { error: `a list of at most ${MAX_RULES} rules` })
  .transform((written) => written.map((rule, index): Rule => ({ name: `rule ${index + 1}`, ...rule })));

const severity = listOf(severitySchema)
  .refine(({ length }) => length <= MAX_RULES, { error: `a list of at most ${MAX_RULES} entries` })
  .transform((written) => written.map((entry, index): SeverityRule => ({ name: `severity ${index + 1}`, ...entry })));

/** A routes.yml: checked, and brought into the form that routing uses. */
export const routesSchema = keysOf({
  rules: rules
    .exactOptional()
    .describe('The first rule that matches decides, and those after it as long as each says continue'),
  accounts: z
    .record(accountId, text('an account name'))
    .exactOptional()
    .describe('Names of accounts by id, shown instead of the id'),
  severity: severity
    .exactOptional()
    .describe('How bad things are, before rules look at it; the first that matches decides'),
  rotas: z
    .record(text('the name of a rota'), rotateSchema)
    .exactOptional()
    .describe('On-call rotas by name, for rules to share'),
  holidays: listOf(dayRange)
    .exactOptional()
    .describe("Days that count as weekend: '2026-10-01', or '2026-10-01..2026-10-07'"),
  workdays: listOf(dayRange).exactOptional().describe('Days of a weekend that count as weekday (调休)'),
  summary: listOf(summarySchema)
    .exactOptional()
    .describe(
      'A message at a time of day: what is in ALARM, what happened since the last one, what is muted, who is on call',
    ),
} satisfies Readonly<Record<keyof Routes, z.ZodType>>)
  .superRefine(namedRotas)
  .transform(({ rules: all = [], accounts = {}, ...rest }): Routes => ({ rules: all, accounts, ...rest }));
