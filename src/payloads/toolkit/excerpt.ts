import { at, getOwn, isObject } from '../../base/json.js';
import { maskSecrets } from '../../base/mask-secrets.js';
import { firstText, jsonIn } from '../../renderers/toolkit/first-value.js';

/**
 * A text that is taken from a body: a path (`project.name`, `items.0.id`, `assignees.*.name` for all of a list or an object), or a template of
 * such paths (`{project.name} #{iid|id}`; of those between bars the first that holds anything). A word of a template is left out
 * if it has a path that holds nothing. Of several, the first that is not empty counts.
 */
export type Excerpt = string | readonly string[];

/** Longest text that is taken, in characters. */
const MAX_CHARACTERS = 4000;
/** The most elements of a list that are read. */
export const MAX_ELEMENTS = 1000;
/** The most elements of a list that are read for a text that is shown. */
const MAX_SHOWN = 20;

/**
 * Returns the text as people read it: secrets masked, a branch or tag without its `refs/`, a commit's hash shortened.
 * @param separator between the elements of a list: the language's for what is shown, else what rules can match on.
 */
export function excerptOf(body: unknown, wanted: Excerpt | undefined, separator?: string): string | undefined {
  return firstOf(wanted, (one) => textOf(one, (path) => textAtPath(body, path, separator)));
}

/** Returns the same text for a judgement: of a list all elements, each text once, and not only the first, which are shown. */
export function judgedExcerptOf(body: unknown, wanted: Excerpt | undefined): string | undefined {
  return firstOf(wanted, (one) => textOf(one, (path) => wholeTextAtPath(body, path)));
}

/** Returns the text as the tool wrote it; of a template nothing if any path in it holds nothing. For addresses and ids. */
export function exactExcerptOf(body: unknown, wanted: Excerpt | undefined): string | undefined {
  return firstOf(wanted, (one) => {
    if (!one.includes('{')) return textAtPath(body, one);
    const text = one.replace(PLACE, (_, paths: string) => firstAt(paths, (path) => textAtPath(body, path)) ?? '\0');
    return text.includes('\0') ? undefined : text;
  });
}

/**
 * Returns the value at a path. JSON in a text is parsed; a `*` makes a list of what all elements hold. A name with dots in it is
 * found too: `output_fields.container.name`.
 */
export function valueAt(body: unknown, path: string, maxElements = MAX_ELEMENTS): unknown {
  const [head = '', ...rest] = path.split('.*.');
  const value = walk(body, head.split('.'));
  if (rest.length === 0) return value;
  return elementsIn(value)
    .slice(0, maxElements)
    .map((element) => valueAt(element, rest.join('.*.'), maxElements));
}

/** Returns the elements of a list, which may be JSON in a text, or the values of an object. */
export function elementsIn(value: unknown): readonly unknown[] {
  const inside = parsed(value);
  if (Array.isArray(inside)) return inside;
  return isObject(inside) ? Object.values(inside) : [];
}

/** Returns the first of several texts that is not empty; what follows it is not read. */
export function firstOf(wanted: Excerpt | undefined, read: (one: string) => string | undefined): string | undefined {
  for (const one of [wanted ?? []].flat()) {
    const text = read(one);
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}

const PLACE = /\{([^{}]*)\}/g;

/** Returns the text at a path. */
type Read = (path: string) => string | undefined;

function textOf(one: string, read: Read): string | undefined {
  if (one.includes('{')) return filled(one, read);
  const text = read(one);
  return text === undefined ? undefined : readable(text);
}

/** Returns a template without the words whose paths hold nothing; `undefined` if only fixed words are left. */
function filled(template: string, read: Read): string | undefined {
  const words = template.split(' ').map((word) => {
    const found = [...word.matchAll(PLACE)].map(([, paths = '']) => firstAt(paths, read));
    const text = word.replace(PLACE, (_, paths: string) => readable(firstAt(paths, read) ?? ''));
    return { text, isFixed: found.length === 0, isWhole: !found.includes(undefined) };
  });
  const whole = words.filter(({ isWhole }) => isWhole);
  return whole.every(({ isFixed }) => isFixed) ? undefined : whole.map(({ text }) => text).join(' ');
}

function firstAt(paths: string, read: Read): string | undefined {
  return firstOf(paths.split('|'), read);
}

function textAtPath(body: unknown, path: string, separator?: string): string | undefined {
  const value = valueAt(body, path, MAX_SHOWN);
  return leafText(Array.isArray(value) ? value.flat() : value, separator);
}

function wholeTextAtPath(body: unknown, path: string): string | undefined {
  const value = valueAt(body, path);
  if (!Array.isArray(value)) return leafText(value);
  const leaves = value
    .flat()
    .slice(0, MAX_ELEMENTS)
    .filter((leaf) => !Array.isArray(leaf));
  return [...new Set(leaves.flatMap((leaf) => leafText(leaf) ?? []))].join(', ') || undefined;
}

function leafText(value: unknown, separator?: string): string | undefined {
  return firstText({ value }, 'value', separator)?.slice(0, MAX_CHARACTERS);
}

function walk(value: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const object = parsed(value);
  const inside = walk(at(object, step), rest);
  return inside === undefined && rest.length > 0 ? at(object, steps.join('.')) : inside;
}

function parsed(value: unknown): unknown {
  return typeof value === 'string' ? jsonIn(value) : value;
}

/** Comparisons as programs write them. */
const COMPARISONS: Readonly<Record<string, string>> = { LESS_THAN: '<', GREATER_THAN: '>' };

function readable(given: string): string {
  const text = getOwn<string>(COMPARISONS, given) ?? maskSecrets(given);
  if (/^[\da-f]{40}$/.test(text)) return text.slice(0, 8);
  return text.replace(/^refs\/(?:heads|tags)\//, '');
}
