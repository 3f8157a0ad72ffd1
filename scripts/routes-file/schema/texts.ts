import * as z from 'zod';
import { holdsRobotKey } from '../../../src/base/secret-shapes.js';
import { MAX_ROBOT_BYTES } from '../../../src/domain/robot-name.js';

const MAX_GLOB_CHARACTERS = 256;

/**
 * Returns the schema of a text.
 * @param rule what it must be, for the error: `a robot name`.
 */
export function text(rule: string, pattern = /\S/): z.ZodString {
  // A number without quotes is a text to us (see parse-yaml.ts), and a number to an editor.
  return z
    .string({ error: rule })
    .regex(pattern, { error: rule })
    .meta({ type: ['string', 'number'] });
}

/** A pattern: `*` stands for any characters, `?` for one. */
export const glob = text(
  `a pattern of 1 to ${MAX_GLOB_CHARACTERS} characters`,
  new RegExp(`^[\\s\\S]{1,${MAX_GLOB_CHARACTERS}}$`),
);

/** A robot's name in the secret. */
export const robotName = text('a robot name')
  .refine((name) => Buffer.byteLength(name) <= MAX_ROBOT_BYTES, {
    error: `a robot name of at most ${MAX_ROBOT_BYTES} bytes`,
    abort: true,
  })
  .refine((name) => !holdsRobotKey(name), { error: "a robot's name, not its key" });

/** The name of a rule or an entry. Logs and `npm run routes` show it. */
export const shownName = text('a name').refine((name) => !holdsRobotKey(name), { error: 'a name, not a key' });

/** An account's id. Editors ask for quotes, because other programs turn it into a number and lose a leading zero. */
export const accountId = text('a 12-digit account id in quotes', /^\d{12}$/).meta({ type: 'string' });
