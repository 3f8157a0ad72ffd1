import type { Severity } from '../../domain/severity.js';
import { oneLine } from '../../text/one-line.js';
import { judgeEvent } from '../../verdict/verdict.js';

/** Most lines at the start of a text that are read for how bad it is, and longest of them, in characters. */
const MAX_LINES = 8;
const MAX_LINE = 200;

/** Longest name of a value, in characters, and what stands in none: addresses, markup, JSON. */
const MAX_NAME = 30;
const NO_NAME = /["'`{}()[\]<>|/\\*#]/;

/**
 * Returns how bad a text of a tool is, by what stands at its start: its subject, its first line (`[FIRING:2] …`, `Build
 * FAILURE`, `【失败】…`), and values under names in its first lines (`Severity: CRITICAL`). Its layout stays the sender's.
 */
export function toldSeverity(subject: string, text: string): Severity {
  const lines = text
    .slice(0, MAX_LINES * MAX_LINE)
    .trimStart()
    .split('\n', MAX_LINES);
  const told = Object.fromEntries(lines.map(pairIn).filter((pair) => pair !== undefined));
  const first = pairIn(lines[0] ?? '') === undefined ? oneLine(lines[0] ?? '').slice(0, MAX_LINE) : '';
  return judgeEvent(told, [subject, first]).severity;
}

/** Reads `Severity: CRITICAL`, `级别：严重`. */
function pairIn(line: string): readonly [name: string, value: string] | undefined {
  const colon = line.slice(0, MAX_NAME + 1).search(/[:：]/);
  const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 1, MAX_LINE).trim()];
  return colon < 1 || name === '' || value === '' || NO_NAME.test(name) ? undefined : [name, value];
}
