import type { HttpToken } from '../domain/key-ring.js';
import { type CachedSecret, type CachedSecretParts, createCachedSecret } from './cached-secret.js';
import type { TokensSecret } from './tokens-secret.js';

/** The parts of a secret that the HTTP door needs. Its promises may reject with SecretUnavailableError. */
export interface Door {
  /** Returns the tokens that were read last, and waits for nothing. None if they were never read. */
  tokensAtHand(): readonly HttpToken[];
  httpTokens(): Promise<readonly HttpToken[]>;
  /** Resolves to false if the secret lists robots, and not this one. Rereads the secret once for an unknown name. */
  hasRobot(name: string): Promise<boolean>;
}

/** The door's own secret, cached. */
export interface DoorSecret extends Door, Pick<CachedSecret<TokensSecret>, 'verify' | 'warm'> {}

/** Creates the cache of the tokens' secret: a function that has it needs no key of a robot. */
export function createDoorSecret(parts: Omit<CachedSecretParts<TokensSecret>, 'secretsIn'>): DoorSecret {
  const { current, held, doubted, verify, warm } = createCachedSecret({ ...parts, secretsIn });
  return {
    tokensAtHand: () => held()?.httpTokens ?? [],
    httpTokens: async () => (await current()).httpTokens,
    hasRobot: async (name) => isListed(await current(), name) || isListed(await doubted(), name),
    verify,
    warm,
  };
}

function secretsIn({ httpTokens }: TokensSecret): readonly string[] {
  return httpTokens.map(({ token }) => token);
}

/** Without a list any name may be a robot's. */
function isListed({ robots }: TokensSecret, name: string): boolean {
  return robots === undefined || robots.has(name);
}
