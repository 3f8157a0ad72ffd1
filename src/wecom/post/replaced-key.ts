import { type DeliveryResult, errcodeOf } from '../../domain/delivery.js';
import type { KeyRing } from '../../domain/key-ring.js';
import type { RobotKey } from '../../domain/robot-key.js';
import { ERRCODE } from '../api/errcodes.js';
import type { Target } from './post-once.js';

/**
 * Returns the robot's new key if WeCom refused the key it was posted with and the secret has replaced that key.
 * @throws {SecretUnavailableError} If the secret cannot be read.
 */
export async function replacedKey(
  result: DeliveryResult,
  { robot, key }: Pick<Target, 'robot' | 'key'>,
  keys: Pick<KeyRing, 'replacement'>,
): Promise<RobotKey | undefined> {
  return errcodeOf(result) === ERRCODE.invalidWebhookUrl ? keys.replacement(robot, key) : undefined;
}
