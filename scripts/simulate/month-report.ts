import { RULES } from '../../deploy/setting-rules.js';
import { textTable } from '../routes-report/text-table.js';
import { type Bill, billOf, type MemoryMb, type Meter, totalOf } from './meter.js';

/** Memory of the functions as deployed by default. */
export const MEMORY_MB: MemoryMb = { notify: RULES.notifyMemorySize.default, deliver: RULES.deliverMemorySize.default };
/** The most that the use of a million alarms may cost, dollars: above, the simulation fails. */
export const MAX_DOLLARS = 16;

const PAID: Readonly<Record<keyof Bill, string>> = {
  deliver: 'Lambda: time of deliver',
  notify: 'Lambda: time of notify',
  invocations: 'Lambda: invocations',
  sqs: 'SQS: requests',
  secretReads: 'Secrets Manager: reads',
  ownLogs: 'Logs: lines of ours',
  platformLogs: 'Logs: lines of Lambda',
};

/** A deployment that was simulated. */
export interface Simulated {
  readonly robots: number;
  readonly meter: Meter;
}

/** Returns the table of what the simulated deployments used. */
export function useTable(all: readonly Simulated[]): readonly string[] {
  const counts = (figureOf: (meter: Meter) => number) =>
    all.map(({ meter }) => Math.round(figureOf(meter)).toLocaleString('en'));
  const dollars = (figureOf: (bill: Bill) => number) =>
    all.map(({ meter }) => figureOf(billOf(meter, MEMORY_MB)).toFixed(2));
  const operations = [...new Set(all.flatMap(({ meter }) => [...meter.sqs.keys()]))];
  const megabytes = (bytes: number): number => bytes / 1024 ** 2;
  return textTable(
    ['', ...all.map(({ robots }) => (robots === 1 ? '1 robot' : `${robots} robots`))],
    [
      ['alarms and recoveries', ...counts(({ alarms }) => alarms)],
      ['of them told by a message', ...counts(({ told }) => told)],
      ['flapping, counted in a later message', ...counts(({ withheld }) => withheld)],
      ['messages shown', ...counts(({ shown }) => shown)],
      ['messages refused by WeCom', ...counts(({ refused }) => refused)],
      ['notify: invocations', ...counts(({ functions }) => functions.notify.invocations)],
      ['notify: cold starts', ...counts(({ functions }) => functions.notify.coldStarts)],
      ['notify: seconds', ...counts(({ functions }) => functions.notify.billedMs / 1000)],
      ['deliver: invocations', ...counts(({ functions }) => functions.deliver.invocations)],
      ['deliver: cold starts', ...counts(({ functions }) => functions.deliver.coldStarts)],
      ['deliver: seconds', ...counts(({ functions }) => functions.deliver.billedMs / 1000)],
      ...operations.map((name) => [`SQS: ${name}`, ...counts(({ sqs }) => sqs.get(name) ?? 0)]),
      ['Secrets Manager: reads', ...counts(({ secretReads }) => secretReads)],
      ['log lines of ours', ...counts(({ logs }) => logs.lines)],
      ['log lines of ours, MB', ...counts(({ logs }) => megabytes(logs.bytes))],
      ['log lines of Lambda, MB', ...counts(({ logs }) => megabytes(logs.platformBytes))],
      ...Object.entries(PAID).map(([item, name]) => [`$ ${name}`, ...dollars((bill) => bill[item as keyof Bill])]),
      ['$ together', ...dollars(totalOf)],
    ],
  );
}

/** Returns what must hold for a simulated deployment and does not. */
export function faultsOf({ robots, meter }: Simulated): readonly string[] {
  const { alarms, told, withheld, refused } = meter;
  const dollars = (totalOf(billOf(meter, MEMORY_MB)) * 1e6) / alarms;
  const cost = `a million alarms cost ${dollars.toFixed(2)} $, at most ${MAX_DOLLARS}`;
  return [
    ...(told + withheld === alarms ? [] : [`${alarms - told - withheld} alarms are lost`]),
    ...(refused === 0 ? [] : [`WeCom refused ${refused} messages`]),
    ...(dollars <= MAX_DOLLARS ? [] : [cost]),
  ].map((fault) => `${robots} robots: ${fault}`);
}
