import { gunzipSync, inflateSync } from 'node:zlib';
import { InvalidInputError } from '../../domain/errors.js';
import { type HttpRequest, rawBytes } from './request.js';

/** Longest body accepted by default, in bytes: as much as SNS and EventBridge carry, and longer than any message. */
export const DEFAULT_MAX_BODY_BYTES = 262_144;

type Inflate = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

/** The encodings that are undone, by their names in `Content-Encoding`. */
const ENCODINGS: ReadonlyMap<string, Inflate> = new Map([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
]);

/** Written by a decoder in the place of what it could not decode. */
const REPLACEMENT = '\ufffd';

/**
 * Returns the bytes of the body, with their `Content-Encoding` undone.
 * @param maxBytes counted after base64 and compression are undone.
 * @throws {InvalidInputError} If there are more (413), or if they cannot be decompressed (400, or 415 for an unknown encoding).
 */
export function bodyBytes({ body, headers }: HttpRequest, maxBytes: number): Buffer {
  const bytes = rawBytes(body);
  if (bytes.length > maxBytes) throw tooLong(maxBytes, String(bytes.length));
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  return encoding === '' || encoding === 'identity' ? bytes : inflated(bytes, encoding, maxBytes);
}

function inflated(bytes: Buffer, encoding: string, maxBytes: number): Buffer {
  const inflate = ENCODINGS.get(encoding);
  if (!inflate) {
    const rule = `its Content-Encoding must be one of ${[...ENCODINGS.keys()].join(', ')}`;
    throw new InvalidInputError('body', `Cannot read the body as ${rule}`, { httpStatus: 415 });
  }
  try {
    return inflate(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLong(maxBytes, 'more, decompressed');
    throw new InvalidInputError('body', `Cannot read the body as it must be ${encoding}: it cannot be decompressed`);
  }
}

/** Returns the error for a body that is longer than it may be. */
export function tooLong(maxBytes: number, given: string): InvalidInputError {
  const rule = `it may have at most ${maxBytes} bytes: current value has ${given}`;
  return new InvalidInputError('body', `Cannot read the body as ${rule}`, { httpStatus: 413 });
}

/**
 * Returns the text of the body, without a byte order mark, in the charset that `Content-Type` names, else in UTF-8.
 * @param maxBytes as for {@link bodyBytes}.
 * @throws {InvalidInputError} If it is longer (413), or is not in its charset (400, or 415 for an unknown charset).
 */
export function bodyText(request: HttpRequest, maxBytes: number): string {
  const bytes = bodyBytes(request, maxBytes);
  const charset = charsetOf(request.headers.get('content-type') ?? '');
  // A text that is not in base64 was decoded on the way here, as UTF-8: its bytes are those of that text.
  if (!request.body.base64 && !request.headers.has('content-encoding')) return decoded(request.body.text, charset);
  return decode(bytes, charset);
}

function decoded(text: string, charset: string): string {
  if (charset !== 'utf-8' && text.includes(REPLACEMENT)) throw notIn(decoderOf(charset).encoding);
  return text.replace(/^\uFEFF/, '');
}

function decode(bytes: Buffer, charset: string): string {
  const decoder = decoderOf(charset);
  try {
    return decoder.decode(bytes);
  } catch {
    // The decoder does not report the position, so neither do we.
    throw notIn(decoder.encoding);
  }
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    const rule = 'its charset must be one that browsers know: utf-8, gbk, gb18030, big5, utf-16le …';
    throw new InvalidInputError('body', `Cannot read the body as ${rule}`, { httpStatus: 415 });
  }
}

function notIn(charset: string): InvalidInputError {
  const rule = `it must be ${charset.toUpperCase()}: current value is bytes that are not`;
  return new InvalidInputError('body', `Cannot read the body as ${rule}`);
}

function charsetOf(contentType: string): string {
  return /;\s*charset="?([\w:.-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
}
