import * as z from 'zod';
import { SEVERITIES } from '../../../src/domain/severity.js';
import type { SeverityRule } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { matchSchema } from './match-schema.js';
import { shownName } from './texts.js';

/** An entry as written: without a name, it gets its number as one. */
type WrittenEntry = Omit<SeverityRule, 'name'> & { readonly name?: string };

/** One entry of the list `severity`. */
export const severitySchema = keysOf({
  name: shownName.exactOptional().describe('Shown by npm run routes'),
  match: matchSchema
    .exactOptional()
    .describe('The checks, as in a rule; severity is the one that it has without this list'),
  is: z.enum(SEVERITIES).exclude(['recovery']).describe('The severity'),
  force: z.boolean().exactOptional().describe('Beats every other statement: message, description, tag'),
} satisfies Readonly<Record<keyof SeverityRule, z.ZodType>>)
  .transform(({ match = {}, force, ...rest }): WrittenEntry => ({ match, ...rest, ...(force && { force }) }))
  .meta({ id: 'severity' });
