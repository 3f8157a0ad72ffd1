import type { JsonObject } from '../base/json.js';
import { keyWords } from '../base/key-words.js';
import { stateTag } from './emoji.js';
import { addSign, type Evidence } from './evidence.js';
import { addEvent, addHeading } from './heading.js';
import type { KeyRole } from './key-role.js';
import { answerOf, FAILED, isNoFailure, PARTLY, readCount, readHttpStatus, readingOfGrade } from './readings.js';
import { gradeOf, gradeOfNumber } from './scale.js';
import { noteAlert, noteDrill } from './subject.js';
import { isBadWord, isTrouble, type Reading, readProse, readSentence, readState } from './words/read-text.js';

/** Longest state in characters: anything longer is prose. */
const MAX_STATE = 80;
const ALARMED: Reading = { severity: 'error', standing: 'alarm', kind: 'bad', sure: true };
const RECOVERED: Reading = { severity: 'recovery', standing: 'recovered', kind: 'cured', sure: true };
/** The name or text of an alert of which nothing says whether it goes on. */
const NAMED: Reading = { severity: 'warning', standing: 'alarm', kind: 'poor', sure: false };

type Scalar = string | number | boolean;

/** Adds what a scalar tells, by the role of its key. */
export function addScalar(
  evidence: Evidence,
  object: JsonObject,
  role: KeyRole,
  key: string,
  value: unknown,
  depth: number,
): void {
  if (role === 'none') addUnnamed(evidence, key, value, depth);
  if (role === 'none' || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) return;
  READ[role]?.({ evidence, object, key, value, depth, text: String(value).trim() });
}

/** Adds what a value tells under a key that says nothing of its part. */
function addUnnamed(evidence: Evidence, key: string, value: unknown, depth: number): void {
  if (typeof value === 'boolean') addSign(evidence, 'signal', key, String(value), depth, readFlag(key, value));
  if (typeof value === 'number') addSign(evidence, 'signal', key, String(value), depth, readDaysLeft(key, value));
  if (typeof value === 'string') addSign(evidence, 'prose', key, value, depth, readWholeWord(value));
}

/** Reads a value that is, or begins with, one word for something bad: `checks.redis: 'down'`. Whose it is nobody knows, so that it leaves a doubt. */
function readWholeWord(value: string): Reading | undefined {
  if (value.length > MAX_WORD) return undefined;
  const reading = readProse(value);
  return reading && isBadWord(value) ? reading : undefined;
}

/** Longest text that is read for it, in characters. */
const MAX_WORD = 80;

/** Reads how many days a certificate or a licence has left: more than a few weeks is no news. */
function readDaysLeft(key: string, days: number): Reading | undefined {
  if (!DAYS_LEFT.test(keyWords(key)) || days > MAX_DAYS_LEFT) return undefined;
  return { ...PARTLY, sure: false };
}

const DAYS_LEFT = /\bdays (?:left|remaining|until expir\w+|to expir\w+)$|\bexpir\w+ (?:in )?days$/;
const MAX_DAYS_LEFT = 21;

/** Reads a flag that is set by its own name, `drifted` or `isExpired`: part of it went wrong; one that is not, `online: false`, leaves a doubt. */
function readFlag(key: string, isSet: boolean): Reading | undefined {
  const [, word] = /^(?:(?:is|was|has|been) )*([a-z]+)$/.exec(keyWords(key)) ?? [];
  if (word === undefined) return undefined;
  if (!isSet) return readState(word)?.standing === 'ok' || word === 'valid' ? { ...PARTLY, sure: false } : undefined;
  if (readState(word)?.kind === 'bad' && !word.endsWith('ed')) return { ...PARTLY, standing: 'alarm', sure: false };
  const reading = word.endsWith('ed') ? readSentence(word) : undefined;
  return reading && isTrouble(reading.kind) ? { ...PARTLY, standing: reading.standing } : undefined;
}

interface Found {
  readonly evidence: Evidence;
  readonly object: JsonObject;
  readonly key: string;
  readonly value: Scalar;
  readonly text: string;
  readonly depth: number;
}

/** Readers by the key's role. Roles that are missing tell nothing by themselves. */
const READ: Readonly<Partial<Record<KeyRole, (found: Found) => void>>> = {
  result: (found) => addState(found, 'result'),
  state: (found) => addState(found, 'state'),
  severity: (found) => addGrade(found, 'severity'),
  grade: (found) => addGrade(found, 'grade'),
  event: ({ evidence, key, text, depth }) => addEvent(evidence, key, text, depth),
  title({ evidence, key, text, depth }) {
    if (text !== '' && /alarm|alert|\u544a\u8b66|\u62a5\u8b66/i.test(key))
      addSign(evidence, 'prose', key, text, depth, NAMED);
    addHeading(evidence, key, text, depth, 'title');
  },
  prose({ evidence, key, text, depth }) {
    noteDrill(evidence, text.slice(0, 200));
    const tag = stateTag(text);
    if (tag !== undefined) addSign(evidence, 'state', key, tag, depth, readState(tag));
    addSign(evidence, 'prose', key, text, depth, readProse(text));
  },
  success({ evidence, key, text, depth }) {
    const answer = answerOf(text);
    if (answer === undefined) return;
    const isHealth = /healthy|up|alive|reachable/i.test(key);
    const bad: Reading = isHealth ? { ...FAILED, standing: 'unhealthy' } : FAILED;
    const good: Reading = { severity: 'recovery', standing: isHealth ? 'ok' : 'succeeded', kind: 'good', sure: true };
    addSign(evidence, 'result', key, text, depth, answer ? good : bad);
  },
  exit({ evidence, key, text, depth }) {
    if (!isNoFailure(text)) addSign(evidence, 'signal', key, text, depth, FAILED);
  },
  http(found) {
    const { evidence, key, text, depth } = found;
    if (Number.isFinite(Number(text))) addSign(evidence, 'signal', key, text, depth, readHttpStatus(Number(text)));
    else addState(found, 'state');
  },
  error({ evidence, key, text, depth, value }) {
    if (!isNoFailure(text)) addSign(evidence, 'signal', key, text, depth, typeof value === 'number' ? PARTLY : FAILED);
  },
  failures({ evidence, object, key, text, depth }) {
    const reading = readCount(object, key, text);
    addSign(evidence, 'signal', key, text, depth, reading);
  },
  alarmed({ evidence, key, text, depth }) {
    const answer = answerOf(text);
    if (answer === true)
      addSign(evidence, 'state', key, text, depth, { severity: 'error', standing: 'alarm', kind: 'bad', sure: true });
    else if (text === '0')
      addSign(evidence, 'state', key, text, depth, {
        severity: 'recovery',
        standing: 'recovered',
        kind: 'cured',
        sure: true,
      });
    else if (answer === undefined) addState({ evidence, object: {}, key, value: text, text, depth }, 'state');
  },
  recovered({ evidence, key, text, depth }) {
    const answer = answerOf(text);
    if (answer === true) addSign(evidence, 'result', key, text, depth, RECOVERED);
    if (answer === false && /^is/i.test(key)) addSign(evidence, 'result', key, text, depth, ALARMED);
  },
  drill({ evidence, text }) {
    if (answerOf(text) === true) evidence.drill = true;
  },
};

function addState({ evidence, key, value, text, depth }: Found, weight: 'result' | 'state'): void {
  if (typeof value === 'boolean' || text === '') return;
  const number = Number(text);
  if (Number.isFinite(number)) {
    addSign(evidence, 'signal', key, text, depth, number >= 200 ? readHttpStatus(number) : undefined);
    return;
  }
  if (text.length > MAX_STATE) {
    addSign(evidence, 'prose', key, text, depth, readProse(text));
    return;
  }
  noteAlert(evidence, text);
  addSign(evidence, weight, key, text, depth, readState(text) ?? classOf(text));
}

/** `status: P1`: a class of urgency in the place of a state. */
function classOf(text: string): Reading | undefined {
  return /^(?:p|sev-?)\d$/i.test(text) ? readingOfGrade(gradeOf(text)) : undefined;
}

function addGrade({ evidence, key, value, text, depth }: Found, weight: 'severity' | 'grade'): void {
  const number = typeof value === 'number' || /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  const grade = number === undefined ? gradeOf(text) : gradeOfNumber(keyWords(key), number);
  const reading = readingOfGrade(grade);
  if (reading) {
    addSign(evidence, weight, key, text, depth, reading);
    return;
  }
  // A severity on a scale of its own: what has one is an alert.
  if (number !== undefined && keyWords(key).endsWith('severity')) evidence.alert = true;
  // `alert_type: success`, `level: ok`: good news in the place of a grade.
  if (number === undefined && weight === 'severity') addSign(evidence, 'state', key, text, depth, readState(text));
}
