import { MAX_URL_BYTES } from '../domain/content.js';
import { isRegion } from './console-link.js';
import { consoleHost } from './partition.js';

/** A query of Logs Insights, as its page in the console opens it. */
export interface LogsQuery {
  readonly query: string;
  /** Names of log groups. */
  readonly groups: readonly string[];
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Time before and after an alarm that its logs are shown for, milliseconds. */
const BEFORE_MS = 15 * 60_000;
const AFTER_MS = 5 * 60_000;

/** Returns the time around a moment for which logs are shown, at least so many milliseconds before it. */
export function logsWindow(at: number, leastBeforeMs = 0): Pick<LogsQuery, 'from' | 'to'> {
  return { from: at - Math.max(BEFORE_MS, leastBeforeMs), to: at + AFTER_MS };
}

/**
 * Longest link to Logs Insights, in bytes: in a text it takes up rows of a phone, and its message holds 2,048 bytes. What is
 * longer leads to the log group.
 */
const MAX_LINK_BYTES = 700;

/**
 * Returns a link to the query in the console of the region's partition, else to the first log group, whose page has no limit of
 * that kind. `undefined` if the region is invalid or there is no group.
 * @param query `undefined` if only the groups are known.
 */
export function logsLink(region: string, { query, groups, from, to }: Partial<LogsQuery>): string | undefined {
  const [group] = groups ?? [];
  if (!isRegion(region) || group === undefined || group === '') return undefined;
  const page = `https://${region}.${consoleHost(region)}/cloudwatch/home?region=${region}#logsV2:`;
  const insights =
    query && groups && from && to
      ? within(MAX_LINK_BYTES, [query, ...groups], () => page + guarded(insightsPage({ query, groups, from, to })))
      : undefined;
  const ofGroup = (): string =>
    `${page}log-groups/log-group/${inDollars(encodeURIComponent(encodeURIComponent(group.toWellFormed())))}`;
  return insights ?? within(MAX_URL_BYTES, [group], ofGroup);
}

/** Returns the link unless it is too long. Encoding shortens nothing, so that longer parts are not even encoded. */
function within(maxBytes: number, parts: readonly string[], link: () => string): string | undefined {
  if (parts.reduce((sum, { length }) => sum + length, 0) > maxBytes) return undefined;
  const written = link();
  return Buffer.byteLength(written) <= maxBytes ? written : undefined;
}

/** Returns the console's own notation of a page of Logs Insights: `logs-insights$3FqueryDetail$3D~(end~'2026-…)`. */
export function insightsPage({ query, groups, from, to }: LogsQuery): string {
  const detail = {
    end: iso(to),
    start: iso(from),
    timeType: 'ABSOLUTE',
    tz: 'LOCAL',
    editorString: query,
    source: groups,
  };
  return `logs-insights$3FqueryDetail$3D${notation(detail)}`;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

/**
 * Returns a value in JSURL, the notation of the console's addresses: `~(key~'text~key~12)`, a list `~(~'one~'two)`.
 * @see https://github.com/Sage/jsurl
 */
export function notation(value: unknown): string {
  if (typeof value === 'string') return `~'${escaped(value)}`;
  if (Array.isArray(value)) return `~(${value.map(notation).join('')})`;
  if (typeof value !== 'object' || value === null) return `~${String(value)}`;
  const entries = Object.entries(value).map(([key, one]) => `${escaped(key)}${notation(one)}`);
  return `~(${entries.join('~')})`;
}

function escaped(text: string): string {
  return text.replace(/[^\w.-]/g, (character) => {
    if (character === '$') return '!';
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `**${code.padStart(4, '0')}` : `*${code.padStart(2, '0')}`;
  });
}

/** Encodes what many clients take for the end of an address. */
function guarded(page: string): string {
  return page.replace(/['()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The console reads a dollar sign in the part after `#` as a percent sign. */
function inDollars(encoded: string): string {
  return encoded.replaceAll('%', '$');
}
