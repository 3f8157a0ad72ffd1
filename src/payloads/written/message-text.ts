import { quote } from '../../base/quote.js';
import { InvalidInputError } from '../../domain/errors.js';
import type { Violation } from '../../domain/violation.js';

/** Longest message accepted, in UTF-8 bytes: the limit of an SQS message and of an asynchronous invocation too. */
const MAX_MESSAGE_BYTES = 1_048_576;

/** A character that a person can see: neither white space nor a control or format character. */
const VISIBLE = '[^\\s\\p{Z}\\p{Cc}\\p{Cf}]';

/**
 * Reads a message that WeCom can show.
 * @param field the caller's name for it.
 * @throws {InvalidInputError} If it is not a string, is blank, is too long (413), or contains what WeCom cannot show.
 */
export function readMessageText(value: unknown, field: string): string {
  if (typeof value !== 'string') {
    const rule = `it must be a string: current value is ${value === undefined ? 'missing' : quote(value)}`;
    const violation = { kind: 'notText', given: quote(value) } as const;
    throw new InvalidInputError(field, `Cannot send ${field} as ${rule}`, { violation });
  }
  checkText(value, field);
  return value;
}

function checkText(text: string, field: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_MESSAGE_BYTES) {
    const rule = `a message may have at most ${MAX_MESSAGE_BYTES} bytes: current value has ${bytes}`;
    throw new InvalidInputError(field, `Cannot send ${field} as ${rule}`, {
      httpStatus: 413,
      violation: { kind: 'tooManyBytes', max: MAX_MESSAGE_BYTES, bytes },
    });
  }
  const unpaired = text.search(/\p{Surrogate}/u);
  if (unpaired >= 0) {
    const given = `half a character at index ${unpaired}`;
    refuse(field, 'it must be well-formed Unicode', given, { kind: 'halfCharacter', index: unpaired });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0)
    refuse(field, 'it must not contain U+0000', `one at index ${nul}`, { kind: 'nulCharacter', index: nul });
  if (!new RegExp(VISIBLE, 'u').test(text)) {
    const given = bytes === 0 ? 'nothing' : 'nothing visible';
    refuse(field, 'it must contain something to read', given, { kind: 'nothingToRead' });
  }
}

function refuse(field: string, rule: string, given: string, violation: Violation): never {
  throw new InvalidInputError(field, `Cannot send ${field} as ${rule}: current value has ${given}`, { violation });
}
