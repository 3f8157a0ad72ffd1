import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpToken } from '../../domain/key-ring.js';
import { type Credential, credentialOf } from './credential.js';
import { type HttpRequest, rawBytes } from './request.js';

/** The sender of an authenticated request. */
export interface Caller {
  /** The names of the only robots it may push to. If absent, every robot. */
  readonly robots?: readonly string[];
}

/** Compares two digests of equal length in constant time. */
type Equal = (one: Buffer, other: Buffer) => boolean;

/**
 * Returns the caller: an IAM identity that AWS has checked, or the holder of a token. Without an IAM identity, `undefined` if
 * no token is configured or presented, or if the one presented is unknown.
 * @param tokens called only if the request presents a credential.
 * @param credential the credential that it presents. Default: the one that `credentialOf` finds.
 * @throws {SecretUnavailableError} If the tokens cannot be read.
 */
export async function authenticate(
  request: HttpRequest,
  tokens: () => Promise<readonly HttpToken[]>,
  credential: Credential | undefined = credentialOf(request),
  equal: Equal = timingSafeEqual,
): Promise<Caller | undefined> {
  if (request.iamPrincipal !== undefined) return {};
  return credential === undefined ? undefined : holderOf(credential, request, await tokens(), equal);
}

/** Compares with every token, even after a match, and compares digests, which are equally long: timing reveals nothing. */
function holderOf(
  credential: Credential,
  request: HttpRequest,
  tokens: readonly HttpToken[],
  equal: Equal,
): Caller | undefined {
  const presented = digestOf('token' in credential ? credential.token : credential.signature);
  let holder: Caller | undefined;
  for (const { token, robots } of tokens) {
    const expected = 'token' in credential ? token : signatureOf(request, token);
    if (equal(digestOf(expected), presented)) holder ??= robots === undefined ? {} : { robots };
  }
  return holder;
}

/** Returns the signature that a sender with this token makes of the body, over the bytes that it sent. */
function signatureOf({ body }: HttpRequest, token: string): string {
  return createHmac('sha256', token).update(rawBytes(body)).digest('hex');
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
