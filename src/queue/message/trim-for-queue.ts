import { cut } from '../../base/cut.js';
import { type Field, MAX_URL_BYTES, type RenderedContent, type Row } from '../../domain/content.js';
import type { Notification } from '../../domain/notification.js';

/**
 * More characters than the longest message can show of each. `compose` trims to what it does show, and marks the cut.
 */
const MAX = {
  title: 1000,
  status: 200,
  where: 200,
  label: 200,
  value: 4000,
  details: 8000,
  row: 400,
  link: 4000,
  thing: 1000,
  brief: 80,
  category: 40,
} as const;
/** The limit for all fields together, in characters. */
const MAX_FIELDS = 20_000;
/** The most rows that any message can show. */
const MAX_ROWS = 100;

/**
 * Removes from a notification what no message can show, so that an event of a megabyte is a queue message of a few
 * kilobytes. Labels and facts have already decided the route. A caller's own words stay: they have been split.
 */
export function trimForQueue(notification: Notification): Notification {
  const { labels: _labels, facts: _facts, ...origin } = notification.origin;
  if (notification.kind !== 'rendered') return { ...notification, origin };
  const {
    details,
    rows,
    link,
    logsLink,
    thing,
    brief: _brief,
    category: _category,
    listLink: _list,
    ...rest
  } = notification;
  return {
    ...rest,
    origin,
    title: cut(rest.title, MAX.title),
    status: cut(rest.status, MAX.status),
    where: cut(rest.where, MAX.where),
    fields: firstFields(rest.fields),
    ...(details !== undefined && { details: cut(details, MAX.details) }),
    ...(rows !== undefined && { rows: firstRows(rows) }),
    ...(link !== undefined && link.length <= MAX.link && { link }),
    ...(logsLink !== undefined && logsLink.length <= MAX_URL_BYTES && { logsLink }),
    // Half an identity may be that of another thing.
    ...(thing !== undefined && thing.length <= MAX.thing && { thing }),
    ...rowFacts(notification),
  };
}

/** Returns what a row of many shows. */
function rowFacts({ brief, category, listLink }: RenderedContent): Partial<RenderedContent> {
  return {
    ...(brief !== undefined && { brief: cut(brief, MAX.brief) }),
    ...(category !== undefined && { category: cut(category, MAX.category) }),
    ...(listLink !== undefined && listLink.length <= MAX_URL_BYTES && { listLink }),
  };
}

function firstRows(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, MAX_ROWS).map(({ text, ...sign }) => ({ ...sign, text: cut(text, MAX.row) }));
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
