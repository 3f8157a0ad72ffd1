import { codeOf, type DeliveryResult, textOfCode } from '../../domain/delivery.js';
import type { Item, ReceivedMessage } from './item.js';

/** The reason why a message is dead-lettered, stored as its attributes in the dead-letter queue. */
export interface ParkReason {
  /** `wecom:93000`, `http:404`, `robot-missing`, or the name of the error that the message causes: `UnreadableBodyError`. */
  readonly code: string;
  readonly reason: string;
}

/** A message that will never be shown, with the reason. */
export interface Unshowable {
  /** Has a notification if its body was readable. */
  readonly message: ReceivedMessage & Partial<Pick<Item, 'notification'>>;
  readonly reason: ParkReason;
}

/** Returns WeCom's refusal as the reason for dead-lettering a message. */
export function refusalOf(result: DeliveryResult): ParkReason {
  const code = codeOf(result);
  return { code: code ? textOfCode(code) : result.status, reason: 'reason' in result ? result.reason : '' };
}

/** Returns the reason that goes with the message into the dead-letter queue, for a person to read with it. */
export function reasonOf(error: unknown): ParkReason {
  return error instanceof Error
    ? { code: error.name, reason: error.message }
    : { code: 'Error', reason: String(error) };
}
