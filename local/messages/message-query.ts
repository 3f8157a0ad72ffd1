import { quote } from '../../src/base/quote.js';
import { SEVERITIES } from '../../src/domain/severity.js';
import { COLOURS, type MessageView } from './message-view.js';

/** Longest wait, in seconds: less than proxies and clients give up after. */
const MAX_WAIT_S = 300;
const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = 100;

/** A question about the messages, as its parameters ask it. */
export interface MessageQuery {
  /** Returns true for a message that is asked for. */
  readonly matches: (message: MessageView) => boolean;
  /** Most messages of an answer: the newest. */
  readonly limit: number;
  /** The number of messages to wait for, and how long: milliseconds. */
  readonly count: number;
  readonly waitMs: number;
}

/** A parameter that is not allowed. Its message names the rule and the value. */
export class MessageQueryError extends Error {
  override readonly name = 'MessageQueryError';
}

type Matcher = (value: string) => MessageQuery['matches'];

/** The parameters that choose messages. One that is given several times, or with commas, allows each of its values, except for `text`. */
const FILTERS: Readonly<Record<string, Matcher>> = {
  robot: (value) => {
    const robots = listOf(value);
    return ({ robot }) => robots.includes(robot);
  },
  severity: (value) => {
    const severities = oneOf('severity', listOf(value), SEVERITIES);
    return ({ severity }) => severity !== undefined && severities.includes(severity);
  },
  colour: (value) => {
    const colours = oneOf('colour', listOf(value), Object.values(COLOURS));
    return ({ colour }) => colour !== undefined && colours.includes(colour);
  },
  text: (value) => {
    const wanted = value.toLowerCase();
    return ({ text }) => text.toLowerCase().includes(wanted);
  },
  since: (value) => {
    if (/^\d{1,15}$/.test(value)) return ({ id }) => id > Number(value);
    const time = /^\d{4}-\d\d-\d\dT.{4,24}(?:Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(time))
      throw refused('since', 'must be the id of a message or an ISO 8601 time with a zone', value);
    return ({ at }) => Date.parse(at) > time;
  },
};

const NUMBERS = ['limit', 'wait', 'count'] as const;

/**
 * Reads the parameters of a question.
 * @throws {MessageQueryError} If one is unknown or not allowed: what is misspelt must not ask for everything.
 */
export function readMessageQuery(params: URLSearchParams): MessageQuery {
  const known = [...Object.keys(FILTERS), ...NUMBERS];
  const unknown = [...params.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new MessageQueryError(
      `Cannot read the messages as a parameter must be one of ${known.join(', ')}: current value is ${quote(unknown)}`,
    );
  const matchers = Object.entries(FILTERS).flatMap(([name, matcherOf]) =>
    matchersOf(params.getAll(name), name, matcherOf),
  );
  return {
    matches: (message) => matchers.every((matches) => matches(message)),
    limit: numberIn(params, 'limit', { min: 1, max: MAX_LIMIT, otherwise: DEFAULT_LIMIT }),
    count: numberIn(params, 'count', { min: 1, max: MAX_LIMIT, otherwise: 1 }),
    waitMs: numberIn(params, 'wait', { min: 0, max: MAX_WAIT_S, otherwise: 0 }) * 1000,
  };
}

function matchersOf(values: readonly string[], name: string, matcherOf: Matcher): readonly MessageQuery['matches'][] {
  if (name === 'text') return values.map(matcherOf);
  return values.length === 0 ? [] : [matcherOf(values.join(','))];
}

const listOf = (value: string): readonly string[] => value.split(',').map((one) => one.trim());

function oneOf<T extends string>(name: string, values: readonly string[], allowed: readonly T[]): readonly T[] {
  return values.map((value) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw refused(name, `must be one of ${allowed.join(', ')}`, value);
    return found;
  });
}

function numberIn(
  params: URLSearchParams,
  name: (typeof NUMBERS)[number],
  { min, max, otherwise }: { readonly min: number; readonly max: number; readonly otherwise: number },
): number {
  const [given, ...more] = params.getAll(name);
  if (given === undefined) return otherwise;
  if (more.length > 0) throw refused(name, 'must be given once', more.join(', '));
  const number = /^\d{1,9}(?:\.\d{1,3})?$/.test(given) ? Number(given) : Number.NaN;
  const isAllowed = number >= min && number <= max && (name === 'wait' || Number.isInteger(number));
  if (!isAllowed) throw refused(name, `must be ${min} to ${max}`, given);
  return number;
}

function refused(name: string, rule: string, value: string): MessageQueryError {
  return new MessageQueryError(`Cannot read the messages as ${name} ${rule}: current value is ${quote(value)}`);
}
