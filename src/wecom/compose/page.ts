import type { Field, Row } from '../../domain/content.js';
import type { Format } from '../../domain/format.js';
import type { Severity } from '../../domain/severity.js';
import type { MessageWords } from '../../text/message-words.js';
import { type MarkdownColour, SEVERITY } from '../../text/severity.js';
import { markdownLink } from './link.js';

/** Separates lines that must not flow together: `markdown_v2` joins lines that have no blank line between them. */
export const PARAGRAPH_BREAK: Readonly<Record<Format, string>> = { text: '\n', markdown: '\n', markdown_v2: '\n\n' };

/** The parts of a rendered message in display order, already defused. An empty one is not shown. */
export interface Page {
  /** Replaces the circle of its severity. Empty if that is shown. */
  readonly icon: string;
  /** A line of ours before the first one. */
  readonly above: string;
  readonly status: string;
  readonly title: string;
  readonly where: string;
  readonly fields: readonly Field[];
  /** One or more lines from outside. */
  readonly details: string;
  readonly rows: readonly Row[];
  /** The logs behind it. Its link stays the last, as the one that matters. */
  readonly logsLink: string;
  readonly link: string;
  /** A line of ours after the last one. */
  readonly below: string;
}

/** The appearance of the parts in one format. */
interface Look {
  readonly status: (status: string, colour: MarkdownColour) => string;
  readonly title: (title: string) => string;
  readonly field: (line: string) => string;
  readonly row: (line: string) => string;
  readonly links: (urls: Pick<Page, 'link' | 'logsLink'>, words: MessageWords) => string;
}

const asIs = (text: string): string => text;
const bold = (text: string): string => text && `**${text}**`;
const listed = (line: string): string => `- ${line}`;
const labelledLinks: Look['links'] = ({ link, logsLink }, words) =>
  [link && markdownLink(words.link.page, link), logsLink && markdownLink(words.link.logs, logsLink)]
    .filter(isShown)
    .join(' · ');
const bareLinks: Look['links'] = ({ link, logsLink }, words) =>
  joined([logsLink && `${words.link.logs}${words.colon}${logsLink}`, link], '\n');

/** Begins each line from outside, in every format; no line of ours begins so. Markdown shows it as a quote, a text as mail does. */
export const QUOTED = '> ';

const LOOKS: Readonly<Record<Format, Look>> = {
  text: { status: asIs, title: asIs, field: asIs, row: asIs, links: bareLinks },
  markdown: {
    status: (status, colour) => status && `<font color="${colour}">${status}</font>`,
    title: bold,
    field: asIs,
    row: asIs,
    links: labelledLinks,
  },
  // A list, a quote, a list: each begins on its own in any markdown, without blank lines in between.
  markdown_v2: { status: asIs, title: bold, field: listed, row: listed, links: labelledLinks },
};

/**
 * Returns the page as its format's text: `🔴 告警 | title | where`, the fields `label：value`, the details quoted, the rows,
 * the link on its own line.
 */
export function textOfPage(page: Page, severity: Severity, format: Format, words: MessageWords): string {
  const look = LOOKS[format];
  const { emoji, colour } = SEVERITY[severity];
  const status = `${page.icon || emoji} ${look.status(page.status, colour)}`.trim();
  const lines = [
    page.above,
    joined([status, look.title(page.title), page.where], ' | '),
    ...page.fields.map(({ label, value }) => look.field(joined([label, value], words.colon))),
    ...page.details
      .split('\n')
      .filter(isShown)
      .map((line) => QUOTED + line),
    ...page.rows.map((row) => look.row(textOfRow(row))),
  ];
  return joined([joined(lines, '\n'), look.links(page, words), page.below], PARAGRAPH_BREAK[format]);
}

function textOfRow({ sign, text }: Row): string {
  if (sign === undefined) return text;
  return `${sign === 'item' ? '·' : SEVERITY[sign].emoji} ${text}`;
}

function joined(texts: readonly string[], between: string): string {
  return texts.filter(isShown).join(between);
}

const isShown = (text: string): boolean => text !== '';
