import { PRICES } from './prices.js';

/** Bytes that one request to SQS pays for. */
const REQUEST_BYTES = 64 * 1024;
/** Bytes that CloudWatch Logs adds to each event. */
const EVENT_BYTES = 26;

/** Work of one function. */
export interface FunctionUse {
  invocations: number;
  coldStarts: number;
  /** Time billed, init included. */
  billedMs: number;
}

/** Everything that was used, counted as it happens. */
export interface Meter {
  readonly functions: { readonly notify: FunctionUse; readonly deliver: FunctionUse };
  /** Requests to SQS by operation, those larger than 64 KiB as often as they pay. */
  readonly sqs: Map<string, number>;
  secretReads: number;
  readonly logs: { lines: number; bytes: number; platformLines: number; platformBytes: number };
  /** Messages that WeCom showed, and posts that it refused. */
  shown: number;
  refused: number;
  /** Alarms that came, those that a message showed, and those that flapped and count in a later one. */
  alarms: number;
  /** Those of them that are recoveries. */
  recoveries: number;
  told: number;
  withheld: number;
}

/** Memory of each function, megabytes. */
export type MemoryMb = Readonly<Record<keyof Meter['functions'], number>>;

/** Creates a meter at zero. */
export function createMeter(): Meter {
  const idle = (): FunctionUse => ({ invocations: 0, coldStarts: 0, billedMs: 0 });
  return {
    functions: { notify: idle(), deliver: idle() },
    sqs: new Map(),
    secretReads: 0,
    logs: { lines: 0, bytes: 0, platformLines: 0, platformBytes: 0 },
    shown: 0,
    refused: 0,
    alarms: 0,
    recoveries: 0,
    told: 0,
    withheld: 0,
  };
}

/** Returns the sum of some meters, each so many times. */
export function addUse(parts: readonly (readonly [Meter, number])[]): Meter {
  const sum = (figureOf: (meter: Meter) => number): number =>
    Math.round(parts.reduce((total, [meter, times]) => total + figureOf(meter) * times, 0));
  const use = (name: keyof Meter['functions']): FunctionUse => ({
    invocations: sum(({ functions }) => functions[name].invocations),
    coldStarts: sum(({ functions }) => functions[name].coldStarts),
    billedMs: sum(({ functions }) => functions[name].billedMs),
  });
  const operations = new Set(parts.flatMap(([{ sqs }]) => [...sqs.keys()]));
  return {
    functions: { notify: use('notify'), deliver: use('deliver') },
    sqs: new Map([...operations].map((name) => [name, sum(({ sqs }) => sqs.get(name) ?? 0)])),
    secretReads: sum(({ secretReads }) => secretReads),
    logs: {
      lines: sum(({ logs }) => logs.lines),
      bytes: sum(({ logs }) => logs.bytes),
      platformLines: sum(({ logs }) => logs.platformLines),
      platformBytes: sum(({ logs }) => logs.platformBytes),
    },
    shown: sum(({ shown }) => shown),
    refused: sum(({ refused }) => refused),
    alarms: sum(({ alarms }) => alarms),
    recoveries: sum(({ recoveries }) => recoveries),
    told: sum(({ told }) => told),
    withheld: sum(({ withheld }) => withheld),
  };
}

/** Counts a request to SQS that carries these bytes. */
export function countRequest({ sqs }: Meter, operation: string, bytes = 0): void {
  sqs.set(operation, (sqs.get(operation) ?? 0) + Math.max(1, Math.ceil(bytes / REQUEST_BYTES)));
}

/** Counts a log line of ours. */
export function countLine(meter: Meter, line: string): void {
  meter.logs.lines += 1;
  meter.logs.bytes += Buffer.byteLength(line) + EVENT_BYTES;
  if (line.includes('"status":"delivered"')) meter.told += 1;
  else if (line.includes('"skipped":1')) meter.withheld += 1;
}

/** Counts a log line that Lambda writes. */
export function countPlatformLine({ logs }: Meter, line: string): void {
  logs.platformLines += 1;
  logs.platformBytes += Buffer.byteLength(line) + EVENT_BYTES;
}

/** The price of what was used, in dollars. */
export interface Bill {
  readonly notify: number;
  readonly deliver: number;
  readonly invocations: number;
  readonly sqs: number;
  readonly secretReads: number;
  readonly ownLogs: number;
  readonly platformLogs: number;
}

/** Returns the bill for use alone: what is paid each month anyway is not in it. @param memoryMb of both functions. */
export function billOf({ functions, sqs, secretReads, logs }: Meter, memoryMb: MemoryMb): Bill {
  const seconds = ({ billedMs }: FunctionUse, megabytes: number): number =>
    (billedMs / 1000) * (megabytes / 1024) * PRICES.lambdaSecond.dollars;
  const requests = [...sqs.values()].reduce((sum, count) => sum + count, 0);
  const { notify, deliver } = functions;
  return {
    notify: seconds(notify, memoryMb.notify),
    deliver: seconds(deliver, memoryMb.deliver),
    invocations: (notify.invocations + deliver.invocations) * PRICES.lambdaRequest.dollars,
    sqs: requests * PRICES.fifoRequest.dollars,
    secretReads: secretReads * PRICES.secretRead.dollars,
    ownLogs: logs.bytes * PRICES.logByte.dollars,
    platformLogs: logs.platformBytes * PRICES.logByte.dollars,
  };
}

/** Returns the sum of a bill, dollars. */
export function totalOf(bill: Bill): number {
  return Object.values(bill).reduce((sum: number, dollars: number) => sum + dollars, 0);
}
