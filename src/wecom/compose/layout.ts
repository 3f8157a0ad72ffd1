import { type Field, MAX_URL_BYTES, type RenderedContent, type Row } from '../../domain/content.js';
import type { Format } from '../../domain/format.js';
import type { MessageWords } from '../../text/message-words.js';
import { MAX_CONTENT_BYTES } from '../api/limits.js';
import { boundaryWithin } from './boundary.js';
import { defuse, defuseLine } from './defuse.js';
import { linkIn, markdownLink } from './link.js';
import { type Page, textOfPage } from './page.js';
import { shrinkToFit } from './shrink.js';
import { split } from './split.js';
import { ELLIPSIS, trimEnd, trimMiddle } from './trim.js';

/** Longest text that a person reads in one line, in characters. */
const MAX_LINE = 200;
const MAX_STATUS = 40;
const MAX_LABEL = 40;
const MAX_WHERE = 60;
/** Longest details that anyone reads on a phone at night, in bytes. */
const MAX_DETAILS_BYTES = 1200;
/** Longest value that is worked on at all, in bytes: what lies beyond is far from what anyone is shown. */
const MAX_WORKED_ON_BYTES = 20_000;
const MAX_BYTES_PER_UNIT = 3;

/** The icon in the place of a severity's circle. */
const ICONS = { clock: '⏰' } as const satisfies Readonly<Record<NonNullable<RenderedContent['icon']>, string>>;

/** Our own lines around a rendered message: at most 400 bytes in all. */
export interface Around {
  readonly above?: string;
  readonly below?: string;
}

/**
 * Lays out a rendered event as the text of one WeCom message, whatever its fields hold: they are untrusted, so they are
 * defused, put on one line each, and trimmed to what a person reads and to what the format allows.
 */
export function layout(content: RenderedContent, format: Format, words: MessageWords, around: Around = {}): string {
  const textOf = (page: Page): string => textOfPage(page, content.severity, format, words);
  const excessOf = (text: string): number => Buffer.byteLength(text) - MAX_CONTENT_BYTES[format];
  const page = { ...pageOf(content, format), ...around };
  const text = textOf(page);
  return excessOf(text) <= 0 ? text : textOf(shrinkToFit(page, (shrunk) => excessOf(textOf(shrunk))));
}

function pageOf(content: RenderedContent, format: Format): Page {
  const status = trimMiddle(defuseLine(workedOn(content.status), format), MAX_STATUS);
  const where = trimMiddle(defuseLine(workedOn(content.where), format), MAX_WHERE);
  const titleRoom = MAX_LINE - status.length - where.length - '🔴  |  | '.length;
  return {
    above: '',
    icon: content.icon === undefined ? '' : ICONS[content.icon],
    status,
    where,
    title: trimMiddle(defuseLine(workedOn(content.title), format), titleRoom),
    fields: content.fields.map((field) => fieldOf(field, format)).filter(({ value }) => value !== ''),
    details: trimEnd(folded(defuse(workedOn(content.details ?? ''), format)), MAX_DETAILS_BYTES),
    rows: (content.rows ?? []).map((row) => rowOf(row, format)).filter(({ text }) => text !== ''),
    logsLink: linkIn(content.logsLink, format) ?? '',
    link: linkIn(content.link, format) ?? '',
    below: '',
  };
}

function fieldOf({ label, value }: Field, format: Format): Field {
  return { label: trimMiddle(defuseLine(workedOn(label), format), MAX_LABEL), value: shownValue(value, format) };
}

/** A value that is an address is a link, in markdown with its host as the text. */
function shownValue(value: string, format: Format): string {
  const link = isAddress(value) ? linkIn(value, format) : undefined;
  if (link === undefined) return shortened(defuseLine(workedOn(value), format));
  return format === 'text' ? link : markdownLink('', link);
}

/** Returns true for an address without anything around it. */
function isAddress(value: string): boolean {
  return value.length <= MAX_URL_BYTES && /^https?:\/\/\S+$/i.test(value.trim());
}

function rowOf({ text, ...sign }: Row, format: Format): Row {
  return { ...sign, text: shortened(defuseLine(workedOn(text), format)) };
}

/** Returns the beginning of a text that is longer than {@link MAX_WORKED_ON_BYTES}, marked; any other unchanged. */
function workedOn(text: string): string {
  if (text.length * MAX_BYTES_PER_UNIT <= MAX_WORKED_ON_BYTES) return text;
  const begun = text.trimStart();
  const end = boundaryWithin(begun, 0, MAX_WORKED_ON_BYTES);
  return end === begun.length ? begun : `${begun.slice(0, end)}${ELLIPSIS}`;
}

/** Shortens a line to {@link MAX_LINE}, or to the longest link in it: half a link leads nowhere. */
function shortened(line: string): string {
  if (line.length <= MAX_LINE) return line;
  const longestLink = linksIn(line).reduce((longest, link) => Math.max(longest, link.length), 0);
  return trimEnd(line, Math.max(bytesInLine(line), longestLink));
}

/** Folds a text into lines, none of them blank. */
function folded(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .flatMap((line) => (line.length <= MAX_LINE ? [line] : fold(line)))
    .filter(Boolean)
    .join('\n');
}

/** Folds a line between words into lines of about {@link MAX_LINE} at most, with links on lines of their own. */
function fold(line: string): readonly string[] {
  return line
    .split(AROUND_LINKS)
    .flatMap((piece) => (linksIn(piece)[0] === piece ? [piece] : [...split(piece.trim(), bytesInLine(piece), false)]));
}

const AROUND_LINKS = /(https?:\/\/[!-~]+)/;

function linksIn(text: string): readonly string[] {
  return text.match(/https?:\/\/[!-~]+/g) ?? [];
}

/** Returns about as many bytes as {@link MAX_LINE} characters of this text take. */
function bytesInLine(text: string): number {
  return Math.ceil((MAX_LINE * Buffer.byteLength(text)) / Math.max(1, text.length));
}
