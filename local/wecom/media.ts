import { type Refusal, refusal } from './answer.js';

const VALID_MS = 3 * 24 * 60 * 60 * 1000;
const MIN_BYTES = 6;
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_VOICE_BYTES = 2 * 1024 * 1024;
/** The beginning of an AMR recording. */
const AMR = '#!AMR';

/** One uploaded file. It belongs to the robot whose key uploaded it. */
export interface Upload {
  readonly mediaId: string;
  readonly robot: string;
  readonly filename: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Files and voice messages that robots uploaded. */
export interface Media {
  has(mediaId: string, robot: string): boolean;
  add(upload: Omit<Upload, 'mediaId'>): Upload;
}

/** Creates a store that remembers uploads for the three days in which they are valid. */
export function createMedia(now: () => number): Media {
  const uploads = new Map<string, Upload>();
  return {
    has: (mediaId, robot) => {
      const upload = uploads.get(mediaId);
      return upload?.robot === robot && upload.at > now() - VALID_MS;
    },
    add: (upload) => {
      const stored = { ...upload, mediaId: `media-${uploads.size + 1}` };
      uploads.set(stored.mediaId, stored);
      return stored;
    },
  };
}

/**
 * Resolves to the part named `media` of a multipart body, or to `undefined` if the body is not multipart or has no such
 * part.
 */
export async function readMediaPart(body: Buffer, contentType: string): Promise<File | undefined> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    const part = form.get('media');
    return part instanceof File ? part : undefined;
  } catch {
    return undefined; // Not a failure: to WeCom, a body that is not multipart is empty media.
  }
}

/**
 * Resolves to the reason why WeCom would refuse an upload, if any. The key is checked after the part, as observed: an
 * empty part says nothing about the key.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
export async function uploadRefusal(
  type: string,
  part: File | undefined,
  robot: string | undefined,
): Promise<Refusal | undefined> {
  if (part === undefined || part.size === 0) return refusal(44001, 'empty media data');
  if (robot === undefined) return refusal(40058, "invalid param 'key'");
  if (type !== 'file' && type !== 'voice') return refusal(40004, 'invalid media type');
  if (part.size < MIN_BYTES) return refusal(40006, 'invalid file size');
  if (part.size > (type === 'voice' ? MAX_VOICE_BYTES : MAX_FILE_BYTES))
    return refusal(45001, 'media size out of limit');
  const isAmr = (await part.slice(0, AMR.length).text()) === AMR;
  return type === 'voice' && !isAmr ? refusal(301017, 'invalid voice format') : undefined;
}
