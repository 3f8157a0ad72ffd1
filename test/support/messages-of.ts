import { SAMPLE_PEOPLE } from '../../local/secrets-manager/sample-secret.js';
import { objectAt, textAt } from '../../src/base/json.js';
import type { Format } from '../../src/domain/format.js';
import { type Mentions, NOBODY } from '../../src/domain/mentions.js';
import type { Draft, Notification } from '../../src/domain/notification.js';
import { type Language, wordsOf } from '../../src/text/words.js';
import type { WecomMessage } from '../../src/wecom/api/message.js';
import { compose } from '../../src/wecom/compose/compose.js';
import { partsOf } from '../../src/wecom/compose/parts.js';
import { readSample } from './render-sample.js';

export const FORMATS = ['text', 'markdown', 'markdown_v2'] as const satisfies readonly Format[];

/** The messages a sample becomes on the whole real way, as texts: what kind, whom it mentions, what it says. */
export async function messagesOf(event: unknown, language: Language, format: Format): Promise<readonly string[]> {
  const { drafts, skipped } = await readSample(event, language);
  return [
    ...drafts.flatMap((draft) => composed(draft, language, format).map(textOf)),
    ...skipped.map(({ renderer, skipped: why }) => `[not shown: ${renderer}] ${why}`),
  ];
}

/** The WeCom messages of a draft for the default robot, without rules: goldens show words, not routing. */
export function composed(draft: Draft, language: Language, format: Format): readonly WecomMessage[] {
  const words = wordsOf(language);
  const { overrides, ...content } = draft;
  const notification: Notification = {
    ...content,
    robot: 'default',
    format: overrides.format ?? format,
    mentions: withPeople(overrides.mentions ?? NOBODY),
  };
  return partsOf(notification, words).flatMap((part) => compose(part, words));
}

/** People of the samples by their mobiles, as the secret knows them. */
function withPeople(mentions: Mentions): Mentions {
  const known = new Map<string, string>(Object.entries(SAMPLE_PEOPLE));
  const mobiles = mentions.people.flatMap((name) => known.get(name) ?? []);
  const people = mentions.people.filter((name) => !known.has(name));
  return { ...mentions, mobiles: [...mentions.mobiles, ...mobiles], people };
}

/** A message as a golden shows it: its kind, whom it mentions, its content. */
export function textOf(message: WecomMessage): string {
  const { msgtype } = message;
  const body = objectAt(message, msgtype);
  const { content: _, ...rest } = body;
  const others = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return `[${msgtype}]${others}\n${textAt(body, 'content') ?? ''}`.trimEnd();
}
