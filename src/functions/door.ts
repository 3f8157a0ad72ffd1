import { createDoorSecret, type DoorSecret } from '../secrets/door.js';
import { createReadSecret } from '../secrets/read-secret.js';
import { parseTokensSecret } from '../secrets/tokens-secret.js';
import type { OpenedFunction } from './open-function.js';

/** Opens the secret with the door's tokens, if they are in one of their own. */
export function openDoor({ config, known, secretsManager, edges }: OpenedFunction): DoorSecret | undefined {
  const { tokensSecretId, region } = config;
  if (tokensSecretId === '') return undefined;
  return createDoorSecret({
    readSecret: createReadSecret(secretsManager.client, tokensSecretId, region),
    parse: (text) => parseTokensSecret(text, tokensSecretId),
    ...{ known, clock: edges.clock, log: edges.log },
  });
}
