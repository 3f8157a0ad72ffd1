/** How much a line matters. */
export type LogLevel = 'info' | 'warn' | 'error';

/** What CloudWatch counts, and its unit: notifications by what became of them, and how late they were shown. */
const UNITS = {
  delivered: 'Count',
  refused: 'Count',
  unavailable: 'Count',
  unconfirmed: 'Count',
  invalid: 'Count',
  skipped: 'Count',
  queued: 'Count',
  delaySeconds: 'Seconds',
} as const;

export type Metric = keyof typeof UNITS;

/** Values of metrics that a line carries. */
export type Counts = Readonly<Partial<Record<Metric, number>>>;

/** Structured lines for whoever runs the function. Values never hold a key, a token, a whole mobile or a caller's text. */
export interface Log {
  /** `counts` makes the line count in CloudWatch too; its `fields` are properties of the line, never dimensions. */
  write(level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>, counts?: Counts): void;
}

/** Last line of defence: should a webhook URL ever get into a line, its key does not. */
function redact(line: string): string {
  return line.replace(/([?&]key=)[^&\s"'\\]+/gi, '$1***');
}

/**
 * Writes one JSON object a line, in CloudWatch's embedded metric format where it carries counts.
 * @param print takes one line without its end. In Lambda it must write to stdout itself: under the JSON log format
 *   `console.log` would wrap the line, and CloudWatch then finds no metric in it.
 * @param service the only dimension: one deployment's name, so that stages in one account do not add up.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function createLog(print: (line: string) => void, now: () => number, service: string): Log {
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
      print(redact(JSON.stringify({ ...head, ...fields, ...(counts && embedded(counts)) })));
    },
  };
}

/** Writes nowhere: for the library, which speaks through its results. */
export const silentLog: Log = { write: () => {} };
