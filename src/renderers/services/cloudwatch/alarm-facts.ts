import { resourceName } from '../../../aws/arn.js';
import type { Facts } from '../../../domain/origin.js';
import type { Alarm, AlarmMetric } from './alarm.js';
import { readMetricsQuery } from './metrics-query.js';

/** Returns what routing rules match on in an alarm: what it measures, and where. */
export function alarmFacts(alarm: Alarm): Facts {
  const { arn, metrics, contributor, query, tags } = alarm;
  const namespaces = [...new Set(metrics.flatMap(namespacesOf))];
  const pairs = [...metrics.flatMap((metric) => metric.dimensions), ...(contributor?.attributes ?? [])];
  const names = [...new Set(pairs.map(({ name }) => name))];
  const valuesOf = (name: string) => [...new Set(pairs.filter((pair) => pair.name === name).map(({ value }) => value))];
  const resources = [arn, resourceName(arn), ...pairs.map(({ value }) => value), ...(query?.logGroups ?? [])];
  return {
    eventSource: 'aws.cloudwatch', // As on the one road that says so.
    ...(namespaces.length > 0 && { namespaces }),
    ...(names.length > 0 && { dimensions: Object.fromEntries(names.map((name) => [name, valuesOf(name)])) }),
    resources: [...new Set(resources.filter((one) => one !== ''))],
    ...(Object.keys(tags).length > 0 && { tags }),
    ...stateBefore(alarm),
  };
}

/** Returns the state before an OK. A contributor does not always name it, and is only ever in ALARM or OK. */
function stateBefore({ state, previousState, contributor }: Alarm): Pick<Facts, 'previousState'> {
  const before = contributor ? 'ALARM' : previousState;
  return state === 'OK' && before !== undefined ? { previousState: before } : {};
}

/** A Metrics Insights query names its namespace in the expression. */
function namespacesOf({ namespace, expression }: AlarmMetric): readonly string[] {
  return [namespace, expression === undefined ? undefined : readMetricsQuery(expression)?.namespace].filter(
    (one) => one !== undefined,
  );
}

/** Returns true for an alarm on other alarms. Only such an alarm has a rule, and a missing rule leaves its children. */
export function isComposite({ rule, children, metrics, query }: Alarm): boolean {
  return rule !== undefined || (children.length > 0 && metrics.length === 0 && query === undefined);
}
