import { maskMobile } from '../base/mask-secrets.js';
import { type Mentions, NOBODY } from '../domain/mentions.js';
import type { Notification } from '../domain/notification.js';
import type { Words } from '../text/words.js';

/** Returns a notification that calls nobody, with a line that says whom it would have called. */
export function withWouldCall(notification: Notification, words: Words): Notification {
  if (notification.kind !== 'rendered') return { ...notification, mentions: NOBODY };
  const text = words.phrase.wouldCall(namesOf(notification.mentions, words).join(words.listSeparator));
  return { ...notification, rows: [...(notification.rows ?? []), { text }], mentions: NOBODY };
}

function namesOf({ all, people, mobiles, userIds }: Mentions, words: Words): readonly string[] {
  return [...people, ...mobiles.map(maskMobile), ...userIds, ...(all ? [words.phrase.everybody] : [])];
}
