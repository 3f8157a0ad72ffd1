import { parseArn, resourceName } from '../../../aws/arn.js';
import { isRegion } from '../../../aws/console-link.js';
import { tagsIn } from '../../../aws/tags.js';
import { arrayAt, at, isObject, type JsonObject, numberAt, objectAt, parseObject, textAt } from '../../../base/json.js';
import { parseTime } from '../../../text/format.js';
import type { Alarm, AlarmMetric, Child, Contributor, Dimension, Query } from './alarm.js';
import { type Dialect, EVENT, type MetricPaths, type Path, SNS, SNS_TRIGGER } from './dialect.js';

/** An alarm's JSON, as SNS, EventBridge and the direct action write it, in one shape. Whatever is missing or odd is left out. */
export function normalise(detail: JsonObject, resources: readonly string[]): Alarm {
  const alarmData = at(detail, 'alarmData');
  // AWS's pages do not say on which of the two levels the direct action has the tags.
  if (isObject(alarmData))
    return alarmOf({ alarmTags: detail['alarmTags'], ...alarmData }, EVENT, textAt(detail, 'alarmArn') ?? '');
  if (at(detail, 'alarmName') !== undefined) return alarmOf(detail, EVENT, resources[0] ?? '');
  return alarmOf(detail, SNS, textAt(detail, ...SNS.arn) ?? '');
}

function alarmOf(body: JsonObject, dialect: Dialect, arn: string): Alarm {
  const parsed = parseArn(arn);
  const account = parsed?.account ?? '';
  const reason = read(body, dialect.reason) ?? '';
  return {
    name: read(body, dialect.name) ?? resourceName(arn),
    arn,
    state: read(body, dialect.state) ?? '',
    previousState: read(body, dialect.previousState),
    previousSince: parseTime(read(body, dialect.previousSince)),
    hasSuppressor: read(body, dialect.suppressor) !== undefined,
    reason,
    description: read(body, dialect.description),
    since: parseTime(at(body, ...dialect.since)),
    account: /^\d{12}$/.test(account) ? account : read(body, dialect.account),
    region: parsed && isRegion(parsed.region) ? parsed.region : undefined,
    metrics: metricsOf(body, dialect),
    threshold: thresholdOf(body, dialect),
    query: queryOf(body, dialect),
    contributor: contributorOf(body, dialect),
    children: childrenOf(body, dialect, reason),
    rule: read(body, dialect.rule),
    tags: tagsIn(at(body, ...dialect.tags)),
  };
}

function read(body: unknown, path: Path): string | undefined {
  return path.length === 0 ? undefined : textAt(body, ...path);
}

function metricsOf(body: JsonObject, dialect: Dialect): readonly AlarmMetric[] {
  const rows = arrayAt(body, ...dialect.metrics);
  if (rows.length > 0) return rows.map((row) => metricOf(row, dialect.metric));
  const trigger = objectAt(body, 'Trigger');
  return dialect === SNS && textAt(trigger, 'MetricName') ? [metricOf(trigger, SNS_TRIGGER)] : [];
}

function metricOf(row: unknown, paths: MetricPaths): AlarmMetric {
  const exact = exactDimensions(at(row, ...paths.dimensions));
  return {
    id: read(row, paths.id) ?? '',
    compared: paths.returned.length === 0 || at(row, ...paths.returned) === true,
    label: read(row, paths.label),
    expression: read(row, paths.expression),
    namespace: read(row, paths.namespace),
    name: read(row, paths.name),
    dimensions: exact.map(({ name, value }) => ({ name, value: resourceName(value) })),
    exact,
    account: read(row, paths.account),
    statistic: read(row, paths.statistic) ?? read(row, paths.percentile),
    periodSeconds: numberAt(row, ...paths.period) ?? numberAt(row, ...paths.expressionPeriod),
    unit: read(row, paths.unit),
  };
}

/** More than a metric or a query can have: CloudWatch allows 30. */
const MOST_DIMENSIONS = 100;

function dimensionsOf(given: unknown): readonly Dimension[] {
  return exactDimensions(given).map(({ name, value }) => ({ name, value: resourceName(value) }));
}

/** `{name: value}`, `[{name, value}]` and `[{Name, Value}]` are all in use. */
function exactDimensions(given: unknown): readonly Dimension[] {
  const pairs = Array.isArray(given)
    ? given
        .slice(0, MOST_DIMENSIONS)
        .map((pair) => [textAt(pair, 'name') ?? textAt(pair, 'Name'), textAt(pair, 'value') ?? textAt(pair, 'Value')])
    : Object.keys(isObject(given) ? given : {})
        .slice(0, MOST_DIMENSIONS)
        .map((name) => [name, textAt(given, name)]);
  return pairs
    .flatMap(([name, value]) => (name && value ? [{ name, value }] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function queryOf(body: JsonObject, dialect: Dialect): Query | undefined {
  const text = read(body, dialect.logQuery) ?? read(body, dialect.promQl);
  if (text === undefined) return undefined;
  const logGroups = arrayAt(body, ...dialect.logGroups).flatMap((group) => textAt(group) ?? []);
  return { text, aggregation: read(body, dialect.aggregation), logGroups: logGroups.map(resourceName) };
}

function contributorOf(body: JsonObject, dialect: Dialect): Contributor | undefined {
  const id = read(body, dialect.contributorId);
  const attributes = dimensionsOf(at(body, ...dialect.attributes));
  return id === undefined && attributes.length === 0 ? undefined : { id: id ?? '', attributes };
}

/** SNS has the threshold in its trigger, the others in the reason's data. */
function thresholdOf(body: JsonObject, dialect: Dialect): number | undefined {
  return numberAt(body, ...dialect.threshold) ?? numberAt(reasonDataOf(body, dialect), 'threshold');
}

/** Returns the reason's data, which is an object or its JSON text. */
function reasonDataOf(body: JsonObject, dialect: Dialect): unknown {
  const data = at(body, ...dialect.reasonData);
  return typeof data === 'string' ? parseObject(data) : data;
}

/** Listed by SNS, in the reason's data everywhere else, in the reason's words at least. */
function childrenOf(body: JsonObject, dialect: Dialect, reason: string): readonly Child[] {
  const triggering = arrayAt(reasonDataOf(body, dialect), 'triggeringAlarms');
  const listed = [
    ...arrayAt(body, 'TriggeringChildren').map((child) =>
      childOf(textAt(child, 'Arn'), textAt(child, 'State', 'Value')),
    ),
    ...triggering.map((child) => childOf(textAt(child, 'arn'), textAt(child, 'state', 'value'))),
    ...(reason.includes(' transitioned to ') ? childrenIn(reason) : []),
  ].filter((child) => child !== undefined);
  return [...new Map(listed.reverse().map((child) => [child.name, child])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

function childrenIn(reason: string): readonly (Child | undefined)[] {
  const [first = '', ...rest] = reason.split(' transitioned to ');
  return rest.map((after, index) => {
    const before = rest[index - 1] ?? first;
    const arn = before.slice(before.lastIndexOf('arn:'));
    return /^arn:[^\s]+?:alarm:[^:]+$/.test(arn) ? childOf(arn, /^[A-Z_]+/.exec(after)?.[0]) : undefined;
  });
}

function childOf(arn: string | undefined, state: string | undefined): Child | undefined {
  return arn === undefined ? undefined : { name: resourceName(arn), state };
}
