import { isObject } from '../../src/base/json.js';
import { isTimeZone } from '../../src/base/time-zone.js';
import { InvalidInputError } from '../../src/domain/errors.js';
import { parseMentions } from '../../src/domain/mentions.js';
import { FORMATS, MAX_ROBOT_BYTES, type Mentions, SEVERITIES, SOURCE_NAMES } from '../../src/domain/notification.js';
import type { Match, Quiet, Rotate, Routes, Rule } from '../../src/routing/rule.js';

/** More rules than this nobody can read, and each costs time at every message. */
const MAX_RULES = 1000;
const MINUTES = 60;

/** What is wrong in routes.yml, and where: the keys and indexes that lead there. */
export class RouteError extends Error {
  override readonly name = 'RouteError';
  readonly path: readonly (string | number)[];

  constructor(message: string, path: readonly (string | number)[]) {
    super(message);
    this.path = path;
  }
}

type Path = readonly (string | number)[];
/** Reads a value, or throws a RouteError that says what it must be. */
type Reader<T> = (value: unknown, path: Path) => T;

/** Checks the parsed file and brings it into the form that routing uses. @throws RouteError */
export function compileRoutes(value: unknown): Routes {
  const file = keysOf({ rules: listOf(readRule), accounts: mapOf(text('an account name')) })(value, []);
  if ((file.rules?.length ?? 0) > MAX_RULES) fail(['rules'], `at most ${MAX_RULES} rules`, file.rules?.length);
  for (const id of Object.keys(file.accounts ?? {}))
    if (!/^\d{12}$/.test(id)) fail(['accounts', id], 'a 12-digit account id in quotes', id);
  return { rules: file.rules ?? [], accounts: file.accounts ?? {} };
}

function fail(path: Path, rule: string, value: unknown): never {
  const at =
    path.length === 0
      ? 'the file'
      : path.map((step) => (typeof step === 'number' ? `rule ${step + 1}` : step)).join(' › ');
  throw new RouteError(
    `Cannot use ${at} as it must be ${rule}: current value is ${JSON.stringify(value)?.slice(0, 80)}`,
    path,
  );
}

const text =
  (rule: string, pattern = /\S/): Reader<string> =>
  (value, path) =>
    (typeof value === 'string' || typeof value === 'number') && pattern.test(String(value))
      ? String(value)
      : fail(path, rule, value);

const oneOf =
  <T extends string>(...allowed: readonly T[]): Reader<T> =>
  (value, path) =>
    allowed.find((one) => one === value) ?? fail(path, `one of ${allowed.join(', ')}`, value);

/** A list, or a single value in its place. */
const listOf =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value, path) =>
    Array.isArray(value) ? value.map((one, index) => read(one, [...path, index])) : [read(value, path)];

const mapOf =
  <T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value, path) =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, read(one, [...path, key])]))
      : fail(path, 'a map', value);

/** An object with these keys and no others, all optional. */
function keysOf<T extends Readonly<Record<string, Reader<unknown>>>>(
  readers: T,
): Reader<{ [K in keyof T]?: ReturnType<T[K]> }> {
  return (value, path) => {
    if (!isObject(value)) return fail(path, `a map of ${Object.keys(readers).join(', ')}`, value);
    const read: Record<string, unknown> = {};
    for (const [key, one] of Object.entries(value)) {
      const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
      if (!reader) fail([...path, key], `one of the keys ${Object.keys(readers).join(', ')}`, key);
      else if (one !== null && one !== undefined) read[key] = reader(one, [...path, key]);
    }
    return read as { [K in keyof T]?: ReturnType<T[K]> };
  };
}

const glob = text('a pattern of 1 to 256 characters', /^[\s\S]{1,256}$/);
/** In the zone's own spelling: only so it is known without asking Intl. */
const timeZone: Reader<string> = (value, path) =>
  isTimeZone(value)
    ? new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
    : fail(path, 'an IANA time zone', value);
const minuteOfDay: Reader<number> = (value, path) => {
  const match = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(String(value));
  const minute = match ? Number(match[1]) * MINUTES + Number(match[2]) : Number.NaN;
  return minute <= 24 * MINUTES ? minute : fail(path, "a time such as '22:00', in quotes", value);
};
const day: Reader<number> = (value, path) => {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(ms) ? fail(path, "a date such as '2026-11-02'", value) : ms / 86_400_000;
};
const robot: Reader<string> = (value, path) => {
  const name = text('a robot name')(value, path);
  return Buffer.byteLength(name) <= MAX_ROBOT_BYTES
    ? name
    : fail(path, `a robot name of at most ${MAX_ROBOT_BYTES} bytes`, value);
};
const yes: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? value : fail(path, 'true or false', value));

const readMatch: Reader<Match> = keysOf({
  source: listOf(oneOf(...SOURCE_NAMES)),
  renderer: listOf(text('a renderer name')),
  severity: listOf(oneOf(...SEVERITIES)),
  state: listOf(text('a state')),
  account: listOf(text('a 12-digit account id in quotes', /^\d{12}$/)),
  region: listOf(text('a region', /^[a-z]{2}(-[a-z]+)+-\d$/)),
  alarmName: listOf(glob),
  topic: listOf(glob),
  labels: mapOf(listOf(glob)),
});

const mentionKeys = keysOf({
  all: yes,
  people: listOf(text('a name')),
  mobiles: listOf(text('a mobile')),
  userIds: listOf(text('a user id')),
});

const readMentions: Reader<Mentions> = (value, path) => {
  const { all = false, people = [], mobiles = [], userIds = [] } = mentionKeys(value, path);
  try {
    const parsed = parseMentions(all, mobiles, {
      allowPeople: false,
      fields: { isAtAll: 'all', atMobiles: 'mobiles' },
    });
    return { ...parsed, people, userIds };
  } catch (error) {
    if (error instanceof InvalidInputError) throw new RouteError(error.message, [...path, 'mobiles']);
    throw error;
  }
};

const quietKeys = keysOf({ from: minuteOfDay, to: minuteOfDay, timeZone });
const readQuiet: Reader<Quiet> = (value, path) => {
  const { from, to, ...zone } = quietKeys(value, path);
  return from === undefined || to === undefined ? fail(path, 'from and to', value) : { from, to, ...zone };
};

const rotateKeys = keysOf({
  people: listOf(text('a name')),
  every: oneOf('day', 'week'),
  start: day,
  handOver: minuteOfDay,
  timeZone,
});
const readRotate: Reader<Rotate> = (value, path) => {
  const { people, every, start, handOver = 0, ...zone } = rotateKeys(value, path);
  if (!people?.length || !every || start === undefined)
    return fail(path, 'people, every (day or week) and start', value);
  return { people, every, startDay: start, handOver, ...zone };
};

const ruleKeys = keysOf({
  name: text('a name'),
  match: readMatch,
  robots: listOf(robot),
  mentions: readMentions,
  rotate: readRotate,
  quiet: readQuiet,
  format: oneOf(...FORMATS),
  drop: yes,
});

const readRule: Reader<Rule> = (value, path) => {
  const { name, match = {}, drop, ...rest } = ruleKeys(value, path);
  const number = Number(path.at(-1)) + 1;
  return { name: name ?? `rule ${number}`, match, ...rest, ...(drop && { drop }) } as Rule;
};
