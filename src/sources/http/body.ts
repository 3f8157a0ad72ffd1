import { InvalidInputError } from '../../domain/errors.js';
import type { RawBody } from './request.js';

/** Longest body taken where nothing else is set, in bytes: an Application Load Balancer's limit, and longer than any message. */
export const DEFAULT_MAX_BODY_BYTES = 1_048_576;

/** Fields that make a form ours. `curl -d` calls everything a form. */
const FORM_FIELDS = ['push_message', 'pushMessage', 'payload'] as const;

/**
 * The body's text, without byte order mark. API Gateway adds base64 to every body whose Content-Type it does not know as text.
 * @param maxBytes counted after base64.
 * @throws InvalidInputError 413 where it is longer, 400 where it is not UTF-8.
 */
export function decodeRequestBody({ text, base64 }: RawBody, maxBytes: number): string {
  const size = Buffer.byteLength(text, base64 ? 'base64' : 'utf8');
  if (size > maxBytes) {
    const rule = `it holds at most ${maxBytes} bytes: current value has ${size}`;
    throw new InvalidInputError('body', `Cannot read the body as ${rule}`, { httpStatus: 413 });
  }
  return base64 ? decodeUtf8(Buffer.from(text, 'base64')) : text.replace(/^\uFEFF/, '');
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder does not say where, so neither do we.
    throw new InvalidInputError(
      'body',
      `Cannot read the body as it must be UTF-8: current value is ${bytes.length} other bytes`,
    );
  }
}

/**
 * What the body says: JSON by its first character whatever Content-Type claims, a form's fields, else the text itself.
 * @throws InvalidInputError where it sets out as JSON and breaks off.
 */
export function parseBody(text: string, contentType: string): unknown {
  const start = text.trimStart().charAt(0);
  if (start === '{' || start === '[') return parseJsonOrText(text, contentType);
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return parseForm(text);
  return text;
}

/** `[告警] 磁盘满` is a message, `{"push_message": ` is an accident. */
function parseJsonOrText(text: string, contentType: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const isProse =
      /^text\/plain\b/i.test(contentType) || (text.trimStart().startsWith('[') && !/json/i.test(contentType));
    if (isProse) return text;
    throw new InvalidInputError('body', `Cannot read the body as JSON: current value breaks off${placeOf(error)}`);
  }
}

/** Only the place: V8's message repeats a piece of the body. */
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
