import { oneLine } from '../../text/one-line.js';
import type { Assessment } from '../../verdict/assessment.js';
import { type KeyRole, keyRole } from '../../verdict/key-role.js';
import { judgeEvent } from '../../verdict/verdict.js';

/** Most lines at the start of a text that are read for how bad it is, and longest of them, in characters. */
const MAX_LINES = 8;
const MAX_LINE = 200;

/** Longest name of a value, in characters, and what stands in none: addresses, markup, JSON. */
const MAX_NAME = 30;
const NO_NAME = /["'`{}()[\]<>|/\\*#]/;

/**
 * Judges a text of a tool by what stands at its start: its subject, its first line (`[FIRING:2] …`, `Build FAILURE`, `【失败】…`),
 * and values under names in its first lines (`Severity: CRITICAL`). What these lines say in sentences leaves a doubt. Its layout
 * stays the sender's.
 */
export function toldVerdict(subject: string, text: string): Assessment {
  const lines = text
    .slice(0, MAX_LINES * MAX_LINE)
    .trimStart()
    .split('\n', MAX_LINES);
  const pairs = lines.map(pairIn).filter((pair) => pair !== undefined);
  const told = { text: lines.slice(1).join('\n'), ...Object.fromEntries(pairs), ...exitIn(lines) };
  const first = oneLine(lines[0] ?? '').slice(0, MAX_LINE);
  return judgeEvent(told, [subject, isValue(lines[0] ?? '') ? '' : first]);
}

/** Returns true for a line that is a value under a name of a known part (`Severity: CRITICAL`), and no sentence with a colon. */
function isValue(line: string): boolean {
  const [name] = pairIn(line) ?? [];
  return name !== undefined && VALUES.has(keyRole(name));
}

/** Parts whose names are no news by themselves, as `Resolved: …` and `Error: …` are. */
const VALUES: ReadonlySet<KeyRole> = new Set([
  'result',
  'state',
  'severity',
  'grade',
  'event',
  'title',
  'prose',
  'exit',
]);

/** Reads `exit status 127`, `exited with code 1`, as shells and cron write it. */
function exitIn(lines: readonly string[]): { readonly exitCode?: string } {
  const [, exitCode] = EXIT.exec(lines.join('\n')) ?? [];
  return exitCode === undefined ? {} : { exitCode };
}

const EXIT = /\bexit(?:ed with)?(?: status| code)(?: |: ?|=)(\d{1,3})\b/i;

/** Reads `Severity: CRITICAL`, `级别：严重`. */
function pairIn(line: string): readonly [name: string, value: string] | undefined {
  const colon = line.slice(0, MAX_NAME + 1).search(/[:：]/);
  const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 1, MAX_LINE).trim()];
  return colon < 1 || name === '' || value === '' || NO_NAME.test(name) ? undefined : [name, value];
}
