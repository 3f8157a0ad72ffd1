import { SqsError } from './error.js';

const ALLOWED = '#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF';
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Refuses characters as SQS does: most controls, lone surrogates, U+FFFE and U+FFFF.
 * @throws {SqsError} InvalidMessageContents, if the text contains such a character.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function checkCharacters(text: string, where: string): void {
  const found = FORBIDDEN.exec(text)?.[0];
  if (found === undefined) return;
  const code = `#x${found.codePointAt(0)?.toString(16).toUpperCase()}`;
  throw new SqsError(
    'InvalidMessageContents',
    `Invalid binary character '${code}' was found in the ${where}, the set of allowed characters is ${ALLOWED}`,
  );
}
