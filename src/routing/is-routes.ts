import { getOwn, isObject } from '../base/json.js';
import { isTimeZone } from '../base/time-zone.js';
import { FORMATS } from '../domain/format.js';
import type { Mentions } from '../domain/mentions.js';
import { SEVERITIES } from '../domain/severity.js';
import {
  type Call,
  type Checks,
  DAYS,
  type DayRange,
  GRAPH_CHOICES,
  type Match,
  type Mute,
  type Quiet,
  type Remind,
  type RotaOverride,
  type Rotate,
  type Routes,
  type Rule,
  type SeverityRule,
  type Summary,
} from './rule.js';

/** Returns true if a value has a form. */
type Form = (value: unknown) => boolean;

const isText: Form = (value) => typeof value === 'string';
const isNumber: Form = (value) => Number.isFinite(value);
const isTrueOrFalse: Form = (value) => typeof value === 'boolean';
const isListOf =
  (item: Form): Form =>
  (value) =>
    Array.isArray(value) && value.every(item);
const isMapOf =
  (item: Form): Form =>
  (value) =>
    isObject(value) && Object.values(value).every(item);
const isTexts = isListOf(isText);

/** A table with a line for each key of a type, so that the compiler names the keys that it lacks. */
type Forms<T> = Readonly<Record<keyof T, Form>>;

/**
 * Accepts a map with these keys and no others: a rule with a key that only a newer version knows would otherwise lose it, and
 * take or drop more than it should.
 */
const has =
  <T>(forms: Forms<T>, required: readonly (keyof T & string)[]): Form =>
  (value) =>
    isObject(value) &&
    required.every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, one]) => getOwn<Form>(forms, key)?.(one) ?? false);

const isOneOf =
  (words: readonly string[]): Form =>
  (value) =>
    words.some((word) => word === value);
const either =
  (one: Form, other: Form): Form =>
  (value) =>
    one(value) || other(value);
const isSeverity = isOneOf(SEVERITIES);

const CHECKS: Forms<Checks> = {
  source: isTexts,
  renderer: isTexts,
  service: isTexts,
  severity: isTexts,
  state: isTexts,
  account: isTexts,
  region: isTexts,
  alarmName: isTexts,
  namespace: isTexts,
  dimensions: isMapOf(isTexts),
  title: isTexts,
  findingType: isTexts,
  resource: isTexts,
  tags: isMapOf(isTexts),
  topic: isTexts,
  labels: isMapOf(isTexts),
  text: isTexts,
};
const isMatch = has<Match>({ ...CHECKS, not: has<Checks>(CHECKS, []) }, []);
const MENTIONS: Forms<Mentions> = { all: isTrueOrFalse, mobiles: isTexts, userIds: isTexts, people: isTexts };
const EVERYBODY = ['all', 'mobiles', 'userIds', 'people'] as const;
const isMentions = has<Mentions>(MENTIONS, EVERYBODY);
const isCall = has<Call>({ ...MENTIONS, rotas: isTexts }, EVERYBODY);
const isRotaOverride = has<RotaOverride>({ from: isNumber, to: isNumber, who: isTexts }, ['from', 'to', 'who']);
const isRotate = has<Rotate>(
  {
    people: isTexts,
    every: isText,
    startDay: isNumber,
    handOver: isNumber,
    overrides: isListOf(isRotaOverride),
    timeZone: isTimeZone,
  },
  ['people', 'every', 'startDay', 'handOver'],
);
const isQuietHours = has<Quiet>(
  {
    from: isNumber,
    to: isNumber,
    days: isListOf(isOneOf(DAYS)),
    except: isListOf(isSeverity),
    call: isCall,
    timeZone: isTimeZone,
  },
  ['from', 'to'],
);
/** The two kinds of step. A step of a kind that only a newer version knows is no step. */
type Once = Extract<Remind, { readonly afterMs: number }>;
type Again = Extract<Remind, { readonly everyMs: number }>;
const isRemind = either(
  has<Once>({ afterMs: isNumber, call: isCall }, ['afterMs']),
  has<Again>({ everyMs: isNumber, untilMs: isNumber, call: isCall }, ['everyMs']),
);
const isRule = has<Rule>(
  {
    name: isText,
    match: isMatch,
    robots: isTexts,
    mentions: isMentions,
    rotate: isRotate,
    rota: isTexts,
    quiet: either(isQuietHours, isListOf(isQuietHours)),
    format: isOneOf(FORMATS),
    drop: isTrueOrFalse,
    mute: has<Mute>({ until: isNumber, timeZone: isTimeZone }, ['until']),
    remind: isListOf(isRemind),
    graph: isOneOf(GRAPH_CHOICES),
    continue: isTrueOrFalse,
  },
  ['name', 'match'],
);
const isSeverityRule = has<SeverityRule>({ name: isText, match: isMatch, is: isSeverity, force: isTrueOrFalse }, [
  'name',
  'match',
  'is',
]);
const isSummary = has<Summary>({ at: isNumber, days: isListOf(isOneOf(DAYS)), robots: isTexts, timeZone: isTimeZone }, [
  'at',
]);
const isDays = isListOf(has<DayRange>({ first: isNumber, last: isNumber }, ['first', 'last']));

/**
 * Returns true if a value has the form of compiled rules, so that routing by them cannot fail. The build has checked everything
 * else; this is for a file that another version wrote, or a person.
 */
export const isRoutes = has<Routes>(
  {
    rules: isListOf(isRule),
    accounts: isMapOf(isText),
    severity: isListOf(isSeverityRule),
    rotas: isMapOf(isRotate),
    holidays: isDays,
    workdays: isDays,
    summary: isListOf(isSummary),
  },
  ['rules', 'accounts'],
) as (value: unknown) => value is Routes;
