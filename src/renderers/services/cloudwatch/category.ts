import type { Words } from '../../../text/words.js';
import type { Alarm, AlarmMetric } from './alarm.js';
import { mentions, withoutVendor } from './measured.js';
import { readMetricsQuery } from './metrics-query.js';

/** A kind of trouble. */
type Trouble = keyof Words['alarm']['trouble'];

/** The trouble that a metric tells of, by words in its name. The first that matches. */
const TROUBLES: readonly (readonly [trouble: Trouble, words: readonly string[]])[] = [
  ['fiveXx', ['5xx']],
  ['fourXx', ['4xx']],
  ['credits', ['creditbalance', 'creditusage', 'burstbalance']],
  ['cpu', ['cpu']],
  ['memory', ['memory', 'mem_', 'swap']],
  ['disk', ['storage', 'disk', 'volume', 'usedspace', 'inode']],
  ['replication', ['replicalag', 'replication']],
  ['connections', ['connection']],
  ['latency', ['latency', 'responsetime', 'duration']],
  ['backlog', ['ageofoldest', 'iteratorage', 'messagesvisible', 'backlog', 'queuelength', 'offsetlag', 'timelag']],
  ['throttles', ['throttl', 'rejected']],
  ['health', ['healthyhost', 'statuscheck', 'healthcheck']],
  ['errors', ['error', 'fail', 'fault', 'exception']],
  ['network', ['network', 'bytesin', 'bytesout', 'packet']],
];

/** Troubles that say enough without the service. */
const ALONE: ReadonlySet<Trouble> = new Set(['fourXx', 'fiveXx']);

/** Names of services that people use, by CloudWatch's namespace without the vendor. */
const SERVICES: Readonly<Record<string, string>> = {
  ApiGateway: 'API Gateway',
  ApplicationELB: 'ALB',
  CWAgent: '',
  'ECS/ContainerInsights': 'ECS',
  ES: 'OpenSearch',
  Events: 'EventBridge',
  NATGateway: 'NAT',
  NetworkELB: 'NLB',
  States: 'Step Functions',
};

/** Longest name of a metric or a namespace of the user's own, in characters. */
const MAX_NAME = 24;

/** Returns the kind of trouble by which many alarms are counted: `RDS 磁盘`, `5xx`. `undefined` if nothing tells. */
export function categoryOf(
  { metrics, query, children, rule }: Alarm,
  { alarm: { trouble } }: Words,
): string | undefined {
  if (children.length > 0 || rule !== undefined) return trouble.composite;
  if (query !== undefined) return query.aggregation === undefined ? 'PromQL' : trouble.log;
  const metric = metricOf(metrics);
  if (metric?.name === undefined) return undefined;
  const name = metric.name.toLowerCase();
  const kind = TROUBLES.find(([, words]) => words.some((word) => name.includes(word)))?.[0];
  if (kind !== undefined && ALONE.has(kind)) return trouble[kind];
  const word = kind === undefined ? metric.name.slice(0, MAX_NAME) : trouble[kind];
  return [serviceOf(metric.namespace), word].filter((part) => part !== '').join(' ');
}

/** Returns the metric that is compared, or the first of those that an expression is computed from. */
function metricOf(metrics: readonly AlarmMetric[]): Pick<AlarmMetric, 'name' | 'namespace'> | undefined {
  const row = metrics.find(({ compared }) => compared) ?? metrics[0];
  const expression = row?.expression;
  if (expression === undefined) return row;
  const operand = metrics.find(({ id, name }) => name !== undefined && mentions(expression, id));
  return readMetricsQuery(expression) ?? operand;
}

function serviceOf(namespace: string | undefined): string {
  const name = withoutVendor(namespace) ?? '';
  return Object.hasOwn(SERVICES, name) ? (SERVICES[name] ?? '') : name.slice(0, MAX_NAME);
}
