import { arrayAt, at, isObject, numberAt, parseObject, textAt } from '../../base/json.js';
import { sha256 } from '../../base/sha256.js';
import type { QueueEntry } from './entry.js';
import type { ReceivedMessage } from './item.js';
import { acceptable } from './queue-body.js';

/** The version of a carrier's body. It is not that of a message: a consumer that knows no carriers parks it, whole. */
export const CARRIER_VERSION = 3;

/** Most bytes of a carrier, if the queue takes more: ten of them, escaped, stay below the 6 MB of one invocation. */
const MAX_CARRIER_BYTES = 400 * 1024;

/**
 * Many waiting messages of one group in one queue message, so that one batch holds more than ten of them. A carrier
 * without messages only hands on the time of the last attempt.
 */
export interface MessageCarrier {
  /** Number of times the one of them that moved most often was sent to the end of its group. */
  readonly sentOn: number;
  /**
   * Time of the robot's last attempt to post, milliseconds since 1970. The next consumer of the group need not know it
   * otherwise.
   */
  readonly attemptedAt: number;
  readonly messages: readonly CarriedMessage[];
}

/** A message inside a carrier. */
export interface CarriedMessage {
  /** The id of the queue message that it was: who has shown that one knows this one by it. */
  readonly messageId: string;
  readonly body: string;
}

/** Reads a carrier. Returns `undefined` for any other queue message. */
export function readCarrier(body: string): MessageCarrier | undefined {
  // Most messages are no carriers, and need not be parsed to tell.
  if (!body.startsWith(HEAD)) return undefined;
  const carrier = at(parseObject(body), 'carrier');
  if (!isObject(carrier)) return undefined;
  const messages = arrayAt(carrier, 'messages').map((one) => ({
    messageId: textAt(one, 'id') ?? '',
    body: JSON.stringify(at(one, 'body') ?? null),
  }));
  return { sentOn: numberAt(carrier, 'sentOn') ?? 0, attemptedAt: numberAt(carrier, 'attemptedAt') ?? 0, messages };
}

const HEAD = `{"v":${CARRIER_VERSION},"carrier":`;

/** Returns the queue message of a carrier. Two attempts to send on the same messages give the same deduplication id. */
export function carrierEntry(groupId: string, { sentOn, attemptedAt, messages }: MessageCarrier): QueueEntry {
  const ids = messages.map(({ messageId }) => messageId).sort();
  const identity = JSON.stringify([groupId, sentOn, ids, ...(ids.length === 0 ? [attemptedAt] : [])]);
  return {
    body: `${headOf(sentOn, attemptedAt)}${messages.map(memberOf).join(',')}${TAIL}`,
    groupId,
    deduplicationId: sha256(identity),
  };
}

const TAIL = ']}}';

function headOf(sentOn: number, attemptedAt: number): string {
  return `${HEAD}{"sentOn":${sentOn},"attemptedAt":${attemptedAt},"messages":[`;
}

/** A body of ours is JSON: it stands here as it is, and is not escaped once more each time it moves. */
function memberOf({ messageId, body }: CarriedMessage): string {
  return `{"id":${JSON.stringify(messageId)},"body":${acceptable(body)}}`;
}

/** Divides messages among as few carriers as the limit allows, in order. */
export function packCarriers(
  messages: readonly (ReceivedMessage | CarriedMessage)[],
  { sentOn, attemptedAt }: Omit<MessageCarrier, 'messages'>,
  maxBytes: number,
): readonly MessageCarrier[] {
  const limit = Math.min(maxBytes, MAX_CARRIER_BYTES) - Buffer.byteLength(headOf(sentOn, attemptedAt) + TAIL);
  const packs: CarriedMessage[][] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(memberOf(message)) + 1;
    const last = packs.at(-1);
    bytes += size;
    if (last && bytes <= limit) last.push(message);
    else {
      packs.push([message]);
      bytes = size;
    }
  }
  return packs.map((pack) => ({ sentOn, attemptedAt, messages: pack }));
}
