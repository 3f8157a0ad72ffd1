import { getOwn, isObject } from '../base/json.js';
import { isTimeZone } from '../base/time-zone.js';
import { FORMATS, type Mentions } from '../domain/notification.js';
import type { Match, Quiet, Rotate, Routes, Rule } from './rule.js';

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
const isFormat: Form = (value) => FORMATS.some((format) => format === value);

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

const isMatch = has<Match>(
  {
    source: isTexts,
    renderer: isTexts,
    severity: isTexts,
    state: isTexts,
    account: isTexts,
    region: isTexts,
    alarmName: isTexts,
    topic: isTexts,
    labels: isMapOf(isTexts),
  },
  [],
);
const isMentions = has<Mentions>({ all: isTrueOrFalse, mobiles: isTexts, userIds: isTexts, people: isTexts }, [
  'all',
  'mobiles',
  'userIds',
  'people',
]);
const isRotate = has<Rotate>(
  { people: isTexts, every: isText, startDay: isNumber, handOver: isNumber, timeZone: isTimeZone },
  ['people', 'every', 'startDay', 'handOver'],
);
const isQuietHours = has<Quiet>({ from: isNumber, to: isNumber, timeZone: isTimeZone }, ['from', 'to']);
const isRule = has<Rule>(
  {
    name: isText,
    match: isMatch,
    robots: isTexts,
    mentions: isMentions,
    rotate: isRotate,
    quiet: isQuietHours,
    format: isFormat,
    drop: isTrueOrFalse,
  },
  ['name', 'match'],
);

/**
 * Returns true if a value has the form of compiled rules, so that routing by them cannot fail. The build has checked everything
 * else; this is for a file that another version wrote, or a person.
 */
export const isRoutes = has<Routes>({ rules: isListOf(isRule), accounts: isMapOf(isText) }, ['rules', 'accounts']) as (
  value: unknown,
) => value is Routes;
