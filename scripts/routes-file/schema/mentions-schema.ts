import { z } from 'zod';
import { InvalidInputError } from '../../../src/domain/errors.js';
import { parseMentions } from '../../../src/domain/mentions.js';
import type { Mentions } from '../../../src/domain/notification.js';
import { keysOf } from './keys-of.js';
import { listOf } from './list-of.js';
import { text } from './texts.js';

const parse = (all: boolean, mobiles: readonly string[]): Mentions =>
  parseMentions(all, mobiles, { allowPeople: false });

const mobile = text('a mobile').refine(isMobile, { error: 'a mobile of 6 to 15 digits' });

/** The people mentioned. */
export const mentionsSchema = keysOf({
  all: z.boolean().exactOptional().describe('Everyone in the group'),
  people: listOf(text('a name')).exactOptional().describe("Names of the secret's people"),
  mobiles: listOf(mobile)
    .exactOptional()
    .describe('Mobiles; they are personal data, better kept in the secret under people'),
  userIds: listOf(text('a user id')).exactOptional().describe("WeCom's user ids"),
} satisfies Readonly<Record<keyof Mentions, z.ZodType>>).transform(
  ({ all = false, people = [], mobiles = [], userIds = [] }): Mentions => ({ ...parse(all, mobiles), people, userIds }),
);

function isMobile(value: string): boolean {
  try {
    parse(false, [value]);
    return true;
  } catch (error) {
    if (error instanceof InvalidInputError) return false;
    throw error;
  }
}
