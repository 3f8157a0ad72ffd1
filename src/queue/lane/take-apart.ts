import { MAX_BATCH, type Outgoing, type PreparedItem } from '../message/item.js';
import type { Circumstances } from './circumstances.js';

/** Takes a post apart of which one item is to blame: into single ones, or first in halves if it holds too many of them. */
export function takeApart<Message>(
  items: readonly PreparedItem[],
  { separate, merge }: Pick<Circumstances<Message>, 'separate' | 'merge'>,
): readonly Outgoing<Message>[] {
  if (items.length <= MAX_BATCH) return separate(items);
  return halvesOf(items, { merge }).flat();
}

/** Returns the posts of the first half of items, and those of the second. */
export function halvesOf<Message>(
  items: readonly PreparedItem[],
  { merge }: Pick<Circumstances<Message>, 'merge'>,
): readonly [readonly Outgoing<Message>[], readonly Outgoing<Message>[]] {
  const half = Math.ceil(items.length / 2);
  return [merge(items.slice(0, half)), merge(items.slice(half))];
}
