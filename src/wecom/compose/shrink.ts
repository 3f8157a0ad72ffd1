import type { Field, Row } from '../../domain/content.js';
import type { Page } from './page.js';
import { trimEnd, trimMiddle } from './trim.js';

/** Shorter details than this, in bytes, say nothing. */
const MIN_DETAILS_BYTES = 30;
/** The lengths, in bytes, that values are trimmed to, one step after the other. */
const VALUE_STEPS = [240, 120, 60] as const;
/** The shortest length a title is trimmed to, in characters. */
const MIN_TITLE = 16;
const MAX_BYTES_PER_CHARACTER = 4;

/** Returns the bytes by which a page is too long. Negative if there is room. */
type Excess = (page: Page) => number;
/** Makes room for `over` bytes, as far as it can. */
type Shrink = (page: Page, over: number) => Page;

/**
 * Makes a page fit while losing as little as possible: the link to the logs is left out, else the details end earlier, else rows are dropped from the last one
 * on, else values end earlier, else fields are dropped, else the title loses its middle. The link stays.
 */
export function shrinkToFit(page: Page, excess: Excess): Page {
  const shrinks = [
    dropLogsLink,
    trimDetails,
    dropRows(excess),
    ...VALUE_STEPS.map(trimValues),
    dropFields(excess),
    trimTitle,
  ];
  return shrinks.reduce((shrunk, shrink) => {
    const over = excess(shrunk);
    return over > 0 ? shrink(shrunk, over) : shrunk;
  }, page);
}

const dropLogsLink: Shrink = (page) => ({ ...page, logsLink: '' });

const trimDetails: Shrink = (page, over) => {
  const details = trimEnd(page.details, Buffer.byteLength(page.details) - over);
  return { ...page, details: Buffer.byteLength(details) < MIN_DETAILS_BYTES ? '' : details };
};

function trimValues(maxBytes: number): Shrink {
  return (page) => ({
    ...page,
    fields: page.fields
      .map(({ label, value }) => ({ label, value: trimEnd(value, maxBytes) }))
      .filter(({ value }) => value !== ''),
  });
}

/** Keeps the fields that fit, up to the first that does not, and marks that there were more. */
function dropFields(excess: Excess): Shrink {
  const more: Field = { label: '', value: '…' };
  return (page) => ({
    ...page,
    fields: firstThatFit(page.fields, more, (fields) => excess({ ...page, fields })),
  });
}

/** Does the same with rows. */
function dropRows(excess: Excess): Shrink {
  const more: Row = { text: '…' };
  return (page) =>
    page.rows.length === 0
      ? page
      : { ...page, rows: firstThatFit(page.rows, more, (rows) => excess({ ...page, rows })) };
}

function firstThatFit<T>(all: readonly T[], more: T, excess: (some: readonly T[]) => number): readonly T[] {
  const excessOf = (some: readonly T[]): number => excess([...some, more]);
  let room = -excessOf([]);
  const kept = all.filter((one) => {
    if (room >= 0) room -= excessOf([one]) - excessOf([]);
    return room >= 0;
  });
  return [...kept, more];
}

const trimTitle: Shrink = (page, over) => {
  const characters = Math.floor((Buffer.byteLength(page.title) - over) / MAX_BYTES_PER_CHARACTER);
  return { ...page, title: trimMiddle(page.title, Math.max(MIN_TITLE, characters)) };
};
