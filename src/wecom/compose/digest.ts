import type { Format, Notification, Severity } from '../../domain/notification.js';
import { bySeverity, SEVERITY } from '../../text/severity.js';
import type { Words } from '../../text/words.js';
import { defuseLine, defuseTitle } from './defuse.js';
import { linkIn, markdownLink } from './link.js';
import { trimMiddle } from './trim.js';
import { delayMark, repeatMark } from './with-delay-note.js';

/** Longest name in a line of a digest, in bytes: ten such lines fit one `text` message. */
const MAX_NAME_BYTES = 120;
const MAX_WHERE_BYTES = 36;
const MAX_WHOM_BYTES = 40;
/** States that the first line counts one by one. */
const MAX_KINDS = 4;

/** A notification, with its mentions in words. */
export interface Mergeable {
  readonly notification: Notification;
  /** `@王芳`. Empty if it mentions no one. */
  readonly whom: string;
  /** A line of ours shown above its full text. Empty or absent if there is none. */
  readonly notice?: string;
  /** Name of the robot it was meant for. Set if another group reads it. */
  readonly unknownRobot?: string;
}

/** Several notifications about the same state of the same resource, shown as one line. */
export interface DigestLine {
  /** The last one, whose state is current. */
  readonly last: Mergeable;
  readonly all: readonly Mergeable[];
}

/** Returns one line each, with repeats of one alarm folded: most severe first, then by time. */
export function digestLines(mergeables: readonly Mergeable[]): readonly DigestLine[] {
  const lines = new Map<string, { last: Mergeable; readonly all: Mergeable[] }>();
  for (const mergeable of mergeables) {
    const name = nameOf(mergeable);
    const line = lines.get(name);
    if (!line) lines.set(name, { last: mergeable, all: [mergeable] });
    else {
      line.all.push(mergeable);
      if (mergeable.notification.occurredAt >= line.last.notification.occurredAt) line.last = mergeable;
    }
  }
  return [...lines.values()].sort(
    ({ last: { notification: a } }, { last: { notification: b } }) => bySeverity(a, b) || a.occurredAt - b.occurredAt,
  );
}

/** Returns the same name for two states of one resource. Each message of a caller is its own. */
function nameOf({ notification, unknownRobot }: Mergeable): string {
  const { kind, id, renderer, title, origin } = notification;
  return kind === 'rendered' ? JSON.stringify([renderer, title, origin.account, origin.region, unknownRobot]) : id;
}

/**
 * Returns `🔴 支付网关 5xx > 10 等 10 条（告警 7 · 恢复 2 · 信息 1）`: the name of the worst one, the number of each state, and the
 * longest delay if some are late.
 */
export function digestHeader(lines: readonly DigestLine[], format: Format, words: Words): string {
  const notifications = lines.flatMap(({ all }) => all.map(({ notification }) => notification));
  const worst = lines[0]?.last.notification;
  if (!worst) return '';
  const name = `${SEVERITY[worst.severity].emoji} ${nameIn(worst, format)}`;
  const delays = notifications.flatMap(({ delayMs }) => delayMs ?? []);
  const late = delayMark(delays.length > 0 ? Math.max(...delays) : undefined, words);
  return words.phrase.digest(name, notifications.length, countsOf(notifications, words)) + late;
}

function countsOf(notifications: readonly Notification[], words: Words): string {
  const counts = new Map<string, { severity: Severity; count: number }>();
  for (const notification of notifications) {
    const state = defuseLine(stateOf(notification, words), notification.format);
    counts.set(state, { severity: notification.severity, count: (counts.get(state)?.count ?? 0) + 1 });
  }
  const sorted = [...counts].sort(([, a], [, b]) => bySeverity(a, b));
  const others = sorted.slice(MAX_KINDS).reduce((sum, [, { count }]) => sum + count, 0);
  const shown = sorted.slice(0, MAX_KINDS).map(([state, { count }]) => `${state} ${count}`);
  return [...shown, ...(others > 0 ? [`${words.phrase.others} ${others}`] : [])].join(' · ');
}

function stateOf(notification: Notification, words: Words): string {
  return notification.kind === 'rendered' ? notification.status : words.severity[notification.severity];
}

/**
 * Returns `🔴 告警 支付网关 5xx > 10 ×3 | 生产 ap-southeast-1 @王芳`. In markdown the name carries the link; a text has no room
 * for it.
 */
export function digestLine({ last, all }: DigestLine, format: Format, words: Words): string {
  const { notification, whom, unknownRobot } = last;
  const link = notification.kind === 'rendered' && format !== 'text' ? linkIn(notification.link, format) : undefined;
  const name = nameIn(notification, format);
  const where =
    notification.kind === 'rendered' ? cutMiddle(defuseLine(notification.where, format), MAX_WHERE_BYTES) : '';
  const head = [
    SEVERITY[notification.severity].emoji,
    notification.kind === 'rendered' ? defuseLine(notification.status, format) : '',
    link ? markdownLink(name, link) : name,
    all.length > 1 ? `×${all.length}` : '',
  ];
  const line = [head.filter((part) => part !== '').join(' '), where].filter((part) => part !== '').join(' | ');
  const marks = [
    repeatMark(notification.mayBeRepeat, words),
    unknownRobot === undefined
      ? ''
      : words.phrase.meantFor(cutMiddle(defuseLine(unknownRobot, format), MAX_WHOM_BYTES)),
  ];
  return [line + marks.join(''), cutMiddle(whom, MAX_WHOM_BYTES)].filter((part) => part !== '').join(' ');
}

function nameIn(notification: Notification, format: Format): string {
  return cutMiddle(defuseTitle(notification, format), MAX_NAME_BYTES);
}

/** Cuts the middle out of a text so that it has at most `maxBytes` of UTF-8. */
function cutMiddle(text: string, maxBytes: number): string {
  let cut = text;
  for (let length = text.length; Buffer.byteLength(cut) > maxBytes; length = Math.floor(length * 0.9)) {
    cut = trimMiddle(text, Math.max(1, length));
    if (length <= 1) return cut;
  }
  return cut;
}
