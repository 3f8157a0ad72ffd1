import { getOwn } from '../../../base/json.js';
import { formatBytes, formatDuration, formatNumber } from '../../../text/format.js';
import type { Words } from '../../../text/words.js';

/** A size in bytes of CloudWatch's units; `Kilobytes/Second` is the same per second. */
const BYTES: Readonly<Record<string, number>> = {
  Bytes: 1,
  Kilobytes: 1024,
  Megabytes: 1024 ** 2,
  Gigabytes: 1024 ** 3,
  Terabytes: 1024 ** 4,
};

const MILLISECONDS: Readonly<Record<string, number>> = { Microseconds: 0.001, Milliseconds: 1, Seconds: 1000 };

/** Up to here a time is shown in seconds with decimals: 1.23 s over a limit of 1.2 s must not read as 1 s over 1 s. */
const LONGEST_IN_SECONDS_MS = 120_000;

/** Any of AWS's own namespaces. */
const ANY = 'AWS/';
const DATABASES = ['AWS/RDS', 'AWS/DocDB', 'AWS/Neptune'];

/** Units of AWS's own metrics: an alarm seldom names its unit, and 10737418240 is hard to read at night. */
const METRIC_UNITS: readonly (readonly [namespaces: readonly string[], name: RegExp, unit: string])[] = [
  [[ANY], /Utilization$|^BurstBalance$|Percent(age)?$/, 'Percent'],
  [['CWAgent'], /_(used_)?percent$/, 'Percent'],
  [['AWS/ApplicationELB', 'AWS/ELB', 'AWS/NetworkELB'], /^(TargetResponseTime|Latency)$/, 'Seconds'],
  [DATABASES, /Latency$|^ReplicaLag$/, 'Seconds'],
  [DATABASES, /^(FreeStorageSpace|FreeableMemory|FreeLocalStorage|SwapUsage)$/, 'Bytes'],
  [['AWS/ElastiCache'], /^(FreeableMemory|SwapUsage|BytesUsedForCache)$/, 'Bytes'],
  [['AWS/ES', 'AWS/OpenSearchService'], /^(FreeStorageSpace|ClusterUsedSpace)$/, 'Megabytes'],
  [['AWS/SQS'], /^ApproximateAgeOfOldestMessage$/, 'Seconds'],
  [['AWS/ApiGateway', 'AWS/DynamoDB'], /Latency$/, 'Milliseconds'],
  [['AWS/Lambda'], /Duration$|^IteratorAge$/, 'Milliseconds'],
  [['AWS/EC2'], /^Network(In|Out)$/, 'Bytes'],
  [[ANY], /Bytes(?!Per)/, 'Bytes'],
];

/** Returns the unit of a metric's values: the alarm's own, else the one AWS documents; `undefined` for a count of samples. */
export function unitOf(metric: {
  readonly unit: string | undefined;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly statistic: string | undefined;
}): string | undefined {
  const { unit, namespace = '', name = '', statistic = '' } = metric;
  if (/^sample_?count$/i.test(statistic)) return undefined;
  const isOf = (space: string): boolean => (space === ANY ? namespace.startsWith(ANY) : namespace === space);
  return unit ?? METRIC_UNITS.find(([spaces, names]) => spaces.some(isOf) && names.test(name))?.[2];
}

/** A value with its unit as a person says it: `87.5%`, `1.5 GB`, `1.23 秒`, `120 MB/s`. */
export function formatMeasure(value: number, unit: string | undefined, words: Words, digits = 2): string {
  const [base = '', per] = (unit ?? '').split('/');
  return `${formatIn(base, value, words, digits)}${per === 'Second' ? '/s' : ''}`;
}

function formatIn(unit: string, value: number, words: Words, digits: number): string {
  const bytes = getOwn(BYTES, unit);
  if (bytes !== undefined) return formatBytes(value * bytes, digits);
  const ms = getOwn(MILLISECONDS, unit);
  if (ms !== undefined) return formatTimeSpan(value * ms, words, digits);
  if (unit === 'Percent') return `${formatNumber(value, digits)}%`;
  const plain = unit === '' || unit === 'Count' || unit === 'None';
  return plain ? formatNumber(value, digits) : `${formatNumber(value, digits)} ${unit}`;
}

function formatTimeSpan(ms: number, words: Words, digits: number): string {
  if (Math.abs(ms) >= LONGEST_IN_SECONDS_MS) return formatDuration(ms, words);
  const { milliseconds, seconds } = words.duration;
  return Math.abs(ms) < 1000 ? milliseconds(rounded(ms, digits)) : seconds(rounded(ms / 1000, digits));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
