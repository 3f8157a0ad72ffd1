import { nearestName } from '../../deploy/nearest-name.js';
import { PAYLOADS } from '../../src/payloads/payloads.js';
import { RENDERERS } from '../../src/renderers/renderers.js';
import { quietsOf } from '../../src/routing/quiet-hours.js';
import type { Call, Checks, Match, Routes, Rule } from '../../src/routing/rule.js';
import { SERVICES } from '../../src/routing/services.js';
import { checksByName, coversAll, takesAllOf } from './implies.js';
import { voidSettings } from './void-settings.js';
import type { Warning } from './warning.js';

/** The names in a secret that rules may use. */
export interface SecretNames {
  readonly robots: readonly string[];
  readonly people: readonly string[];
}

/** Services whose traces all have their name, so that `SERVICES` has no line for them. */
const REGULAR =
  `apigateway appsync athena backup batch bedrock cloudformation cloudfront cloudtrail cloudwatch codebuild codecommit
codedeploy config connect dms docdb ebs ecr elasticache firehose fsx glue health iot kms macie memorydb natgateway neptune s3
secretsmanager ses sqs transfer transitgateway vpn workspaces`.split(/\s+/);
const KNOWN_SERVICES = [...Object.keys(SERVICES), ...REGULAR];
const KNOWN_RENDERERS = [...RENDERERS.map(({ name }) => name), ...PAYLOADS.map(({ name }) => name), 'generic'];

/** Keys that only alarms have something for. */
const OF_ALARMS = ['alarmName', 'namespace', 'dimensions'] as const;
const ALARM_RENDERERS: ReadonlySet<string> = new Set(['cloudwatch-alarm', 'cloudwatch-alarm-configuration']);

/** Returns everything in the rules that is most probably not meant. */
export function warningsOf(routes: Routes, secret?: SecretNames): readonly Warning[] {
  const lists = [
    ['rules', routes.rules, ({ continue: goesOn, mute }: Rule) => !goesOn && !mute],
    ['severity', (routes.severity ?? []).filter(({ force }) => force), () => true],
    ['severity', (routes.severity ?? []).filter(({ force }) => !force), () => true],
  ] as const;
  return [
    ...routes.rules.flatMap(({ match }, index) => matchWarnings(match, ['rules', index, 'match'])),
    ...(routes.severity ?? []).flatMap(({ match }, index) => matchWarnings(match, ['severity', index, 'match'])),
    ...lists.flatMap(([key, entries, ends]) => shadowed(key, entries as readonly Rule[], ends, routes)),
    ...voidSettings(routes),
    ...unusedRotas(routes),
    ...(secret ? [...missingRobots(routes, secret), ...missingPeople(routes, secret)] : []),
  ];
}

function matchWarnings(match: Match, path: Warning['path']): readonly Warning[] {
  const never = whyNever(match);
  return [
    ...unknownNames(match, 'renderer', KNOWN_RENDERERS, path),
    ...unknownNames(match, 'service', KNOWN_SERVICES, path),
    ...(match.not ? unknownNames(match.not, 'renderer', KNOWN_RENDERERS, [...path, 'not']) : []),
    ...(match.not ? unknownNames(match.not, 'service', KNOWN_SERVICES, [...path, 'not']) : []),
    ...(never === undefined ? [] : [{ message: `can never match: ${never}`, path }]),
  ];
}

function unknownNames(
  checks: Checks,
  key: 'renderer' | 'service',
  known: readonly string[],
  path: Warning['path'],
): readonly Warning[] {
  const isKnown = (name: string) => known.some((one) => one.toLowerCase() === name.toLowerCase());
  return (checks[key] ?? []).flatMap((name) => {
    if (isKnown(name)) return [];
    const meant = nearestName(name, known);
    return [{ message: `no ${key} is called ${name}${meant ? ` (perhaps ${meant})` : ''}`, path: [...path, key] }];
  });
}

/** Returns why a match takes nothing at all. */
function whyNever(match: Match): string | undefined {
  const checks = checksByName(match);
  const empty = [...checks].find(([, values]) => values.length === 0)?.[0];
  if (empty !== undefined) return `its list ${empty} is empty`;
  const excluded = [...checksByName(match.not ?? {})].find(([key, values]) => {
    const own = checks.get(key);
    return own !== undefined && coversAll(key, values, own);
  })?.[0];
  if (excluded !== undefined) return `not.${excluded} excludes all that ${excluded} wants`;
  const ofAlarms = OF_ALARMS.find((key) => match[key]);
  if (ofAlarms && match.renderer && !match.renderer.some((name) => ALARM_RENDERERS.has(name)))
    return `only alarms have ${ofAlarms}, and their renderer is cloudwatch-alarm (service takes events and alarms)`;
  const isRecovery = match.severity?.length === 1 && match.severity[0] === 'recovery';
  if (isRecovery && match.state?.every((state) => state.toUpperCase() === 'ALARM')) return 'no recovery is in ALARM';
  return undefined;
}

/** Returns the entries whose messages are all taken by an earlier one that ends the search. */
function shadowed(
  key: 'rules' | 'severity',
  entries: readonly Rule[],
  ends: (entry: Rule) => boolean,
  routes: Routes,
): readonly Warning[] {
  const all: readonly unknown[] = routes[key] ?? [];
  return entries.flatMap((entry, index) => {
    const earlier = entries.slice(0, index).find((one) => ends(one) && takesAllOf(one.match, entry.match));
    if (earlier === undefined) return [];
    const message = `can never match: ${earlier.name} takes all that it would`;
    return [{ message, path: [key, all.indexOf(entry)] }];
  });
}

function unusedRotas({ rotas = {}, rules }: Routes): readonly Warning[] {
  const used = new Set(
    rules.flatMap((rule) => [...(rule.rota ?? []), ...callsOf(rule).flatMap(({ rotas: called = [] }) => called)]),
  );
  const unused = Object.keys(rotas).filter((name) => !used.has(name));
  return unused.map((name) => ({ message: `no rule uses the rota ${name}`, path: ['rotas', name] }));
}

function missingRobots({ rules, summary = [] }: Routes, { robots }: SecretNames): readonly Warning[] {
  return Object.entries({ rules, summary }).flatMap(([list, all]: readonly [string, readonly NamesRobots[]]) =>
    all.flatMap(({ robots: named = [] }, index) =>
      named
        .filter((name) => !robots.includes(name))
        .map((name) => missing('robot', name, robots, [list, index, 'robots'])),
    ),
  );
}

type NamesRobots = Pick<Rule, 'robots'>;

function missingPeople({ rules, rotas = {} }: Routes, { people }: SecretNames): readonly Warning[] {
  const named = [
    ...rules.flatMap((rule, index) => peopleOf(rule).map((name) => ({ name, path: ['rules', index] }))),
    ...Object.entries(rotas).flatMap(([rota, { people: turns, overrides = [] }]) =>
      [...turns, ...overrides.flatMap(({ who }) => who)].map((name) => ({ name, path: ['rotas', rota] })),
    ),
  ];
  const isMissing = (name: string) => !/^\+?\d+$/.test(name) && !people.includes(name);
  const found = named
    .filter(({ name }) => isMissing(name))
    .map(({ name, path }) => missing('person', name, people, path));
  return [...new Map(found.map((warning) => [`${warning.message} ${warning.path.join()}`, warning])).values()];
}

/** Returns the calls of a rule besides its own: those of its quiet hours and reminders. */
function callsOf({ quiet, remind = [] }: Rule): readonly Call[] {
  return [...quietsOf(quiet), ...remind].flatMap(({ call }) => call ?? []);
}

function peopleOf(rule: Rule): readonly string[] {
  const { mentions, rotate } = rule;
  return [
    ...(mentions?.people ?? []),
    ...(rotate ? [...rotate.people, ...(rotate.overrides ?? []).flatMap(({ who }) => who)] : []),
    ...callsOf(rule).flatMap(({ people }) => people),
  ];
}

function missing(what: string, name: string, known: readonly string[], path: Warning['path']): Warning {
  // Of short names one letter may be all that differs, and nothing be in common.
  const meant = nearestName(
    name,
    known.filter((one) => [...one].some((letter) => name.includes(letter))),
  );
  return { message: `the secret has no ${what} ${name}${meant ? ` (perhaps ${meant})` : ''}`, path };
}
