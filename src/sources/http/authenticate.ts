import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpToken } from '../../domain/key-ring.js';
import type { HttpRequest } from './request.js';

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
 * @param tokens called only if the request presents a token.
 * @param presented returns the token in the request. Default: the one after `Bearer` in `Authorization`.
 * @throws {SecretUnavailableError} If the tokens cannot be read.
 */
export async function authenticate(
  request: HttpRequest,
  tokens: () => Promise<readonly HttpToken[]>,
  presented: (request: HttpRequest) => string | undefined = bearerToken,
  equal: Equal = timingSafeEqual,
): Promise<Caller | undefined> {
  if (request.iamPrincipal !== undefined) return {};
  const token = presented(request);
  return token === undefined ? undefined : holderOf(token, await tokens(), equal);
}

/** Returns the token after `Bearer`. Two headers, joined by a comma and a space, are not a token. */
export function bearerToken({ headers }: HttpRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/** Compares with every token, even after a match, and compares digests, which are equally long: timing reveals nothing. */
function holderOf(presented: string, tokens: readonly HttpToken[], equal: Equal): Caller | undefined {
  const digest = digestOf(presented);
  let holder: Caller | undefined;
  for (const { token, robots } of tokens) {
    if (equal(digestOf(token), digest)) holder ??= robots === undefined ? {} : { robots };
  }
  return holder;
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
