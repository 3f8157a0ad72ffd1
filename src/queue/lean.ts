import type { Field, Notification } from '../notification.js';

/** More characters than the longest message can show of each; `compose` trims to what it does show, and marks the cut. */
const MAX = { title: 1000, status: 200, where: 200, label: 200, value: 4000, details: 8000, link: 4000 } as const;
/** Of all fields together, in characters. */
const MAX_FIELDS = 20_000;

/**
 * A notification without what no message can show, so that an event of a megabyte is a queue message of some kilobytes. Labels
 * have decided the route already. A caller's own words stay: they have been split.
 */
export function lean(notification: Notification): Notification {
  const { labels: _, ...origin } = notification.origin;
  if (notification.kind !== 'rendered') return { ...notification, origin };
  const { details, link, ...rest } = notification;
  return {
    ...rest,
    origin,
    title: cut(rest.title, MAX.title),
    status: cut(rest.status, MAX.status),
    where: cut(rest.where, MAX.where),
    fields: firstFields(rest.fields),
    ...(details !== undefined && { details: cut(details, MAX.details) }),
    ...(link !== undefined && link.length <= MAX.link && { link }),
  };
}

function firstFields(fields: readonly Field[]): readonly Field[] {
  let left = MAX_FIELDS;
  const kept: Field[] = [];
  for (const field of fields) {
    const shorter = { label: cut(field.label, MAX.label), value: cut(field.value, MAX.value) };
    left -= shorter.label.length + shorter.value.length;
    if (left < 0) return kept;
    kept.push(shorter);
  }
  return kept;
}

/** A cut in the middle of a character leaves no half of it. */
function cut(text: string, maxCharacters: number): string {
  return text.length <= maxCharacters ? text : text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '');
}
