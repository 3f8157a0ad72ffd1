import type { Clock } from '../../base/clock.js';
import { visibilityAfter } from '../../domain/backoff.js';
import type { DeliveryResult, FaultOwner } from '../../domain/delivery.js';
import type { Outgoing, PreparedItem } from '../message/item.js';
import type { Composer } from './composer.js';
import type { Pace } from './lane.js';

/** The facts that settling needs besides lane and result. */
export interface Circumstances<Message> {
  readonly now: number;
  readonly pace: Pace;
  /**
   * Returns the visibility timeout of a robot's items after this failure, by the first one's receive count,
   * milliseconds.
   */
  readonly hideFor: (result: DeliveryResult, receiveCount: number) => number;
  readonly faultOf: (result: DeliveryResult) => FaultOwner;
  /** Turns each item into a post of its own. */
  readonly separate: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
  /** Merges items into few posts. */
  readonly merge: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
}

interface CircumstancesParts<Message> extends Composer<Message> {
  readonly faultOf: (result: DeliveryResult) => FaultOwner;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: () => number;
}

/** Returns the facts as they are now. */
export function circumstancesOf<Message>(
  { compose, merge, faultOf, clock, random }: CircumstancesParts<Message>,
  pace: Pace,
): Circumstances<Message> {
  return {
    now: clock.now(),
    pace,
    faultOf,
    hideFor: (failure, receiveCount) => visibilityAfter(failure, receiveCount, random()),
    separate: (items) => items.map(compose),
    merge: (items) => (items.length === 0 ? [] : merge(items)),
  };
}
