import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpToken } from '../../domain/key-ring.js';

/** The time for which a link may be used, milliseconds. */
export const LINK_MS = 24 * 3_600_000;

const NAME_BYTES = 6;
const TIME_BYTES = 4;
/** Of the signature. Guessing 88 bits takes longer than links are valid, and no more than one alarm could be taken. */
const SIGNATURE_BYTES = 11;
/** Ends a link, so that it ends with a digit: some chats take a `-` at the end for the end of the sentence. */
const VERSION = '1';
const LINK = /^[\w-]{28}1$/;

/** The claim of a link. */
export interface AckLink {
  /** A digest of the alarm's ARN, by which it is found among those in ALARM. */
  readonly alarm: string;
  /** A moment of the occurrence that may be taken, whole seconds, milliseconds since 1970. */
  readonly at: number;
}

/** Returns the digest of an alarm's ARN that links name it by. */
export function alarmDigest(arn: string): string {
  return nameOf(arn).toString('hex');
}

/**
 * Returns the end of a link, 29 characters: 6 bytes of the alarm's digest, 4 of the time and 11 of a signature in base64url.
 * @param at a moment of the alarm's occurrence, milliseconds since 1970.
 * @param tokens the door's: links are signed with all of them together, so that the holder of one cannot make any if there are more.
 */
export function writeAckLink(arn: string, at: number, tokens: readonly HttpToken[]): string {
  const claim = Buffer.alloc(NAME_BYTES + TIME_BYTES);
  nameOf(arn).copy(claim);
  claim.writeUInt32BE(Math.floor(at / 1000), NAME_BYTES);
  return Buffer.concat([claim, signatureOf(claim, tokens)]).toString('base64url') + VERSION;
}

/** Reads the end of a link. `undefined` if it was not signed with these tokens. Compares in constant time. */
export function readAckLink(link: string, tokens: readonly HttpToken[]): AckLink | undefined {
  if (tokens.length === 0 || !LINK.test(link)) return undefined;
  const bytes = Buffer.from(link.slice(0, -VERSION.length), 'base64url');
  const claim = bytes.subarray(0, NAME_BYTES + TIME_BYTES);
  if (!timingSafeEqual(signatureOf(claim, tokens), bytes.subarray(claim.length))) return undefined;
  return { alarm: claim.subarray(0, NAME_BYTES).toString('hex'), at: claim.readUInt32BE(NAME_BYTES) * 1000 };
}

function nameOf(arn: string): Buffer {
  return createHash('sha256').update(arn).digest().subarray(0, NAME_BYTES);
}

function signatureOf(claim: Buffer, tokens: readonly HttpToken[]): Buffer {
  const key = JSON.stringify(['wecomrobot ack', ...tokens.map(({ token }) => token).sort()]);
  return createHmac('sha256', key).update(claim).digest().subarray(0, SIGNATURE_BYTES);
}
