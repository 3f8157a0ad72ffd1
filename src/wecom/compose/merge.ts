import { type Mentions, unionOf } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import type { MessageWords } from '../../text/message-words.js';
import { byUrgency, mostUrgentOf } from '../../text/severity.js';
import { MAX_CONTENT_BYTES } from '../api/limits.js';
import type { WecomMessage } from '../api/message.js';
import { type Composable, compose, composeMerged, textOf } from './compose.js';
import { digestPages } from './digest.js';
import { callersOf, type DigestLine, digestLines, type Mergeable, timesBad } from './digest-line.js';
import { withDelayNote } from './with-delay-note.js';

/** Most notifications whose full texts are one message. */
const MAX_WHOLE = 3;
/** Longest full texts of several, in bytes, in any format: what is longer is read sooner as rows. */
const MAX_WHOLE_BYTES = MAX_CONTENT_BYTES.text;
/** Room for the names of people who are mentioned in the content itself, in bytes. */
const NAMES_BYTES = 200;

/** The messages that show some notifications together, and the indexes of those, ascending. */
export interface Merged {
  readonly indexes: readonly number[];
  readonly messages: readonly WecomMessage[];
}

/**
 * Merges waiting notifications of one robot into few messages, in order: the full texts of two or three in one message
 * if they fit, else a row each under a headline, either way the worst first. Native messages, parts, summaries and reminders
 * of several alarms go alone. Every notification is in exactly one.
 * @param timeZone IANA zone of the times of the rows.
 */
export function merge(mergeables: readonly Mergeable[], words: MessageWords, timeZone: string): readonly Merged[] {
  const indexOf = new Map(mergeables.map((mergeable, index) => [mergeable, index]));
  return runsOf(mergeables).flatMap((run) =>
    mergeRun(run, words, timeZone).map(({ members, messages }) => ({
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

const isMergeable = ({ notification }: Mergeable): boolean =>
  notification.kind !== 'native' &&
  notification.part === undefined &&
  !(notification.kind === 'rendered' && notification.isWhole);
const sameFormat = (a: Mergeable, b: Mergeable): boolean => a.notification.format === b.notification.format;

function mergeRun(run: readonly Mergeable[], words: MessageWords, timeZone: string): readonly Group[] {
  const [first] = run;
  if (!first) return [];
  if (run.length === 1) return [alone(run, first, first.notification, words)];
  const { format } = first.notification;
  const lines = digestLines(run);
  const [only] = lines;
  if (lines.length === 1 && only) return [alone(run, only.last, asOne(only, words), words)];
  const whole = lines.length === run.length && run.length <= MAX_WHOLE ? wholeTexts(run, words) : undefined;
  if (whole !== undefined) return [group(run, run, mentionsIn(run), whole, words)];
  const room = run.some(({ notification: { mentions } }) => isNamedInText(mentions)) ? NAMES_BYTES : 0;
  const style = { format, words, timeZone, maxBytes: MAX_CONTENT_BYTES[format] - room };
  return digestPages(lines, style).map((page) => {
    const members = page.lines.flatMap(({ all }) => all);
    const shown = page.lines.map(({ last }) => last);
    return group(members, shown, mentionsIn(page.lines.flatMap(callersOf)), page.content, words);
  });
}

/** Returns the full texts below one another, the worst first, or `undefined` if they do not fit one message. */
function wholeTexts(run: readonly Mergeable[], words: MessageWords): string | undefined {
  let bytes = 0;
  const texts: string[] = [];
  for (const { notification, notice } of run.toSorted((a, b) => byUrgency(a.notification, b.notification))) {
    const noted = withDelayNote(notification, words);
    const text = noted.kind === 'native' ? '' : textOf(withoutLogs(noted), words, notice);
    bytes += Buffer.byteLength(text) + (texts.length > 0 ? 2 : 0);
    if (bytes > MAX_WHOLE_BYTES) return undefined;
    texts.push(text);
  }
  return texts.join('\n\n');
}

/** Returns a notification without the link to its logs, which is longer than a text is: among others it would make rows of them. */
function withoutLogs(notification: Composable): Composable {
  if (notification.kind !== 'rendered') return notification;
  const { logsLink: _long, ...rest } = notification;
  return rest;
}

/** Returns the message of one notification, which stands for all members. */
function alone(
  members: readonly Mergeable[],
  { notice }: Mergeable,
  notification: Notification,
  words: MessageWords,
): Group {
  return { members, messages: compose(withDelayNote(notification, words), words, notice) };
}

/** Returns the last state of one thing, which says how often it was bad meanwhile, and calls those whom that calls. */
function asOne(line: DigestLine, { digest }: MessageWords): Notification {
  const { notification } = line.last;
  const times = timesBad(line);
  const mark = times > 0 ? digest.fired(times) : ` ×${line.all.length}`;
  const mentions = mentionsIn(callersOf(line));
  return { ...notification, title: `${notification.title}${mark}`, mentions };
}

/** @param shown those whose state the text shows. */
function group(
  members: readonly Mergeable[],
  shown: readonly Mergeable[],
  mentions: Mentions,
  content: string,
  words: MessageWords,
): Group {
  const worst = mostUrgentOf(shown.map(({ notification }) => notification));
  return { members, messages: worst ? composeMerged({ ...worst, mentions }, content, words) : [] };
}

function isNamedInText({ userIds, people }: Mentions): boolean {
  return userIds.length + people.length > 0;
}

function mentionsIn(mergeables: readonly Mergeable[]): Mentions {
  return unionOf(mergeables.map(({ notification }) => notification.mentions));
}
