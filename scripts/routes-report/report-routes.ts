import { basename } from 'node:path';
import type { Draft } from '../../src/domain/notification.js';
import { localTimeAt } from '../../src/routing/local-time.js';
import { readJsonFile } from '../samples/read-json-file.js';
import { readSample, type SampleConfig } from '../samples/read-sample.js';
import { type DescribedAlarm, describedAlarms, namedAlarm } from './described-alarms.js';
import { explain } from './explain.js';
import { parseMoment } from './parse-moment.js';
import { type MomentColumn, routeRows, routesHead } from './route-rows.js';
import { textTable } from './text-table.js';
import { type SecretNames, warningsOf } from './warnings.js';

/** The questions that `npm run routes` is asked. */
export interface RoutesQuestion {
  /** Files with an event each. */
  readonly files: readonly string[];
  readonly alarm?: string | undefined;
  /** A file with the output of `describe-alarms`. */
  readonly alarms?: string | undefined;
  /** Milliseconds since 1970. Default now, and the next night. */
  readonly at?: number | undefined;
  readonly isExplained: boolean;
  readonly secret?: SecretNames | undefined;
  readonly routesFile: { readonly name: string; readonly lineOf: (path: readonly (string | number)[]) => number };
}

/** The answer, line by line. */
export interface RoutesReport {
  readonly out: readonly string[];
  readonly errors: readonly string[];
}

/** Something that rules are asked about. */
type Asked = Pick<DescribedAlarm, 'name' | 'draft'>;

/** Shown if it matters: `describe-alarms` prints no tags. */
const NO_TAGS = 'tags are not known here: rules and severities that look at them are shown as for alarms without';

/** The hour at which nobody wants to be called. */
const NIGHT = '03:00';

/** Shows where the rules send events and alarms. Sends nothing. */
export async function reportRoutes(question: RoutesQuestion, config: SampleConfig, now: number): Promise<RoutesReport> {
  const moments = momentsOf(question, config, now);
  const asked = await alarmsOf(question, config, now);
  const isOne = question.files.length === 1;
  const read = await Promise.all(
    question.files.map((file) => draftsOf(file, isOne ? '' : `${basename(file)} `, config, now)),
  );
  const all: readonly Asked[] = [...asked, ...read.flatMap(({ drafts }) => drafts)];
  const rows = all.flatMap(({ name, draft }) => routeRows(name, draft, config, moments));
  const subject = asked.length === all.length ? 'alarm' : 'event';
  const why = question.isExplained
    ? all.flatMap((one) => ['', ...explain(one.draft, config, moments[0]?.at ?? now)])
    : [];
  const warnings = warningLines(question, config);
  return {
    out: [
      ...(rows.length > 0 ? textTable(routesHead(subject, moments), rows) : []),
      ...read.flatMap(({ notes }) => notes),
      ...offLines(asked),
      ...why,
      ...(asked.length > 0 && looksAtTags(config) ? [NO_TAGS] : []),
      ...(warnings.length > 0 && all.length > 0 ? [''] : []),
      ...(warnings.length === 0 && all.length === 0 ? [`${question.routesFile.name}: nothing to warn of`] : warnings),
    ],
    errors: read.flatMap(({ errors }) => errors),
  };
}

function momentsOf({ at }: RoutesQuestion, { timeZone }: SampleConfig, now: number): readonly MomentColumn[] {
  if (at !== undefined) return [{ title: `who, ${shown(at, timeZone)}`, at }];
  const night = parseMoment(NIGHT, now, timeZone) ?? now;
  return [
    { title: 'who, now', at: now },
    { title: `who, ${shown(night, timeZone)}`, at: night },
  ];
}

/** `Sat 2026-11-28 03:00`. */
function shown(moment: number, timeZone: string): string {
  const { day, minute } = localTimeAt(moment, timeZone);
  const date = new Date(day * 86_400_000 + minute * 60_000);
  return `${date.toUTCString().slice(0, 3)} ${date.toISOString().slice(0, 16).replace('T', ' ')}`;
}

async function alarmsOf(
  { alarm, alarms }: RoutesQuestion,
  config: SampleConfig,
  now: number,
): Promise<readonly DescribedAlarm[]> {
  if (alarms !== undefined) return describedAlarms(readJsonFile(alarms), config, now, alarm);
  return alarm === undefined ? [] : namedAlarm(alarm, config, now);
}

interface ReadDrafts {
  readonly drafts: readonly Asked[];
  readonly notes: readonly string[];
  readonly errors: readonly string[];
}

async function draftsOf(file: string, prefix: string, config: SampleConfig, now: number): Promise<ReadDrafts> {
  try {
    const { drafts, skipped, unread = [] } = await readSample(readJsonFile(file), config, now);
    return {
      drafts: drafts.map((draft: Draft) => ({ name: `${prefix}${draft.title}`, draft })),
      notes: skipped.map(({ renderer, skipped: why }) => `${file}: not shown (${renderer}): ${why}`),
      errors: unread.map((error) => `${file}: ${messageOf(error)}`),
    };
  } catch (error) {
    return { drafts: [], notes: [], errors: [`${file}: ${messageOf(error)}`] };
  }
}

function looksAtTags({ routes: { rules, severity = [] } }: SampleConfig): boolean {
  return [...rules, ...severity].some(({ match }) => match.tags ?? match.not?.tags);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function offLines(asked: readonly DescribedAlarm[]): readonly string[] {
  const off = [...new Set(asked.filter(({ isOn }) => !isOn).map(({ name }) => name))];
  return off.length === 0 ? [] : [`actions off, so that only EventBridge tells: ${off.join(', ')}`];
}

function warningLines({ routesFile, secret }: RoutesQuestion, { routes }: SampleConfig): readonly string[] {
  return warningsOf(routes, secret).map(({ message, path }) => {
    const [list, index] = path;
    const entry =
      (list === 'rules' || list === 'severity') && typeof index === 'number' ? routes[list]?.[index] : undefined;
    return `⚠ ${routesFile.name}:${routesFile.lineOf(path)}: ${entry ? `${entry.name}: ` : ''}${message}`;
  });
}
