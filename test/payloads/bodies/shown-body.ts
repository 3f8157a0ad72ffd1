import { NOBODY } from '../../../src/domain/mentions.js';
import type { Draft, Notification } from '../../../src/domain/notification.js';
import { route } from '../../../src/routing/route.js';
import { NO_ROUTES } from '../../../src/routing/rule.js';
import { type Language, wordsOf } from '../../../src/text/words.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { partsOf } from '../../../src/wecom/compose/parts.js';
import { composed, textOf } from '../../support/messages-of.js';
import type { DocumentedBody } from './bodies.js';
import { postBody } from './post-body.js';

/** Returns the messages that a documented body becomes. */
export async function shownBody(body: DocumentedBody, language: Language): Promise<string> {
  const { drafts } = await postBody(body, language);
  const shown = drafts.flatMap((draft) => messagesOf(draft, language).map(textOf));
  return `${shown.join('\n\n')}\n`;
}

/** Goldens show words, not routing; but a tool's own test says whom a real alarm would call. */
function messagesOf(draft: Draft, language: Language): ReturnType<typeof composed> {
  if (draft.kind !== 'rendered' || !draft.isTest) return composed(draft, language, 'text');
  const words = wordsOf(language);
  const mentionOnAlarm = { ...NOBODY, people: ['Zhao Min'] };
  const routing = { routes: NO_ROUTES, format: 'text', timeZone: 'Asia/Shanghai', mentionOnAlarm, language } as const;
  const parts = route(draft, routing, 0).notifications.flatMap((one): readonly Notification[] => partsOf(one, words));
  return parts.flatMap((part) => compose(part, words));
}
