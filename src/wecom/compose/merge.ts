import type { Format, Mentions, Notification } from '../../domain/notification.js';
import { worstOf } from '../../text/severity.js';
import type { Words } from '../../text/words.js';
import { MAX_CONTENT_BYTES } from '../api/limits.js';
import type { WecomMessage } from '../api/message.js';
import { compose, composeMerged, textOf } from './compose.js';
import { type DigestLine, digestHeader, digestLine, digestLines, type Mergeable } from './digest.js';
import { PARAGRAPH_BREAK } from './page.js';
import { withDelayNote } from './with-delay-note.js';

/** The messages that show some notifications together, and the indexes of those, ascending. */
export interface Merged {
  readonly indexes: readonly number[];
  readonly messages: readonly WecomMessage[];
}

/**
 * Merges waiting notifications of one robot into few messages, in order: their full texts in one message if they fit,
 * else one line each under a first line that names the worst. Native messages and parts go alone. Every notification is
 * in exactly one.
 */
export function merge(mergeables: readonly Mergeable[], words: Words): readonly Merged[] {
  const indexOf = new Map(mergeables.map((mergeable, index) => [mergeable, index]));
  return runsOf(mergeables).flatMap((run) =>
    mergeRun(run, words).map(({ members, messages }) => ({
      indexes: members.flatMap((member) => indexOf.get(member) ?? []).sort((a, b) => a - b),
      messages,
    })),
  );
}

interface Group {
  readonly members: readonly Mergeable[];
  readonly messages: readonly WecomMessage[];
}

/** Groups neighbours of one format that may be merged. A notification that goes alone is a run of its own. */
function runsOf(mergeables: readonly Mergeable[]): readonly (readonly Mergeable[])[] {
  const runs: Mergeable[][] = [];
  for (const mergeable of mergeables) {
    const previous = runs.at(-1)?.at(-1);
    if (previous && isMergeable(previous) && isMergeable(mergeable) && sameFormat(previous, mergeable))
      runs.at(-1)?.push(mergeable);
    else runs.push([mergeable]);
  }
  return runs;
}

const isMergeable = ({ notification: { kind, part } }: Mergeable): boolean => kind !== 'native' && part === undefined;
const sameFormat = (a: Mergeable, b: Mergeable): boolean => a.notification.format === b.notification.format;

function mergeRun(run: readonly Mergeable[], words: Words): readonly Group[] {
  const [first] = run;
  if (!first) return [];
  if (run.length === 1) {
    return [{ members: run, messages: compose(withDelayNote(first.notification, words), words, first.notice) }];
  }
  const { format } = first.notification;
  const whole = run
    .map(({ notification, notice }) => ({ notification: withDelayNote(notification, words), notice }))
    .map(({ notification, notice }) => (notification.kind === 'native' ? '' : textOf(notification, words, notice)))
    .join('\n\n');
  if (Buffer.byteLength(whole) <= MAX_CONTENT_BYTES[format]) return [group(run, whole, words)];
  return chunksOf(digestLines(run), format, words).map((lines) =>
    group(
      lines.flatMap(({ all }) => all),
      digest(lines, format, words),
      words,
    ),
  );
}

/** Groups lines that fit one message together with its first line. */
function chunksOf(lines: readonly DigestLine[], format: Format, words: Words): readonly (readonly DigestLine[])[] {
  const chunks: DigestLine[][] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    const fits = last && Buffer.byteLength(digest([...last, line], format, words)) <= MAX_CONTENT_BYTES[format];
    if (fits) last.push(line);
    else chunks.push([line]);
  }
  return chunks;
}

function digest(lines: readonly DigestLine[], format: Format, words: Words): string {
  return [digestHeader(lines, format, words), ...lines.map((line) => digestLine(line, format, words))].join(
    PARAGRAPH_BREAK[format],
  );
}

function group(members: readonly Mergeable[], content: string, words: Words): Group {
  const notifications = members.map(({ notification }) => notification);
  const worst = worstOf(notifications);
  const messages = worst ? composeMerged({ ...worst, mentions: unionOf(notifications) }, content, words) : [];
  return { members, messages };
}

/** Returns everyone that any of them mentions. */
function unionOf(notifications: readonly Notification[]): Mentions {
  const all = notifications.map(({ mentions }) => mentions);
  return {
    all: all.some((mentions) => mentions.all),
    mobiles: [...new Set(all.flatMap(({ mobiles }) => mobiles))],
    userIds: [...new Set(all.flatMap(({ userIds }) => userIds))],
    people: [...new Set(all.flatMap(({ people }) => people))],
  };
}
