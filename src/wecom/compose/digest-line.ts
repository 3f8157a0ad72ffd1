import type { RenderedContent } from '../../domain/content.js';
import type { Notification } from '../../domain/notification.js';
import { isBadNews } from '../../domain/severity.js';
import { byUrgency } from '../../text/severity.js';

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

/** Notifications shown as one row: states of one thing, or several that read alike and are equally bad. */
export interface DigestLine {
  /** The last one, whose state is current. */
  readonly last: Mergeable;
  readonly all: readonly Mergeable[];
}

/** Lines from which those of one kind of trouble stand together, and a first block counts them. */
export const MANY = 100;

/**
 * Returns one line for each thing, with its repeats in it: most severe first, composite alarms before
 * others, then place by place, kind by kind if there are many, then by time.
 */
export function digestLines(mergeables: readonly Mergeable[]): readonly DigestLine[] {
  const lines = linesOf(mergeables);
  const places = countsOf(lines.map(placeOf));
  const categories = countsOf(lines.length < MANY ? [] : lines.map(troubleOf));
  return [...lines].sort(
    (a, b) =>
      byUrgency(a.last.notification, b.last.notification) ||
      byCount(places, placeOf(a), placeOf(b)) ||
      (categories.size > 0 && byCount(categories, troubleOf(a), troubleOf(b))) ||
      a.last.notification.occurredAt - b.last.notification.occurredAt,
  );
}

/** Returns how often each value is there. */
function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Sorts what is there most often first. What has no value comes before all others. */
function byCount(counts: ReadonlyMap<string, number>, a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? -1 : 1;
  return (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
}

function linesOf(mergeables: readonly Mergeable[]): readonly DigestLine[] {
  const lines = new Map<string, { last: Mergeable; readonly all: Mergeable[] }>();
  for (const mergeable of mergeables) {
    const key = keyOf(mergeable);
    const line = lines.get(key);
    if (!line) lines.set(key, { last: mergeable, all: [mergeable] });
    else {
      line.all.push(mergeable);
      if (mergeable.notification.occurredAt >= line.last.notification.occurredAt) line.last = mergeable;
    }
  }
  return [...lines.values()];
}

/**
 * Returns the same key for two states of one thing, and for what reads alike to the word. Of two runs of one name, one
 * may have failed: they are never one. Each message of a caller is its own.
 */
function keyOf({ notification, unknownRobot }: Mergeable): string {
  if (notification.kind !== 'rendered') return notification.id;
  const { renderer, origin, thing } = notification;
  const said = thing === undefined ? saidIn(notification) : ['thing', thing];
  return JSON.stringify([renderer, origin.account, origin.region, unknownRobot, ...said]);
}

/** Returns everything that a person reads of it, but for notes of its delivery, and how bad it is. */
function saidIn(rendered: RenderedContent): readonly unknown[] {
  const { severity, status, title, where, fields, details, rows, link } = rendered;
  return [severity, status, title, where, fields, details, rows, link];
}

/** Returns true if a line is the states of one thing: its last one is what is the case now. */
function isThing({ last: { notification } }: DigestLine): boolean {
  return notification.kind === 'rendered' && notification.thing !== undefined;
}

/** Returns the account and region of a line in a person's words. Empty if it belongs to none. */
export function placeOf({ last: { notification } }: DigestLine): string {
  return notification.kind === 'rendered' ? notification.where : '';
}

/** Returns the kind of trouble of a line. Empty if it has none. */
export function troubleOf({ last: { notification } }: DigestLine): string {
  return (notification.kind === 'rendered' && notification.category) || '';
}

/** Returns true if the line is good news now, whatever it was. */
export function isGood({ last: { notification } }: DigestLine): boolean {
  return notification.severity === 'recovery';
}

/** Returns how often the thing became bad while it waited. */
export function timesBad({ all }: DigestLine): number {
  return all.filter(({ notification: { severity } }) => isBadNews(severity)).length;
}

/** Returns those whose mentions count: all of a line, but of a thing that is good again only the last. What is over calls nobody. */
export function callersOf(line: DigestLine): readonly Mergeable[] {
  return isGood(line) && isThing(line) ? [line.last] : line.all;
}
