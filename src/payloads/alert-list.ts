import { oneLine } from '../text/one-line.js';
import { SEVERITY } from '../text/severity.js';
import type { Words } from '../text/words.js';
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

/** Labels that the line shows in another way. */
const UNTELLING: ReadonlySet<string> = new Set(['alertname', 'rulename', 'severity', 'priority']);

/** Returns the text below the fields: the description, and as many alerts of the group as there is room for. */
export function alertList(group: AlertGroup, words: Words): string {
  const description = textIn(group.annotations, DESCRIPTION) ?? '';
  if (group.alerts.length === 1 && group.truncated === 0) return description;
  const shown = fitting(group, words);
  const unlisted = group.alerts.length - shown.length + group.truncated;
  const more = unlisted > 0 ? [words.webhook.alerts.unlisted(unlisted)] : [];
  return [description, ...shown, ...more].filter((line) => line !== '').join('\n');
}

/**
 * Returns the line of an alert, `🔴 磁盘剩余 4%（instance=web-1）`: its summary, or its description if all share the summary, and the
 * labels that the others do not share and its text does not mention.
 */
function lineOf({ severity, labels, annotations, values }: Alert, group: AlertGroup, words: Words): string {
  const shared = Object.values(group.annotations);
  const texts = [textIn(annotations, SUMMARY), textIn(annotations, DESCRIPTION)].filter((text) => text !== undefined);
  const said = texts.find((text) => !shared.includes(text)) ?? '';
  const own = Object.entries(labels).filter(([label, text]) => group.labels[label] !== text && !said.includes(text));
  const rule = own.some(([label]) => label === 'alertname') ? [nameOf(labels) ?? ''] : [];
  const which = [...rule, ...own.filter(([label]) => !UNTELLING.has(label)).map(pair)].join(words.listSeparator);
  const measured = [said, pairs(Object.entries(values), words)].filter((text) => text !== '').join(words.comma);
  const line = oneLine(measured && which ? measured + words.aside(which) : measured || which);
  const characters = Array.from(line);
  const cut = characters.length > MAX_LINE ? `${characters.slice(0, MAX_LINE).join('')}…` : line;
  return `${SEVERITY[severity].emoji} ${cut || nameOf(labels) || words.resourceKind.alarm}`;
}

/** Returns the alerts with the news first: those that are over, if that is all that is new. */
function inOrder(group: AlertGroup): readonly Alert[] {
  const [over, firing] = [group.alerts.filter(isRecovery), group.alerts.filter((alert) => !isRecovery(alert))];
  return stateOf(group) === 'improved' ? [...over, ...firing] : group.alerts;
}

/** Returns as many lines as there is room for. Lines after the first that does not fit are not even composed. */
function fitting(group: AlertGroup, words: Words): readonly string[] {
  const lines: string[] = [];
  let left = MAX_LIST_BYTES;
  for (const alert of inOrder(group)) {
    const line = lineOf(alert, group, words);
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return lines;
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
