import { idDigest } from '../../base/sha256.js';
import { NOBODY } from '../../domain/mentions.js';
import type { Draft } from '../../domain/notification.js';
import type { Language } from '../../text/words.js';
import type { OpenAlarm } from './open-alarm.js';
import { PAGE_WORDS } from './words.js';

/** The person who has just taken an alarm. */
interface Taken {
  readonly who: string;
  /** In words. */
  readonly until: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Returns what the groups read that the alarm reached: once each time somebody takes it from nobody or another, however often the form is sent. */
export function takenDrafts(
  { content, alarm, since, holder, reminders }: OpenAlarm,
  { who, until, now }: Taken,
  language: Language,
): readonly Draft[] {
  const text = PAGE_WORDS[language].groupLine(who, until, holder?.who ?? '');
  const { account, region } = content.origin;
  return [...new Set(reminders.flatMap(({ robots }) => robots))].map((robot) => ({
    kind: 'rendered',
    id: `ack:${idDigest(JSON.stringify([alarm.arn, since, who, holder]))}`,
    renderer: 'ack',
    severity: 'info',
    status: PAGE_WORDS[language].beingHandled,
    title: content.title,
    where: content.where,
    fields: [],
    rows: [{ text }],
    ...(content.link && { link: content.link }),
    occurredAt: now,
    origin: { source: 'http', ...(account && { account }), ...(region && { region }) },
    overrides: { robot, mentions: NOBODY },
  }));
}
