import type { Severity } from '../domain/severity.js';
import { SEVERITY_OF_GRADE, wholeGradeOf } from './scale.js';

/** A text in brackets: `[warning]`, `【提示】`, `（P1）`. */
const BRACKETED = /[[【(（]([^[\]【】()（）]{1,20})[\]】)）]/g;

/** Classes only: `S3` is a service and `p95` a percentile. */
const CLASS = /^(?:p[0-5]|sev[0-5]|severity[0-5])$/;

/** Grades that end a name without brackets (`cpu-critical`). Others are too often part of what is measured: `5xx-error`, `memory-low`. */
const LAST_WORDS: ReadonlySet<string> = new Set([
  ...['critical', 'crit', 'warning', 'warn'],
  ...['严重', '紧急', '致命', '警告', '预警', '提示'],
]);

/** Longest name that is read, in characters: CloudWatch's limit is 255. */
const MAX_CHARACTERS = 300;

/**
 * Reads the grade that people wrote into an alarm's name: in brackets, as a class at either end (`-P1`), or as its last word.
 * `undefined` if there is none, so that no metric's name is taken for one.
 */
export function severityInName(name: string): Severity | undefined {
  const whole = name.slice(0, MAX_CHARACTERS);
  const tags = [...whole.matchAll(BRACKETED)].map(([, inner = '']) => inner);
  const words = whole
    .replace(BRACKETED, ' ')
    .split(/[\s_\-/|:：·,，、]+/)
    .filter(Boolean);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const graded = [
    ...tags,
    ...[`${words.at(-2) ?? ''}${last}`, `${first}${words[1] ?? ''}`, first, last].filter(isClass),
    ...(words.length > 1 && LAST_WORDS.has(last.toLowerCase()) ? [last] : []),
  ];
  const grade = graded.map(wholeGradeOf).find((one) => one !== undefined);
  return grade && SEVERITY_OF_GRADE[grade];
}

function isClass(word: string): boolean {
  return CLASS.test(word.toLowerCase());
}
