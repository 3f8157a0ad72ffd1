import type { DeliveryResult, FaultOwner } from '../domain/delivery.js';
import type { Outgoing, PreparedItem } from './item.js';
import type { Lane, Pace } from './lane.js';
import type { ParkReason } from './queue-client.js';

/** The result of an attempt: what WeCom made of it, or an exception of ours, which is the message's own. */
export type AttemptResult = DeliveryResult | { readonly status: 'broken'; readonly reason: ParkReason };

/** The lane after an attempt, and what it decided about items: they are acknowledged next, the refused ones once parked. */
export interface Settled<Message> {
  readonly lane: Lane<Message>;
  readonly shown: readonly PreparedItem[];
  readonly refused: readonly PreparedItem[];
  /** Items that failed before and are parked now, as others go through. */
  readonly convicted: readonly PreparedItem[];
}

/** The facts besides lane and result that settling needs. */
export interface Circumstances<Message> {
  readonly now: number;
  readonly pace: Pace;
  /** How long a robot's items hide after this failure, given the first one's receive count, milliseconds. */
  readonly hideFor: (result: DeliveryResult, receiveCount: number) => number;
  readonly faultOf: (result: DeliveryResult) => FaultOwner;
  /** Each item as a post of its own. */
  readonly separate: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
  /** Items as few posts. */
  readonly merge: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
}

/** Returns a lane in which the attempt decided nothing about an item. */
export function undecided<Message>(lane: Lane<Message>): Settled<Message> {
  return { lane, shown: [], refused: [], convicted: [] };
}
