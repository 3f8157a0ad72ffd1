import { parseLenientJson } from '../../base/lenient-json.js';
import { InvalidInputError } from '../../domain/errors.js';
import { bodyBytes, bodyText } from './body-text.js';
import { type FormFields, formFields, parseForm } from './form.js';
import type { HttpRequest } from './request.js';

/**
 * Reads the body: JSON if its first character says so, whatever Content-Type claims; else the fields of a form; else the text
 * itself.
 * @param maxBytes counted after base64 and compression are undone.
 * @throws {InvalidInputError} If it cannot be decoded, or starts as JSON but is not valid JSON.
 */
export async function readBody(request: HttpRequest, maxBytes: number): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType)) return parseBody(bodyText(request, maxBytes), contentType);
  return payloadIn(await multipartFields(bodyBytes(request, maxBytes), contentType));
}

/**
 * Parses the text of a body.
 * @throws {InvalidInputError} If it starts as JSON but is not valid JSON.
 */
export function parseBody(text: string, contentType: string): unknown {
  const start = text.trimStart().charAt(0);
  if (start === '{' || start === '[') return parseJsonOrText(text, contentType);
  if (start === '"' && /json/i.test(contentType)) return parseJsonOrText(text, contentType);
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return payloadIn(parseForm(text) ?? text);
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
    const mended = parseLenientJson(text);
    if (mended !== undefined) return mended;
    throw new InvalidInputError('body', `Cannot read the body as JSON: current value is invalid${placeOf(error)}`);
  }
}

/** Returns only the position: V8's message quotes a piece of the body. */
function placeOf(error: unknown): string {
  const [place] = /at position \d+/.exec(String(error)) ?? [];
  return place === undefined ? '' : ` ${place}`;
}

/** Fields in which a form carries a whole message: Slack's, and that of Uptime Kuma. */
const PAYLOAD_FIELDS = ['payload', 'data'] as const;

/** Returns the message that a form carries in one field, or else its fields. A text is no form. */
function payloadIn(form: FormFields | string): unknown {
  if (typeof form === 'string') return form;
  const name = PAYLOAD_FIELDS.find((field) => Object.hasOwn(form, field) && isAlone(form, field));
  const payload = name === undefined ? undefined : form[name];
  return typeof payload === 'string' ? parseBody(payload, 'application/json') : form;
}

/** Slack's field counts whatever stands beside it; `data` is a common name, and only counts if there is no other. */
function isAlone(form: FormFields, field: (typeof PAYLOAD_FIELDS)[number]): boolean {
  return field === 'payload' || Object.keys(form).length === 1;
}

/** Reads multipart by the platform's own parser. Files are left out: a group robot cannot show them. */
async function multipartFields(bytes: Buffer, contentType: string): Promise<FormFields> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
    const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
    return formFields(texts);
  } catch {
    throw new InvalidInputError('body', 'Cannot read the body as multipart/form-data: current value is invalid');
  }
}
