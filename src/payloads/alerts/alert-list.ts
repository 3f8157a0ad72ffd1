import { maskSecrets } from '../../base/mask-secrets.js';
import { shortened } from '../../base/shortened.js';
import type { Row } from '../../domain/content.js';
import { oneLine } from '../../text/one-line.js';
import type { Words } from '../../text/words.js';
import {
  type Alert,
  type AlertGroup,
  DESCRIPTION,
  isRecovery,
  nameOf,
  SUMMARY,
  stateOf,
  textIn,
} from './alert-group.js';

/** Longest list, in UTF-8 bytes, and longest line in it, in characters. */
const MAX_LIST_BYTES = 1000;
const MAX_LINE = 120;
/** The circle and the space before a row, and the end of its line. */
const ROW_SIGN_BYTES = 6;

/** Labels that the line shows in another way. */
const UNTELLING: ReadonlySet<string> = new Set(['alertname', 'rulename', 'severity', 'priority']);

/** Returns the description that the alerts of a group share. */
export function descriptionOf({ annotations }: AlertGroup): string | undefined {
  return textIn(annotations, DESCRIPTION);
}

/** Returns a row for each of as many alerts of the group as there is room for; none if the message is about one alert only. */
export function alertRows(group: AlertGroup, words: Words): readonly Row[] {
  if (group.alerts.length === 1 && group.truncated === 0) return [];
  const shown = fitting(group, words);
  const unlisted = group.alerts.length - shown.length + group.truncated;
  const more = unlisted > 0 ? [{ text: words.payload.alerts.unlisted(unlisted) }] : [];
  return [...shown, ...more];
}

/**
 * Returns the row of an alert, `🔴 磁盘剩余 4%（instance=web-1）`: its summary, or its description if all share the summary, and the
 * labels that the others do not share and its text does not mention.
 */
function rowOf({ severity, labels, annotations, values }: Alert, group: AlertGroup, words: Words): Row {
  const shared = Object.values(group.annotations);
  const texts = [textIn(annotations, SUMMARY), textIn(annotations, DESCRIPTION)].filter((text) => text !== undefined);
  const said = texts.find((text) => !shared.includes(text)) ?? '';
  const own = Object.entries(labels).filter(([label, text]) => group.labels[label] !== text && !said.includes(text));
  const rule = own.some(([label]) => label === 'alertname') ? [nameOf(labels) ?? ''] : [];
  const which = [...rule, ...own.filter(([label]) => !UNTELLING.has(label)).map(pair)].join(words.listSeparator);
  const measured = [said, pairs(Object.entries(values), words)].filter((text) => text !== '').join(words.comma);
  const line = maskSecrets(oneLine(measured && which ? measured + words.aside(which) : measured || which));
  return { sign: severity, text: shortened(line, MAX_LINE) || nameOf(labels) || words.resourceKind.alarm };
}

/** Returns the alerts with the news first: those that are over, if that is all that is new. */
function inOrder(group: AlertGroup): readonly Alert[] {
  const [over, firing] = [group.alerts.filter(isRecovery), group.alerts.filter((alert) => !isRecovery(alert))];
  return stateOf(group) === 'improved' ? [...over, ...firing] : group.alerts;
}

/** Returns as many rows as there is room for. Rows after the first that does not fit are not even composed. */
function fitting(group: AlertGroup, words: Words): readonly Row[] {
  const rows: Row[] = [];
  let left = MAX_LIST_BYTES;
  for (const alert of inOrder(group)) {
    const row = rowOf(alert, group, words);
    left -= Buffer.byteLength(row.text) + ROW_SIGN_BYTES;
    if (left < 0) break;
    rows.push(row);
  }
  return rows;
}

/** Joins names and values: `instance=web-1、device=sda`. */
export function pairs(entries: readonly (readonly [string, string])[], words: Words): string {
  return entries.map(pair).join(words.listSeparator);
}

function pair([name, text]: readonly [string, string]): string {
  return `${name}=${shortNumber(text)}`;
}

/** Shortens a number to six significant digits: sixteen would tell nobody more. */
function shortNumber(text: string): string {
  const value = Number(text);
  return /^-?\d+\.\d{4,}/.test(text) && Number.isFinite(value) ? String(Number(value.toPrecision(6))) : text;
}
