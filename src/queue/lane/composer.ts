import type { Outgoing, PreparedItem } from '../message/item.js';

/** Composes items into WeCom messages. Both functions may throw if an item is broken. */
export interface Composer<Message> {
  /** Merges several items into few posts, each item in exactly one, in the order in which they are to be sent. */
  readonly merge: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
  readonly compose: (item: PreparedItem) => Outgoing<Message>;
}
