import type { Clock } from '../../src/base/clock.js';
import type { MessageQuery } from './message-query.js';
import type { MessageStore } from './message-store.js';
import { type MessageView, viewOfMessage } from './message-view.js';

/** The answer to a question about the messages. */
export interface FoundMessages {
  /** Oldest first, no more than the limit: the newest. */
  readonly messages: readonly MessageView[];
  /** The number that match, limit or not. */
  readonly total: number;
  /** The number of the newest message, matching or not, to ask for what comes after it. 0: there has been none. */
  readonly last: number;
  /** False if fewer came in the time of the wait than were waited for. */
  readonly isComplete: boolean;
}

/** The means to answer a question: `base` is the page's address, `signal` ends the wait when nobody listens any more. */
interface Means {
  readonly base: string;
  readonly clock: Pick<Clock, 'after'>;
  readonly signal: AbortSignal;
}

/** Resolves to the messages that match, as soon as there are as many as are waited for, or else at the end of the wait. */
export async function awaitMessages(store: MessageStore, query: MessageQuery, means: Means): Promise<FoundMessages> {
  const find = (): readonly MessageView[] =>
    store.all().flatMap((message) => {
      const view = viewOfMessage(message, means.base);
      return query.matches(view) ? [view] : [];
    });
  if (query.waitMs > 0 && find().length < query.count) {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        cancel();
        removeListener();
        resolve();
      };
      const cancel = means.clock.after(query.waitMs, end);
      const removeListener = store.onChange(() => {
        if (find().length >= query.count) end();
      });
      means.signal.addEventListener('abort', end, { once: true });
    });
  }
  const found = find();
  return {
    messages: found.slice(-query.limit),
    total: found.length,
    last: store.nextNumber() - 1,
    isComplete: query.waitMs === 0 || found.length >= query.count,
  };
}
