import type { JsonObject } from '../base/json.js';
import { keyWords } from '../base/key-words.js';
import { type Grade, SEVERITY_OF_GRADE } from './scale.js';
import type { Reading } from './words/read-text.js';

/** It failed, for sure. */
export const FAILED: Reading = { severity: 'error', standing: 'failed', kind: 'bad', sure: true };
/** Part of it failed. */
export const PARTLY: Reading = { severity: 'warning', standing: 'warning', kind: 'poor', sure: true };
const NO_FAILURE = /^(?:|0|-|n\/?a|no|none|null|nil|ok|false|success|undefined|\u65e0|\u6b63\u5e38|\u6210\u529f)$/i;

/** Returns true for a text that stands where a failure would, if there is none. */
export function isNoFailure(text: string): boolean {
  return NO_FAILURE.test(text);
}

/** Returns the answer that a text gives to yes or no. */
export function answerOf(text: string): boolean | undefined {
  if (/^(?:true|yes|y|1|\u662f)$/i.test(text)) return true;
  return /^(?:false|no|n|0|\u5426)$/i.test(text) ? false : undefined;
}

/** Returns the meaning of a grade. */
export function readingOfGrade(grade: Grade | undefined): Reading | undefined {
  if (grade === undefined) return undefined;
  const severity = SEVERITY_OF_GRADE[grade];
  return {
    severity,
    standing: 'alarm',
    kind: severity === 'info' ? 'going' : severity === 'warning' ? 'poor' : 'bad',
    sure: true,
  };
}

/** Returns the meaning of an HTTP status. */
export function readHttpStatus(status: number): Reading | undefined {
  if (status >= 500 && status < 600) return { severity: 'error', standing: 'unavailable', kind: 'bad', sure: true };
  if (status >= 400 && status < 500) return { severity: 'warning', standing: 'warning', kind: 'poor', sure: false };
  return undefined;
}

/** Reads a number of failures: all of them failed, or some. */
export function readCount(object: JsonObject, key: string, text: string): Reading | undefined {
  const answer = /^(?:true|yes|\u662f)$/i.test(text);
  if (answer) return FAILED;
  const count = Number(text);
  if (text === '') return undefined;
  if (!Number.isFinite(count))
    return NO_FAILURE.test(text) ? undefined : { ...FAILED, sure: false, severity: 'warning', kind: 'poor' };
  if (count <= 0) return undefined;
  const others = Object.keys(object).filter((other) => other !== key && TOTAL.test(keyWords(other)));
  const total = Math.max(0, ...others.map((other) => Number(object[other])).filter(Number.isFinite));
  return total > 0 && count >= total && others.some((other) => /total|all|\u603b/.test(keyWords(other)))
    ? FAILED
    : PARTLY;
}

const TOTAL =
  /^(?:total|all|count|succeeded|success|passed|ok|processed|imported)(?: \w+)?$|\u603b|\u6210\u529f|\u901a\u8fc7/;
