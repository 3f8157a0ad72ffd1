import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpToken } from '../../domain/key-ring.js';
import type { HttpRequest } from './request.js';

/** Who may push. */
export interface Caller {
  /** Names of the only robots it may push to. Absent: every robot. */
  readonly robots?: readonly string[];
}

/** Compares two digests of equal length in a time that does not depend on them. */
type Equal = (one: Buffer, other: Buffer) => boolean;

/**
 * Whose request it is: an IAM identity that AWS has checked, or the holder of a token. Nobody where no token is configured.
 * @param tokens asked only where a token is presented.
 * @param presented the token in the request. Default: after `Bearer` in `Authorization`.
 * @throws SecretUnavailableError where the tokens cannot be read.
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

/** One token after `Bearer`. Two headers, joined by a comma and a blank, are none. */
export function bearerToken({ headers }: HttpRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/** Every token is compared, found or not, and digests are of one length: the time tells nothing. */
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
