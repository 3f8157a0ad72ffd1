import { at, type JsonObject } from '../../base/json.js';
import { MAX_JUDGED, quote } from '../../base/quote.js';
import { mayBeSecret } from '../../base/secret-shapes.js';
import { InvalidInputError } from '../../domain/errors.js';
import { FORMATS, type Format } from '../../domain/format.js';
import type { Mentions } from '../../domain/mentions.js';
import type { Overrides } from '../../domain/notification.js';
import { parseMentions } from '../../domain/parse-mentions.js';
import { MAX_ROBOT_BYTES } from '../../domain/robot-name.js';
import { SEVERITIES, type Severity } from '../../domain/severity.js';

const NO_OVERRIDES: Overrides = {};

/** Both spellings of each field; the first one given counts. */
const IS_AT_ALL = ['is_at_all', 'isAtAll'] as const;
const AT_MOBILES = ['at_mobiles', 'atMobiles'] as const;

/** Returns the field under the first of its spellings that is given: neither missing nor null. */
export function given(value: unknown, spellings: readonly string[]): { field: string; value: unknown } | undefined {
  for (const field of spellings) {
    const found = at(value, field);
    if (found !== undefined && found !== null) return { field, value: found };
  }
  return undefined;
}

/**
 * Reads the overrides in a message of the four parameters: `robot`, `is_at_all`, `at_mobiles`, `format`.
 * @throws {InvalidInputError} If one breaks a rule. Names the field, the rule and the given value.
 */
export function readOverrides(value: JsonObject): Overrides {
  const robot = readRobot(given(value, ['robot'])?.value);
  const mentions = readMentions(value);
  const format = given(value, ['format']);
  return {
    ...(robot && { robot }),
    ...(mentions && { mentions }),
    ...(format && { format: readFormat(format.value) }),
  };
}

/**
 * Reads the same from SNS message attributes, and `severity`. Publishers also use the names `format` and `severity` for their
 * own filters: a value that is not one of ours is not meant for us, and is ignored.
 * @throws {InvalidInputError} If one breaks a rule. Names the attribute, the rule and the given value.
 */
export function readAttributeOverrides(attributes: Readonly<Record<string, string>>): Overrides {
  if (Object.keys(attributes).length === 0) return NO_OVERRIDES; // As for nearly every message.
  const format = attributes['format'];
  const severity = attributes['severity']?.toLowerCase();
  const atMobiles = attributes['at_mobiles'] ?? attributes['atMobiles'];
  const overrides = readOverrides({
    ...attributes,
    format: isFormat(format) ? format : undefined,
    // A String.Array attribute arrives as its JSON text.
    ...(atMobiles !== undefined && { at_mobiles: listOf(atMobiles) ?? atMobiles }),
  });
  return isSeverity(severity) ? { ...overrides, severity } : overrides;
}

function readMentions(value: JsonObject): Mentions | undefined {
  const isAtAll = given(value, IS_AT_ALL);
  const atMobiles = given(value, AT_MOBILES);
  if (!isAtAll && !atMobiles) return undefined;
  const fields = { isAtAll: isAtAll?.field ?? IS_AT_ALL[0], atMobiles: atMobiles?.field ?? AT_MOBILES[0] };
  const mentions = parseMentions(isAtAll?.value ?? 0, atMobiles?.value ?? '', { allowPeople: true, fields });
  if (mentions.people.some(mayBeSecret)) refuseAsName(fields.atMobiles, "a person's name", 'a person');
  return mentions;
}

function readRobot(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const name = typeof value === 'string' ? value.trim() : '';
  if (mayBeSecret(name.slice(0, MAX_JUDGED))) refuseAsName('robot', "a robot's name", 'a robot');
  if (name === '' || Buffer.byteLength(name) > MAX_ROBOT_BYTES || /\p{C}/u.test(name)) {
    const rule = `a robot's name is a string of at most ${MAX_ROBOT_BYTES} bytes`;
    throw new InvalidInputError('robot', `Cannot use robot as ${rule}: current value is ${quote(value)}`);
  }
  return name;
}

/** Refuses a name that may be a key, a token or a mobile: unknown, it would end up in the log and in the group. */
function refuseAsName(field: string, use: string, instead: string): never {
  const rule = `it looks like a key, a token, a number or an address: name ${instead} of the secret`;
  throw new InvalidInputError(field, `Cannot use ${field} as ${use} as ${rule}`);
}

/**
 * Reads the name of a format.
 * @throws {InvalidInputError} If there is no such format.
 */
export function readFormat(value: unknown): Format {
  if (isFormat(value)) return value;
  const [allowed, shown] = [FORMATS.join(', '), quote(value)];
  throw new InvalidInputError(
    'format',
    `Cannot use format as it must be one of ${allowed}: current value is ${shown}`,
    {
      violation: { kind: 'format', allowed, given: shown },
    },
  );
}

function isFormat(value: unknown): value is Format {
  return FORMATS.some((format) => format === value);
}

function isSeverity(value: string | undefined): value is Severity {
  return SEVERITIES.some((severity) => severity === value);
}

function listOf(text: string): readonly unknown[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // Not a list: it is then read as plain text, and refused there.
  }
}
