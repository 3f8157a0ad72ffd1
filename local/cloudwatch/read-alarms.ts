import { arrayAt, at, getOwn, type JsonObject, numberAt, objectAt, textAt } from '../../src/base/json.js';
import {
  type Alarm,
  COMPARISONS,
  type MetricStatistic,
  STATISTICS,
  TREATMENTS,
  type TreatMissingData,
} from './alarm.js';

/** Names of resources by logical id, and values of pseudo parameters. */
export type Names = Readonly<Record<string, string>>;

/** An alarm that this evaluator does not model. */
export class AlarmNotModelledError extends Error {
  override readonly name = 'AlarmNotModelledError';
}

/** The properties of an alarm that are read here, or that change nothing. Any other would. */
const KNOWN: ReadonlySet<string> = new Set([
  'AlarmName',
  'AlarmDescription',
  'Tags',
  'Namespace',
  'MetricName',
  'Statistic',
  'Dimensions',
  'Period',
  'Metrics',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
  'AlarmActions',
  'OKActions',
  'InsufficientDataActions',
]);

/** The only form of metric math that is modelled. */
const FILL = /^FILL\(([a-z]\w{0,99}), ?(-?\d{1,15})\)$/;

/**
 * Reads the metric alarms of a packaged template.
 * @param names of what the alarms refer to.
 * @throws {AlarmNotModelledError} If the template has an alarm that is not modelled wholly: nothing is guessed.
 */
export function readAlarms(template: unknown, names: Names): readonly Alarm[] {
  return Object.entries(objectAt(template, 'Resources')).flatMap(([id, resource]) => {
    const type = textAt(resource, 'Type') ?? '';
    if (type === 'AWS::CloudWatch::Alarm') return [readAlarm({ id, names }, objectAt(resource, 'Properties'))];
    const isOther = type.startsWith('AWS::CloudWatch::') && /Alarm|AnomalyDetector/.test(type);
    return isOther ? refuse(id, `its type is ${type}`) : [];
  });
}

/** The alarm that is read, and the names it may refer to. */
interface Subject {
  readonly id: string;
  readonly names: Names;
}

function readAlarm(subject: Subject, properties: JsonObject): Alarm {
  const { id } = subject;
  refuseOthers(id, properties, KNOWN);
  const evaluationPeriods = numberOf(id, properties, 'EvaluationPeriods');
  const told = (name: string) => arrayAt(properties, name).map((one) => nameOf(subject, one));
  return {
    name: id,
    ...sourceOf(subject, properties),
    evaluationPeriods,
    datapointsToAlarm: numberAt(properties, 'DatapointsToAlarm') ?? evaluationPeriods,
    threshold: numberOf(id, properties, 'Threshold'),
    comparison: oneOf(id, properties, 'ComparisonOperator', COMPARISON_NAMES),
    treatMissingData: oneOf<TreatMissingData>(id, properties, 'TreatMissingData', TREATMENTS, 'missing'),
    actions: {
      ALARM: told('AlarmActions'),
      OK: told('OKActions'),
      INSUFFICIENT_DATA: told('InsufficientDataActions'),
    },
  };
}

function sourceOf(subject: Subject, properties: JsonObject): Pick<Alarm, 'metric' | 'fill'> {
  const metrics = arrayAt(properties, 'Metrics');
  if (metrics.length > 0) return filledMetric(subject, metrics);
  const { Period, Statistic } = properties;
  return { metric: metricOf(subject, properties, { Period, Stat: Statistic }) };
}

/** Returns the metric of `Metrics`: one metric, and `FILL` of it. */
function filledMetric(subject: Subject, metrics: readonly unknown[]): Pick<Alarm, 'metric' | 'fill'> {
  const { id } = subject;
  const [source, expression, ...others] = metrics;
  const [, filledId, value] = FILL.exec(textAt(expression, 'Expression') ?? '') ?? [];
  const isModelled =
    others.length === 0 &&
    filledId !== undefined &&
    filledId === textAt(source, 'Id') &&
    at(source, 'ReturnData') === false &&
    at(expression, 'ReturnData') === true;
  if (!isModelled) return refuse(id, `its metric math is not FILL of one metric: ${JSON.stringify(metrics)}`);
  const { Metric, ...kind } = objectAt(source, 'MetricStat');
  refuseOthers(id, kind, new Set(['Stat', 'Period']));
  return { metric: metricOf(subject, Metric, kind), fill: Number(value) };
}

function metricOf(subject: Subject, metric: unknown, kind: JsonObject): MetricStatistic {
  const { id } = subject;
  const dimensions = arrayAt(metric, 'Dimensions').map((one) => [
    textAt(one, 'Name') ?? '',
    nameOf(subject, at(one, 'Value')),
  ]);
  return {
    namespace: textAt(metric, 'Namespace') ?? refuse(id, 'it has no namespace'),
    metric: textAt(metric, 'MetricName') ?? refuse(id, 'it has no metric'),
    dimensions: Object.fromEntries(dimensions),
    statistic: oneOf(id, kind, 'Stat', STATISTIC_NAMES),
    periodMs: wholeMinutes(id, numberOf(id, kind, 'Period')) * 1000,
  };
}

/** Returns a text, or the name of the resource that the value refers to. */
function nameOf({ id, names }: Subject, value: unknown): string {
  if (typeof value === 'string') return value;
  const target = textAt(value, 'Ref') ?? textAt(value, 'Fn::GetAtt', 0);
  return getOwn(names, target ?? '') ?? refuse(id, `it refers to something unnamed: ${JSON.stringify(value)}`);
}

function numberOf(id: string, value: unknown, name: string): number {
  return numberAt(value, name) ?? refuse(id, `${name} must be a number: current value is ${JSON.stringify(value)}`);
}

function oneOf<T extends string>(id: string, value: unknown, name: string, table: readonly T[], fallback?: T): T {
  const given = textAt(value, name) ?? fallback;
  const found = table.find((known) => known === given);
  return found ?? refuse(id, `${name} must be ${table.join(', ')}: current value is ${given}`);
}

/** Alarms of shorter periods are evaluated more often than every minute, and those of days less often. */
function wholeMinutes(id: string, seconds: number): number {
  if (seconds % 60 === 0 && seconds > 0 && seconds <= 3600) return seconds;
  return refuse(id, `Period must be whole minutes, one hour at most: current value is ${seconds}`);
}

function refuseOthers(id: string, properties: JsonObject, known: ReadonlySet<string>): void {
  const others = Object.keys(properties).filter((name) => !known.has(name));
  if (others.length > 0) refuse(id, `it has ${others.join(', ')}`);
}

function refuse(id: string, because: string): never {
  throw new AlarmNotModelledError(`Cannot evaluate the alarm ${id} as ${because}`);
}

const STATISTIC_NAMES = Object.keys(STATISTICS) as readonly (keyof typeof STATISTICS)[];
const COMPARISON_NAMES = Object.keys(COMPARISONS) as readonly (keyof typeof COMPARISONS)[];
