import { isObject } from '../../base/json.js';
import { type Row, type Severity, severityRank } from '../../domain/notification.js';
import { oneLine } from '../../text/one-line.js';
import type { Words } from '../../text/words.js';
import { elementsIn, excerptOf, MAX_ELEMENTS, valueAt } from './excerpt.js';
import type { ToolList } from './tool.js';
import { outcomeOf, type ToolOutcome } from './tool-outcome.js';

/** The most elements that have a line of their own. */
const MAX_LINES = 5;
/** Longest line, in characters. */
const MAX_LINE = 160;

const BAD: ReadonlySet<Severity | 'item'> = new Set(['critical', 'error', 'warning']);

/** Returns the elements of a list; of an object its values, and of what are no objects the keys too. */
export function elementsOf(body: unknown, { path }: ToolList): readonly unknown[] {
  const list = valueAt(body, path);
  const elements = isObject(list) ? Object.entries(list).map(elementOf) : elementsIn(list);
  return elements.slice(0, MAX_ELEMENTS);
}

/** Returns true if the elements of a list are judged. */
export function isJudged({ state, grade, verdict }: Pick<ToolList, 'state' | 'grade' | 'verdict'>): boolean {
  return state !== undefined || grade !== undefined || verdict !== undefined;
}

/** Returns the outcome of the worst element; `undefined` for an empty list. */
export function worstOutcome(body: unknown, list: ToolList, words: Words): ToolOutcome | undefined {
  const all = elementsOf(body, list).map((element) => outcomeOf(list, element, words));
  return all.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity))[0];
}

/** Returns a line for each element of a list: what is bad first, five of them, the number of all. */
export function elementRows(body: unknown, list: ToolList, words: Words): readonly Row[] {
  const all = elementsOf(body, list).map((element) => rowOf(element, list, words));
  const [bad, rest] = [all.filter(isBad), all.filter((row) => !isBad(row))];
  const told = list.onlyBad ? bad : [...bad, ...rest];
  const shown = told.filter(({ text }) => text !== '').slice(0, MAX_LINES);
  return told.length > MAX_LINES ? [...shown, { text: words.phrase.itemsInAll(told.length) }] : shown;
}

function elementOf([key, value]: readonly [string, unknown]): unknown {
  return isObject(value) ? value : { key, value };
}

function isBad({ sign = 'item' }: Row): boolean {
  return BAD.has(sign);
}

/** `🔴 test/unit，script_failure`. */
function rowOf(element: unknown, list: ToolList, words: Words): Row {
  const texts = [list.name, ...(list.told ?? [])].map((wanted) => oneLine(excerptOf(element, wanted) ?? ''));
  const characters = Array.from([...new Set(texts)].filter((text) => text !== '').join(words.comma));
  const text = characters.length > MAX_LINE ? `${characters.slice(0, MAX_LINE).join('')}…` : characters.join('');
  return { sign: signOf(element, list, words), text };
}

/** Returns the circle of an element that is judged, and a dot for what is neither good nor bad. */
function signOf(element: unknown, list: ToolList, words: Words): Severity | 'item' {
  if (!isJudged(list)) return 'item';
  const { severity, isTold } = outcomeOf(list, element, words);
  return isTold && severity !== 'info' ? severity : 'item';
}
