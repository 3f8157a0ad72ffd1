import type { Mask } from './known-secrets.js';
import { maskFields } from './mask-value.js';

/** The severity of a log line. */
export type LogLevel = 'info' | 'warn' | 'error';

/** The metrics CloudWatch counts, with their units: notifications by outcome, and the delay until they were shown. */
const UNITS = {
  delivered: 'Count',
  refused: 'Count',
  unavailable: 'Count',
  unconfirmed: 'Count',
  invalid: 'Count',
  skipped: 'Count',
  queued: 'Count',
  parked: 'Count',
  waitingSeconds: 'Seconds',
  heartbeat: 'Count',
  ticksLost: 'Count',
  delaySeconds: 'Seconds',
} as const;

/** The name of a metric. */
export type Metric = keyof typeof UNITS;

/** Metric values that a log line carries. */
export type Counts = Readonly<Partial<Record<Metric, number>>>;

/** Structured log lines for the operator. Values never include a key, a token, a whole mobile or a caller's text. */
export interface Log {
  /**
   * Writes a line. With `counts`, CloudWatch counts it too; its `fields` are properties of the line, never dimensions.
   */
  write(level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>, counts?: Counts): void;
}

/**
 * Creates a log that writes one JSON object per line, in CloudWatch's embedded metric format if the line carries
 * counts.
 * @param print receives one line without its line break. In Lambda it must write to stdout itself: under the JSON log
 *   format `console.log` would wrap the line, and CloudWatch would find no metric in it.
 * @param service the only dimension: the deployment's name, so that stages in one account are counted separately.
 * @param contextOf returns fields that every line has: the invocation's request id.
 * @param mask masks what no line may show, in the texts of every line's fields. The log knows no secret itself.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function createLog(
  print: (line: string) => void,
  now: () => number,
  service: string,
  contextOf: () => Readonly<Record<string, unknown>> = () => ({}),
  mask: Mask = (text) => text,
): Log {
  const embedded = (counts: Counts) => ({
    _aws: {
      Timestamp: now(),
      CloudWatchMetrics: [
        {
          Namespace: 'wecomrobot',
          Dimensions: [['service']],
          Metrics: Object.keys(counts).map((name) => ({ Name: name, Unit: UNITS[name as Metric] })),
        },
      ],
    },
    service,
    ...counts,
  });
  return {
    write: (level, message, fields, counts) => {
      const head = { timestamp: new Date(now()).toISOString(), level: level.toUpperCase(), message };
      const shown = fields && maskFields(fields, mask);
      print(JSON.stringify({ ...head, ...contextOf(), ...shown, ...(counts && embedded(counts)) }));
    },
  };
}

/** A log that writes nothing, for the library, which reports through its results. */
export const silentLog: Log = { write: () => {} };
