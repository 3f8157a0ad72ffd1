import type { Format } from '../../domain/format.js';
import type { MessageWords } from '../../text/message-words.js';
import { type Common, commonOf } from './digest-common.js';
import { categoriesOf, goodHeading, headlineOf, type Position } from './digest-headline.js';
import { type DigestLine, isGood, MANY } from './digest-line.js';
import { type DigestRow, digestRows } from './digest-row.js';
import { markdownLink } from './link.js';
import { PARAGRAPH_BREAK } from './page.js';
import { trimEnd } from './trim.js';

/** Most links to lists of alarms in one message. Only one of them may be for a single row. */
const MAX_LINKS = 2;

/** The language and the form that a digest is written in. */
export interface DigestStyle {
  readonly format: Format;
  readonly words: MessageWords;
  /** IANA zone of the times. */
  readonly timeZone: string;
  /** Longest content, in bytes. */
  readonly maxBytes: number;
}

/** One message of a digest. */
export interface DigestPage {
  readonly lines: readonly DigestLine[];
  readonly content: string;
}

/**
 * Returns the messages that show all lines in their order, one row each: as many rows in each as fit under a headline
 * that says what they have in common. A row that is too long alone, by characters without width, is cut.
 */
export function digestPages(lines: readonly DigestLine[], style: DigestStyle): readonly DigestPage[] {
  const common = commonOf(lines, style.format, style.timeZone);
  const rows = digestRows(lines, { ...style, common });
  const whole = contentOf(rows, { isContinued: false }, common, style);
  if (Buffer.byteLength(whole) <= style.maxBytes) return [{ lines, content: whole }];
  const positionOf = (page: number): Position =>
    page === 0 ? { all: lines, isContinued: false } : { isContinued: true };
  const pages: DigestPage[] = [];
  for (let start = 0; start < rows.length; ) {
    const textOf = (count: number): string =>
      contentOf(rows.slice(start, start + count), positionOf(pages.length), common, style);
    const count = mostThatFit(rows.slice(start), style.maxBytes, textOf);
    pages.push({
      lines: rows.slice(start, start + count).map(({ line }) => line),
      content: trimEnd(textOf(count), style.maxBytes),
    });
    start += count;
  }
  return pages;
}

/** Returns how many of the rows fit one message: at least one. */
function mostThatFit(rows: readonly DigestRow[], maxBytes: number, textOf: (count: number) => string): number {
  const fits = (count: number): boolean => Buffer.byteLength(textOf(count)) <= maxBytes;
  let bytes = 0;
  // No more than this, as the rows alone would be too long.
  let most = rows.findIndex(({ text }) => {
    bytes += Buffer.byteLength(text) + 1;
    return bytes > maxBytes;
  });
  if (most === -1) most = rows.length;
  let least = 1;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** Returns the text of one message. */
function contentOf(rows: readonly DigestRow[], position: Position, common: Common, style: DigestStyle): string {
  const { format, words } = style;
  const lines = rows.map(({ line }) => line);
  const isFirstOfMany = !position.isContinued && (position.all ?? lines).length >= MANY;
  const blocks = [
    bold(headlineOf(lines, position, common, format, words), format),
    isFirstOfMany ? categoriesOf(position.all ?? lines, format, words) : '',
    ...groupsOf(rows, common, style),
    linksOf(rows, style),
  ];
  return blocks.filter((block) => block !== '').join(PARAGRAPH_BREAK[format]);
}

function bold(line: string, format: Format): string {
  return format === 'text' ? line : `**${line}**`;
}

/** Returns the rows under their headings: each place if there are several, and good news if there is bad news. */
function groupsOf(rows: readonly DigestRow[], common: Common, { format, words }: DigestStyle): readonly string[] {
  const good = rows.filter(({ line }) => isGood(line));
  const isMixed = good.length > 0 && good.length < rows.length;
  const blocks: string[] = [];
  let group: string[] = [];
  let place = '';
  const begin = (heading: string): void => {
    if (group.length > 0) blocks.push(group.join('\n'));
    if (heading !== '') blocks.push(bold(heading, format));
    group = [];
  };
  for (const row of rows) {
    if (isMixed && row === good[0]) {
      begin(
        goodHeading(
          good.map(({ line }) => line),
          common,
          words,
        ),
      );
      place = '';
    }
    const own = row.place;
    if (own !== place && (own !== '' || place !== '')) begin(words.digest.place(own || words.digest.elsewhere));
    place = own;
    // `markdown_v2` joins lines that are in no list.
    group.push(format === 'markdown_v2' ? `- ${row.text}` : row.text);
  }
  begin('');
  return blocks;
}

/** Returns the links to the lists of what is still bad, those that most lines are on. Empty if nothing is bad. */
function linksOf(rows: readonly DigestRow[], { format, words }: DigestStyle): string {
  const counts = new Map<string, { count: number; readonly region: string }>();
  for (const { line, listLink } of rows) {
    if (listLink === undefined) continue;
    const known = counts.get(listLink);
    if (known) known.count++;
    else counts.set(listLink, { count: 1, region: line.last.notification.origin.region ?? '' });
  }
  const shown = [...counts]
    .sort(([, a], [, b]) => b.count - a.count)
    .filter(([, { count }], index) => index === 0 || count > 1)
    .slice(0, MAX_LINKS);
  if (format === 'text') return shown.map(([link]) => link).join('\n');
  const nameOf = (region: string): string =>
    shown.length > 1 ? `${words.digest.list} ${region}`.trim() : words.digest.list;
  return shown.map(([link, { region }]) => markdownLink(nameOf(region), link)).join(' · ');
}
