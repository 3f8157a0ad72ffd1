import { InvalidInputError } from '../../domain/errors.js';
import type { RawBody } from './request.js';

/** Longest body accepted by default, in bytes: the limit of an Application Load Balancer, and longer than any message. */
export const DEFAULT_MAX_BODY_BYTES = 1_048_576;

/** Fields that identify a form of ours. `curl -d` calls everything a form. */
const FORM_FIELDS = ['push_message', 'pushMessage', 'payload'] as const;

/**
 * Returns the text of the body, without a byte order mark. API Gateway encodes every body in base64 whose Content-Type it does
 * not know to be text.
 * @param maxBytes counted after base64 is decoded.
 * @throws {InvalidInputError} If the body is longer (413), or is not UTF-8 (400).
 */
export function decodeRequestBody({ text, base64 }: RawBody, maxBytes: number): string {
  const size = Buffer.byteLength(text, base64 ? 'base64' : 'utf8');
  if (size > maxBytes) {
    const rule = `it may have at most ${maxBytes} bytes: current value has ${size}`;
    throw new InvalidInputError('body', `Cannot read the body as ${rule}`, { httpStatus: 413 });
  }
  return base64 ? decodeUtf8(Buffer.from(text, 'base64')) : text.replace(/^\uFEFF/, '');
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder does not report the position, so neither do we.
    throw new InvalidInputError(
      'body',
      `Cannot read the body as it must be UTF-8: current value is ${bytes.length} bytes that are not`,
    );
  }
}

/**
 * Parses the body: JSON if its first character says so, whatever Content-Type claims; else the fields of a form; else the text
 * itself.
 * @throws {InvalidInputError} If it starts as JSON but is not valid JSON.
 */
export function parseBody(text: string, contentType: string): unknown {
  const start = text.trimStart().charAt(0);
  if (start === '{' || start === '[') return parseJsonOrText(text, contentType);
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return parseForm(text);
  return text;
}

/** `[告警] 磁盘满` is a message; `{"push_message": ` is a mistake. */
function parseJsonOrText(text: string, contentType: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const isProse =
      /^text\/plain\b/i.test(contentType) || (text.trimStart().startsWith('[') && !/json/i.test(contentType));
    if (isProse) return text;
    throw new InvalidInputError('body', `Cannot read the body as JSON: current value is invalid${placeOf(error)}`);
  }
}

/** Returns only the position: V8's message quotes a piece of the body. */
function placeOf(error: unknown): string {
  const [place] = /at position \d+/.exec(String(error)) ?? [];
  return place === undefined ? '' : ` ${place}`;
}

function parseForm(text: string): unknown {
  const fields = new URLSearchParams(text);
  if (!FORM_FIELDS.some((field) => fields.has(field))) return text;
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : parseBody(payload, 'application/json');
}
