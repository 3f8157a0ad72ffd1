import * as z from 'zod';
import { InvalidInputError } from '../../../src/domain/errors.js';
import { type Mentions, NOBODY } from '../../../src/domain/mentions.js';
import { parseMentions } from '../../../src/domain/parse-mentions.js';
import type { Call } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { text } from './texts.js';

const parse = (all: boolean, mobiles: readonly string[]): Mentions =>
  parseMentions(all, mobiles, { allowPeople: false });

const mobile = text('a mobile').refine(isMobile, { error: 'a mobile of 6 to 15 digits' });

const PEOPLE = {
  all: z.boolean().exactOptional().describe('Everyone in the group'),
  people: listOf(text('a name')).exactOptional().describe("Names of the secret's people"),
  mobiles: listOf(mobile)
    .exactOptional()
    .describe('Mobiles; they are personal data, better kept in the secret under people'),
  userIds: listOf(text('a user id')).exactOptional().describe("WeCom's user ids"),
} satisfies Readonly<Record<keyof Mentions, z.ZodType>>;

type Written = { readonly [K in keyof Mentions]?: Mentions[K] | undefined };

const mentionsOf = ({ all = false, people = [], mobiles = [], userIds = [] }: Written): Mentions => ({
  ...parse(all, mobiles),
  people,
  userIds,
});

/** The people mentioned. */
export const mentionsSchema = keysOf(PEOPLE).transform(mentionsOf);

/** Names of rotas. */
export const rotaNames = listOf(text('the name of a rota'));

/** The people called instead of others: names alone, or as `mentions` has them, and rotas. */
export const callSchema = z.union([
  listOf(text('a name')).transform((people): Call => ({ ...NOBODY, people })),
  keysOf({ ...PEOPLE, rota: rotaNames.exactOptional().describe('The people on call of these rotas') }).transform(
    ({ rota, ...mentions }): Call => ({ ...mentionsOf(mentions), ...(rota && { rotas: rota }) }),
  ),
]);

function isMobile(value: string): boolean {
  try {
    parse(false, [value]);
    return true;
  } catch (error) {
    if (error instanceof InvalidInputError) return false;
    throw error;
  }
}
