import type { DeliveryResult } from '../../domain/delivery.js';
import type { Item, PreparedItem } from '../message/item.js';
import { reasonOf, refusalOf, type Unshowable } from '../message/unshowable.js';
import type { Sorted } from './sort-out.js';

/** An item that belongs to the lane of another robot. */
export interface HandedOver {
  readonly item: Item;
  /** The robot whose lane it is. */
  readonly to: string;
}

/**
 * Looks up what composing an item needs. Resolves to the failure if that is not available. May reject on a broken item.
 */
export type Prepare = (item: Item) => Promise<PreparedItem | HandedOver | DeliveryResult>;

/** One robot's items, after preparation. */
export interface PreparedBatch extends Sorted<PreparedItem> {
  readonly handedOver: readonly HandedOver[];
}

/**
 * Prepares one robot's items, in order. Resolves to the failure if one cannot be prepared now, as then no other can.
 * Never rejects.
 */
export async function prepareItems(items: readonly Item[], prepare: Prepare): Promise<PreparedBatch | DeliveryResult> {
  const prepared = await Promise.all(items.map((item) => prepareOne(item, prepare)));
  const failure = prepared.find((one) => 'status' in one);
  if (failure) return failure;
  return {
    made: prepared.flatMap((one) => ('notification' in one ? one : [])),
    unshowable: prepared.flatMap((one) => ('reason' in one && 'message' in one ? one : [])),
    handedOver: prepared.flatMap((one) => ('to' in one ? one : [])),
  };
}

async function prepareOne(
  item: Item,
  prepare: Prepare,
): Promise<PreparedItem | HandedOver | Unshowable | DeliveryResult> {
  try {
    const prepared = await prepare(item);
    const isRefused = 'status' in prepared && prepared.status === 'refused';
    return isRefused ? { message: item, reason: refusalOf(prepared) } : prepared;
  } catch (error) {
    return { message: item, reason: reasonOf(error) };
  }
}
