import type { Severity } from '../../domain/severity.js';
import { type Hit, hitsIn } from './hits.js';
import { type Kind, LEAST_TROUBLE, type Standing } from './vocabulary.js';

/** The meaning of a text. */
export interface Reading {
  readonly severity: Severity;
  readonly standing: Standing;
  readonly kind: Kind;
  /** False if the words only hint at it: `failed login report`. */
  readonly sure: boolean;
}

/** The words of {@link hitsIn} that are nouns of every alert's name, good or bad. */
const NOUNS = new Set([
  'alarm',
  'alert',
  'problem',
  '告警',
  '报警',
  'recovery',
  '发生',
  'full',
  'high',
  'green',
  'red',
  'orange',
  'yellow',
]);

/** Words only hint at trouble. */
const DOUBT = { severity: 'warning', kind: 'poor', sure: false } as const;

/** Returns true for an interruption that is announced: `届时服务短暂不可用`. */
function isPlanned(text: string, { standing }: Reading): boolean {
  return (
    standing === 'unavailable' &&
    /\u5c06\u4e8e|\u5c4a\u65f6|\u8ba1\u5212|\bwill be\b|\bscheduled\b|\bplanned\b/i.test(text)
  );
}

/** Returns the meaning of a state as a service or a tool writes it: `FAILED`, `NOT_STALLED`, `已恢复`, `Instance Launch Unsuccessful`. */
export function readState(text: string): Reading | undefined {
  const hits = wordsIn(text);
  return pick(hits.filter((hit) => !hit.alone || hit.whole || hit.last).flatMap((hit) => turned(hit, true)));
}

/**
 * Returns the meaning of a sentence in which a service tells what happened. Being unavailable or offline is part of a restart there
 * and no failure yet.
 */
export function readSentence(text: string): Reading | undefined {
  const found = pick(
    wordsIn(text)
      .filter(({ alone }) => !alone)
      .flatMap((hit) => turned(hit, false)),
  );
  return found?.standing === 'unavailable' ? { ...found, severity: 'warning', kind: 'poor' } : found;
}

/**
 * Returns the meaning of what names an event: a type, a title, a subject. Sure if a word is said of the subject (`Payment Failed`,
 * `[FIRING:2] …`, `备份失败`), not if it only stands in it (`Failed Logins Report`, `Price Alert`).
 */
export function readHeading(text: string): Reading | undefined {
  const hits = wordsIn(text);
  const told = hits.filter(isTold).flatMap((hit) => turned(hit, false));
  const sure = pick(told);
  if (sure !== undefined && isVerdict(sure.kind)) return isPlanned(text, sure) ? { ...sure, ...DOUBT } : sure;
  const hinted = pick(
    hits.filter((hit) => !told.includes(hit) && (!hit.alone || hit.last)).flatMap((hit) => turned(hit, false)),
  );
  if (hinted !== undefined && isTrouble(hinted.kind)) return { ...hinted, ...DOUBT };
  return sure;
}

/** Words that at the end of a title say what happened, and are no name of a thing. */
const VERBAL = new Set([
  'failed',
  'failure',
  'down',
  'timeout',
  'timed out',
  'unavailable',
  'unreachable',
  '失败',
  '超时',
  '异常',
  '不可用',
]);

/**
 * Returns the meaning of a title that stands among other values, where people write as they like: sure if a tag or the end of it says
 * what happened (`[Triggered] CPU high`, `Nightly backup failed`), a doubt if the words are elsewhere (`Crash on start`).
 */
export function readTitle(text: string): Reading | undefined {
  const reading = readHeading(text);
  if (reading === undefined || !isTrouble(reading.kind)) return reading;
  const isSaid = wordsIn(text).some((hit) => hit.tagged || hit.heads || (hit.last && VERBAL.has(hit.word)));
  return isSaid && reading.sure ? reading : { ...reading, ...DOUBT };
}

/** Returns the trouble that prose tells, as a doubt; `undefined` if it tells none. */
export function readProse(text: string): Reading | undefined {
  const told = pick(
    wordsIn(text)
      .filter((hit) => hit.tagged || hit.said || isBadHead(hit) || (!hit.alone && (hit.kind === 'poor' || isTold(hit))))
      .flatMap((hit) => turned(hit, false)),
  );
  if (told === undefined || !isTrouble(told.kind)) return undefined;
  return { ...told, ...DOUBT };
}

/** Returns true for a text that is or begins with one word for something bad, and no colour: `down`, `CRITICAL - no response`. */
export function isBadWord(text: string): boolean {
  return wordsIn(text).some(isBadHead);
}

function isBadHead({ whole, heads, negated, kind, word }: Hit): boolean {
  return (whole || heads) && !negated && kind === 'bad' && !NOUNS.has(word);
}

/** Returns true for good or bad news, not for what only goes on or is over. */
export function isVerdict(kind: Kind): boolean {
  return kind === 'good' || kind === 'cured' || isTrouble(kind);
}

/** Returns true for bad news. */
export function isTrouble(kind: Kind): boolean {
  return kind === 'bad' || kind === 'poor';
}

function isTold(hit: Hit): boolean {
  if (hit.alone) return hit.whole || hit.said || hit.tagged || hit.heads || (hit.last && !NOUNS.has(hit.word));
  return hit.predicate || hit.tagged || hit.heads;
}

/** Returns the words that count: what something recovered from does not. */
function wordsIn(text: string): readonly Hit[] {
  const hits = hitsIn(text);
  const end = hits.findIndex(({ ends }) => ends);
  return end === -1 ? hits : hits.slice(0, end + 1);
}

/** Returns the worst, but what is cured counts if it is the last word on the matter: `故障恢复`, `[RESOLVED] backup failed`. */
function pick(hits: readonly Hit[]): Reading | undefined {
  const [first] = hits;
  if (first === undefined) return undefined;
  const verdicts = hits.filter(({ kind }) => isVerdict(kind));
  const cured = [verdicts.at(-1), first].find(
    (hit, index) => hit?.kind === 'cured' && (index === 0 || hit.tagged || hit.heads),
  );
  const { severity, standing, kind } = cured ?? hits.reduce((worst, hit) => (hit.rank < worst.rank ? hit : worst));
  return { severity, standing, kind, sure: true };
}

/**
 * Returns a hit as it is meant: negated bad news is good news in a state (`NOT_STALLED`) and no news in a sentence, good news of a
 * part is a warning, and a cure that is waited for says that something is wrong.
 */
function turned(hit: Hit, inState: boolean): readonly Hit[] {
  if (!hit.negated) {
    if (hit.expected) return hit.kind === 'cured' ? [{ ...hit, ...POOR, standing: 'recovering' }] : [];
    return hit.partly ? [{ ...hit, ...POOR, standing: 'partial' }] : [hit];
  }
  const opposite = oppositeOf(hit, inState);
  return opposite === undefined ? [] : [{ ...hit, ...opposite, negated: false }];
}

function oppositeOf({ kind, standing, rank }: Hit, inState: boolean): Partial<Hit> | undefined {
  if (isTrouble(kind))
    return inState ? { kind: 'good', standing: 'ok', severity: 'recovery', rank: rank + LATER } : undefined;
  if (kind === 'cured') return { kind: 'bad', standing: 'alarm', severity: 'error', rank: 0 };
  if (kind === 'good')
    return { kind: 'bad', standing: standing === 'ok' ? 'unavailable' : 'failed', severity: 'error', rank: 0 };
  if (kind === 'over') return { ...POOR, standing: 'warning' };
  if (kind === 'going' && standing === 'running')
    return { kind: 'off', standing: 'stopped', severity: 'warning', rank: 0 };
  return undefined;
}

/** A warning that any trouble in the same text outweighs. */
const POOR = { kind: 'poor', severity: 'warning', rank: LEAST_TROUBLE } as const;

/** Puts an opposite after all that is said without a negation. */
const LATER = 100;
