import type { Ended } from './run-command.js';

/** One road to wecomrobot, tried. */
export interface Row {
  readonly road: string;
  readonly command: string;
  readonly seconds?: number;
  /** `ok`, `FAILED: …` or `NOT RUN: …`. */
  readonly result: string;
}

const MAX_REASON = 300;

/**
 * Returns the row of a command that has ended.
 * @param fault what is wrong with what it did, or `undefined`.
 */
export function rowOf(road: string, command: string, ended: Ended, fault: (ended: Ended) => string | undefined): Row {
  const said = `${ended.err}\n${ended.out}`.trim();
  const wrong = ended.code === 0 ? fault(ended) : `ended with ${String(ended.code)}: ${said}`;
  const result = wrong === undefined ? 'ok' : `FAILED: ${oneLine(wrong)}`;
  return { road, command, seconds: ended.seconds, result };
}

/** Returns the row of what cannot be tried here. */
export function notRun(road: string, command: string, reason: string): Row {
  return { road, command, result: `NOT RUN: ${oneLine(reason)}` };
}

/** Returns the rows as a table of markdown. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ road, command, seconds, result }) =>
    [road, `\`${command}\``, seconds === undefined ? '' : seconds.toFixed(1), result].join(' | '),
  );
  return ['road | command | seconds | result', '--- | --- | ---: | ---', ...lines]
    .map((line) => `| ${line} |`)
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/[\s|]+/g, ' ').slice(0, MAX_REASON);
}
