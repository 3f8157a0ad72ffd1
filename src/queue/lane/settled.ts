import type { DeliveryResult } from '../../domain/delivery.js';
import type { Outgoing, PreparedItem } from '../message/item.js';
import type { ParkReason } from '../message/unshowable.js';
import type { Lane } from './lane.js';

/** The result of an attempt: WeCom's verdict, or an exception of ours, which is blamed on the message. */
export type AttemptResult = DeliveryResult | { readonly status: 'broken'; readonly reason: ParkReason };

/**
 * The lane after an attempt, with the decided items: they are acknowledged next, the refused ones once dead-lettered.
 */
export interface Settled<Message> {
  readonly lane: Lane<Message>;
  readonly shown: readonly PreparedItem[];
  readonly refused: readonly PreparedItem[];
  /** Items that failed before and are dead-lettered now, as others go through. */
  readonly convicted: readonly PreparedItem[];
  /** Optional items that were not shown: they are done with all the same. */
  readonly dropped?: readonly PreparedItem[];
}

/** A post of a lane after an attempt at it. */
export interface Attempted<Message> {
  readonly lane: Lane<Message>;
  /** The lane's first post, as it was before the attempt. */
  readonly post: Outgoing<Message>;
  /** The posts after it. */
  readonly rest: readonly Outgoing<Message>[];
}

/** Returns the result of an attempt that decided nothing about an item. */
export function undecided<Message>(lane: Lane<Message>): Settled<Message> {
  return { lane, shown: [], refused: [], convicted: [] };
}
