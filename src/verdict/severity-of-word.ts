import { SEVERITIES, type Severity } from '../domain/severity.js';
import { gradeOf, SEVERITY_OF_GRADE } from './scale.js';

/** Reads how bad something open is: our own word (`error`), or a grade (`P1`, `HIGH`, `严重`). `undefined` for anything else. */
export function severityOfWord(text: string): Severity | undefined {
  const word = text.trim().toLowerCase();
  const own = SEVERITIES.find((severity) => severity === word);
  if (own !== undefined) return own === 'recovery' ? undefined : own;
  const grade = gradeOf(text);
  return grade && SEVERITY_OF_GRADE[grade];
}
