import type { RecentIds } from '../recent-ids.js';
import { decodeBody } from './body.js';
import type { Item, Post, ReceivedMessage } from './item.js';
import type { ParkReason } from './queue-client.js';

/** From this receipt on an item is posted alone: it may be what made merged messages fail. */
const ALONE_FROM_RECEIPT = 4;

/** How items become WeCom messages. Both may throw on an item that is broken. */
export interface Composer<Message> {
  /** Several items as few posts, each item in exactly one, in the order they are to be sent. */
  readonly merge: (items: readonly Item[]) => readonly Post<Message>[];
  readonly compose: (item: Item) => Post<Message>;
}

/** A message that will never be shown, and why. */
export interface Unshowable {
  readonly message: ReceivedMessage;
  readonly reason: ParkReason;
}

/** One robot's part of a batch, sorted out. */
export interface Plan<Message> {
  readonly posts: readonly Post<Message>[];
  /** Shown by this process before: only to be deleted. */
  readonly seen: readonly ReceivedMessage[];
  readonly unshowable: readonly Unshowable[];
}

/** Sorts out one robot's messages, in their order. A message that cannot be read or composed hurts no other. Never throws. */
export function planPosts<Message>(
  messages: readonly ReceivedMessage[],
  shown: RecentIds,
  composer: Composer<Message>,
): Plan<Message> {
  const seen = messages.filter(({ messageId }) => shown.has(messageId));
  const unshowable: Unshowable[] = [];
  const items = messages
    .filter((message) => !seen.includes(message))
    .flatMap((message) => {
      const item = attempt(() => ({ ...message, ...decodeBody(message.body) }));
      if (item.error) unshowable.push({ message, reason: item.error });
      return item.value ?? [];
    });
  const posts = composeAll(items, composer, unshowable);
  return { posts, seen, unshowable };
}

function composeAll<Message>(
  items: readonly Item[],
  composer: Composer<Message>,
  unshowable: Unshowable[],
): readonly Post<Message>[] {
  const merged = attempt(() =>
    runsOf(items).flatMap((run) => (run.alone ? run.items.map(composer.compose) : composer.merge(run.items))),
  );
  if (merged.value) return merged.value;
  return items.flatMap((item) => {
    const post = attempt(() => composer.compose(item));
    if (post.error) unshowable.push({ message: item, reason: post.error });
    return post.value ?? [];
  });
}

/** Neighbours that may be merged, and those that go alone, in order. */
function runsOf(items: readonly Item[]): readonly { readonly alone: boolean; readonly items: readonly Item[] }[] {
  const runs: { alone: boolean; items: Item[] }[] = [];
  for (const item of items) {
    const alone = item.receiveCount >= ALONE_FROM_RECEIPT;
    const last = runs.at(-1);
    if (last?.alone === alone) last.items.push(item);
    else runs.push({ alone, items: [item] });
  }
  return runs;
}

type Attempt<T> =
  | { readonly value: T; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: ParkReason };

function attempt<T>(work: () => T): Attempt<T> {
  try {
    return { value: work() };
  } catch (error) {
    // The reason goes with the message into the dead-letter queue, where a person looks at both.
    const name = error instanceof Error ? error.name : 'Error';
    return { error: { code: name, reason: error instanceof Error ? error.message : String(error) } };
  }
}
