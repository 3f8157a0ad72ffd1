import { NOBODY } from '../../domain/mentions.js';
import type { Composer } from '../../queue/lane/composer.js';
import { mayBeShown } from '../../queue/message/attempts.js';
import type { PreparedItem } from '../../queue/message/item.js';
import type { MessageWords } from '../../text/message-words.js';
import type { WecomMessage } from '../../wecom/api/message.js';
import { compose } from '../../wecom/compose/compose.js';
import { merge } from '../../wecom/compose/merge.js';
import { withDelayNote } from '../../wecom/compose/with-delay-note.js';

/**
 * Creates what turns items into messages of WeCom.
 * @param timeZone of the times in a merged message, as IANA names it.
 */
export function createItemComposer(words: MessageWords, timeZone: string): Composer<WecomMessage> {
  return {
    compose: (item) => {
      const messages = compose(withDelayNote(shownAs(item).notification, words), words, item.notice);
      return { items: [item], messages, accepted: 0 };
    },
    merge: (items) =>
      merge(items.map(shownAs), words, timeZone).map(({ indexes, messages }) => ({
        items: indexes.flatMap((index) => items[index] ?? []),
        messages,
        accepted: 0,
      })),
  };
}

/** Returns an item as its group reads it now: one that may have been shown before says so, one that flaps seldom calls. */
function shownAs(item: PreparedItem): PreparedItem {
  const { notification, attempts } = item;
  const shown = mayBeShown(attempts) ? { ...notification, mayBeRepeat: true } : notification;
  if (notification.flaps?.calls !== false) return { ...item, notification: shown };
  return { ...item, whom: '', notification: { ...shown, mentions: NOBODY } };
}
