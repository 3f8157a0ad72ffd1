import * as z from 'zod';
import { FORMATS } from '../../../src/domain/format.js';
import { GRAPH_CHOICES, type Mute, type Rule } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { matchSchema } from './match-schema.js';
import { mentionsSchema, rotaNames } from './mentions-schema.js';
import { quietSchema } from './quiet-schema.js';
import { remindSchema } from './remind-schema.js';
import { rotateSchema } from './rotate-schema.js';
import { robotName, shownName } from './texts.js';
import { minuteNumber, timeZone } from './times.js';

/** A rule as written: without a name, it gets its number as one. */
type WrittenRule = Omit<Rule, 'name'> & { readonly name?: string };

const muteSchema = keysOf({
  until: minuteNumber.describe("The end: '2026-12-24', or '2026-12-24 18:00'"),
  timeZone: timeZone.exactOptional().describe("IANA time zone; default the deployment's"),
} satisfies Readonly<Record<keyof Mute, z.ZodType>>);

/** Keys that a rule with `drop` contradicts, and why. */
const NOT_WITH_DROP = [
  ['robots', 'which shows nothing'],
  ['continue', 'after which no rule is asked'],
] as const;

/** One rule. */
export const ruleSchema = keysOf({
  name: shownName.exactOptional().describe('Shown in logs and by npm run routes'),
  match: matchSchema.exactOptional().describe('The checks of the rule; without it, the rule takes everything'),
  robots: listOf(robotName)
    .exactOptional()
    .describe("Names of the secret's robots, one message each; default the robot default"),
  mentions: mentionsSchema.exactOptional().describe('The people mentioned'),
  rotate: rotateSchema.exactOptional().describe('The on-call rota: the person on call is mentioned too'),
  rota: rotaNames.exactOptional().describe('Names of rotas under rotas: their people on call are mentioned too'),
  quiet: listOf(quietSchema)
    .exactOptional()
    .describe('Hours without mentions; messages are still shown; the first hours that it is decide'),
  format: z.enum(FORMATS).exactOptional().describe('The format of the messages'),
  drop: z.boolean().exactOptional().describe('Shows nothing; a log line names the rule'),
  mute: muteSchema.exactOptional().describe('Shows nothing until then'),
  remind: remindSchema
    .exactOptional()
    .describe('Steps in which an alarm that stays is told again, or off; default: critical ones once, after 1h'),
  graph: z
    .enum(GRAPH_CHOICES)
    .exactOptional()
    .describe("Whether the metric's picture follows an alarm that comes alone; default the deployment's setting graph"),
  continue: z.boolean().exactOptional().describe('Later rules may add robots, mentions, quiet hours of their own'),
} satisfies Readonly<Record<keyof Rule, z.ZodType>>)
  .superRefine((rule, context) => {
    if (!rule.drop) return;
    for (const [key, why] of NOT_WITH_DROP) {
      const message = `left out of a rule with drop, ${why}`;
      if (rule[key]) context.addIssue({ code: 'custom', path: [key], input: rule[key], message });
    }
  })
  .transform(
    ({ match = {}, drop, continue: goesOn, quiet, ...rest }): WrittenRule => ({
      ...{ match, ...rest },
      ...(quiet && { quiet: quiet.length === 1 && quiet[0] ? quiet[0] : quiet }),
      ...(drop && { drop }),
      ...(goesOn && { continue: goesOn }),
    }),
  )
  .meta({ id: 'rule' });
