import { isObject } from '../../base/json.js';
import { shortened } from '../../base/shortened.js';
import type { Row } from '../../domain/content.js';
import type { Severity } from '../../domain/severity.js';
import { oneLine } from '../../text/one-line.js';
import { worstOf } from '../../text/severity.js';
import type { Words } from '../../text/words.js';
import { elementsIn, excerptOf, MAX_ELEMENTS, valueAt } from './excerpt.js';
import type { Judged, ToolList } from './tool.js';
import { outcomeOf, type ToolOutcome } from './tool-outcome.js';

/** The most elements that have a line of their own. */
const MAX_LINES = 5;
/** Longest line, in characters. */
const MAX_LINE = 160;

type Sign = Severity | 'item';

const BAD: ReadonlySet<Sign> = new Set(['critical', 'error', 'warning']);

/** Returns the elements of a list; of an object its values, and of what are no objects the keys too. */
function elementsOf(body: unknown, { path }: ToolList): readonly unknown[] {
  const list = valueAt(body, path);
  const elements = isObject(list) ? Object.entries(list).map(elementOf) : elementsIn(list);
  return elements.slice(0, MAX_ELEMENTS);
}

/** Returns true if the elements of a list are judged. */
export function isJudged({ state, grade, verdict }: Judged): boolean {
  return state !== undefined || grade !== undefined || verdict !== undefined;
}

/** An element of a list, with its outcome if the list's elements are judged. */
export interface Listed {
  readonly element: unknown;
  readonly outcome: ToolOutcome | undefined;
}

/** Returns the elements of a list, each judged once. */
export function listedIn(body: unknown, list: ToolList, words: Words): readonly Listed[] {
  const judge = isJudged(list) ? (element: unknown) => outcomeOf(list, element, words) : () => undefined;
  return elementsOf(body, list).map((element) => ({ element, outcome: judge(element) }));
}

/** Returns the outcome of the worst element; `undefined` for a list that is empty or not judged. */
export function worstOutcome(listed: readonly Listed[]): ToolOutcome | undefined {
  return worstOf(listed.flatMap(({ outcome }) => outcome ?? []));
}

/** Returns a line for each element of a list: what is bad first, five of them, the number of all. */
export function elementRows(listed: readonly Listed[], list: ToolList, words: Words): readonly Row[] {
  const all = listed.map(({ element, outcome }) => ({ element, sign: signOf(outcome) }));
  const [bad, rest] = [all.filter(isBad), all.filter((one) => !isBad(one))];
  const told = list.onlyBad ? bad : [...bad, ...rest];
  const shown: Row[] = [];
  for (const { element, sign } of told) {
    if (shown.length === MAX_LINES) break;
    const text = lineOf(element, list, words);
    if (text !== '') shown.push({ sign, text });
  }
  return told.length > MAX_LINES ? [...shown, { text: words.phrase.itemsInAll(told.length) }] : shown;
}

function elementOf([key, value]: readonly [string, unknown]): unknown {
  return isObject(value) ? value : { key, value };
}

function isBad({ sign }: { readonly sign: Sign }): boolean {
  return BAD.has(sign);
}

/** `test/unit，script_failure`. */
function lineOf(element: unknown, list: ToolList, words: Words): string {
  const texts = [list.name, ...(list.told ?? [])].map((wanted) =>
    oneLine(excerptOf(element, wanted, words.listSeparator) ?? ''),
  );
  return shortened([...new Set(texts)].filter((text) => text !== '').join(words.comma), MAX_LINE);
}

/** Returns the circle of an element that is judged, and a dot for what is neither good nor bad. */
function signOf(outcome: ToolOutcome | undefined): Sign {
  return outcome?.isTold && outcome.severity !== 'info' ? outcome.severity : 'item';
}
