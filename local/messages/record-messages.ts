import type { GroupEntry } from '../group/entry.js';
import type { Feed } from '../group/feed.js';
import type { MessageStore } from './message-store.js';

/** Puts every message that a group shows into a store, with the notifications that it tells. */
export function recordMessages(feed: Pick<Feed, 'onEntry'>, store: MessageStore): void {
  let wording: { readonly language: string; readonly format: string } = { language: '', format: '' };
  feed.onEntry((entry: GroupEntry) => {
    if (entry.kind === 'group' || entry.kind === 'settings') {
      const { language, format } = entry.settings;
      wording = { language, format };
    } else if (entry.kind === 'shown') {
      const { number, robot, at, message, mentions } = entry;
      store.add({ number, robot, at, message, mentions, wording, notifications: [] });
    } else if (entry.kind === 'outcome' && entry.status === 'delivered') {
      const { id, severity, title } = entry;
      for (const number of entry.shown)
        store.note(number, { id, ...(severity && { severity }), ...(title && { title }) });
    }
  });
}
