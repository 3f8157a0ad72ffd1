import { z } from 'zod';
import { FORMATS } from '../../../src/domain/notification.js';
import type { Rule } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { matchSchema } from './match-schema.js';
import { mentionsSchema } from './mentions-schema.js';
import { quietSchema } from './quiet-schema.js';
import { rotateSchema } from './rotate-schema.js';
import { robotName, text } from './texts.js';

/** A rule as written: without a name, it gets its number as one. */
type WrittenRule = Omit<Rule, 'name'> & { readonly name?: string };

/** One rule. */
export const ruleSchema = keysOf({
  name: text('a name').exactOptional().describe('Shown in logs and by npm run routes'),
  match: matchSchema.exactOptional().describe('The checks of the rule; without it, the rule takes everything'),
  robots: listOf(robotName)
    .exactOptional()
    .describe("Names of the secret's robots, one message each; default the robot default"),
  mentions: mentionsSchema.exactOptional().describe('The people mentioned'),
  rotate: rotateSchema.exactOptional().describe('The on-call rota: the person on call is mentioned too'),
  quiet: quietSchema.exactOptional().describe('Hours without mentions; messages are still shown'),
  format: z.enum(FORMATS).exactOptional().describe('The format of the messages'),
  drop: z.boolean().exactOptional().describe('Shows nothing; a log line names the rule'),
} satisfies Readonly<Record<keyof Rule, z.ZodType>>)
  .transform(({ match = {}, drop, ...rest }): WrittenRule => ({ match, ...rest, ...(drop && { drop }) }))
  .meta({ id: 'rule' });
