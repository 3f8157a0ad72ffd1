import { dictionary, type Entry } from './dictionary.js';
import { isDigit, type Token, tokensOf } from './tokens.js';
import { hanTurnOf, type Turn, turnOf } from './turn.js';
import type { Meaning } from './vocabulary.js';

/** Prefixes that turn a word into its opposite: `unresolved`, `nonfatal`. */
const PREFIX = /^(?:un|non|in|dis)/;

/** Tokens after a word that leave it the predicate: `failed on db-2`, `failure alert`, `error: …`. */
const FOLLOWERS = new Set(
  'on in at for with after during because due to while by when since as against via from alert alarm alarms alerts notification notice event again twice occurred detected found reported raised status state and but or over times time retrying has have is was are were'.split(
    ' ',
  ),
);
const HAN_FOLLOWERS = '了告报通事中时后消并但且：';

/** A word of the vocabulary in a text. */
export interface Hit extends Meaning, Turn {
  /** True if it is said of the subject (`backup failed`), false if it only describes a noun (`failed login report`). */
  readonly predicate: boolean;
  /** True if the value has no other words. */
  readonly whole: boolean;
  /** True if no word follows. */
  readonly last: boolean;
  /** True if it stands first and a colon or bracket follows: `Resolved: disk full`. */
  readonly heads: boolean;
  /** True if it stands in brackets at the beginning: `[FIRING:2]`, `【失败】`. */
  readonly tagged: boolean;
  /** True if a verb of being stands before it, and no noun behind it: `db-2 is down since 10:02`. */
  readonly said: boolean;
  /** True if it is the end of what follows: `recovered from high load`. */
  readonly ends: boolean;
  /** The word as the vocabulary has it. */
  readonly word: string;
}

/** Longest text whose words are read, in characters: what an event means is in its first sentences. */
const MAX_CHARACTERS = 600;

/** Returns the words of the vocabulary in a text, in its order. */
export function hitsIn(text: string): readonly Hit[] {
  const tokens = tokensOf(text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS) : text);
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token?.kind === 'han') {
      readHan(tokens, at, hits);
      at += 1;
    } else at += token?.kind === 'word' ? readWord(tokens, at, hits) : 1;
  }
  return hits;
}

/** Reads the word at a position and returns how many tokens it has. */
function readWord(tokens: readonly Token[], at: number, hits: Hit[]): number {
  const word = tokens[at]?.text ?? '';
  const { latin } = dictionary();
  const entry = latin.get(word)?.find((one) => stands(one, tokens, at));
  if (entry !== undefined) {
    const length = entry.apart ? 1 : entry.tokens.length;
    if (entry.meaning !== undefined) hits.push(hitOf(tokens, at, length, entry.meaning, entry.tokens.join(' '), false));
    return length;
  }
  const rest = PREFIX.exec(word)?.[0];
  if (rest === undefined) return 1;
  const stem = word.slice(rest.length);
  const opposite = latin.get(stem)?.find(({ tokens: own }) => own.length === 1)?.meaning;
  if (opposite !== undefined) hits.push(hitOf(tokens, at, 1, { ...opposite, alone: false }, stem, true));
  return 1;
}

/** The most tokens between two words that may stand apart: `storage capacity of the instance is low`. */
const MAX_APART = 12;

function stands({ tokens: own, apart }: Entry, tokens: readonly Token[], at: number): boolean {
  if (!apart) return own.every((part, index) => tokens[at + index]?.text === part);
  return tokens.slice(at + 1, at + 1 + MAX_APART).some(({ text }) => text === own[1]);
}

function hitOf(
  tokens: readonly Token[],
  at: number,
  length: number,
  meaning: Meaning,
  word: string,
  prefixed: boolean,
): Hit {
  const after = tokens[at + length];
  const isLast = at + length >= tokens.length;
  const ends =
    tokens[at + length - 1]?.text === 'from' || (meaning.kind === 'cured' && isGradeAtEnd(tokens, at + length));
  const predicate =
    ends ||
    after === undefined ||
    after.kind !== 'word' ||
    FOLLOWERS.has(after.text) ||
    isDigit(after.text.charCodeAt(0));
  const turn = turnOf(tokens, at, length, meaning.kind);
  return {
    ...meaning,
    word,
    ...turn,
    negated: prefixed !== turn.negated,
    predicate,
    whole: at === 0 && isLast,
    last: isLast,
    heads: at === 0 && after?.kind === 'end',
    tagged: isTag(tokens, at),
    said: predicate && BEING.has(tokens[at - 1]?.text ?? ''),
    ends,
  };
}

/** Returns true for the grade that something had: `ResolvedCritical`. */
function isGradeAtEnd(tokens: readonly Token[], at: number): boolean {
  return (
    at === tokens.length - 1 && ['critical', 'warning', 'error', 'major', 'minor'].includes(tokens[at]?.text ?? '')
  );
}

/** Verbs before a word that is said of the subject now. `was` is not among them. */
const BEING = new Set(['is', 'are', 'went', 'goes', 'became', 'remains', 'still', 'now', 'back']);

const OPENING = new Set(['[', '【', '「']);

/** `[FIRING:2]`, `【失败】`, `[🔴 Down]` at the very beginning. */
function isTag(tokens: readonly Token[], at: number): boolean {
  const open = tokens[at - 1]?.text ?? '';
  if (OPENING.has(open)) return at <= 2 || tokens[at + 1]?.text === ']';
  // `[🔴 Down]`: an emoji of two tokens at most stands before the word.
  const isAfterMark = OPENING.has(tokens[at - 2]?.text ?? '') || OPENING.has(tokens[at - 3]?.text ?? '');
  return isAfterMark && tokens[at + 1]?.text === ']' && tokens[at - 1]?.kind === 'end';
}

function readHan(tokens: readonly Token[], at: number, hits: Hit[]): void {
  const run = tokens[at]?.text ?? '';
  const { han } = dictionary();
  for (let from = 0; from < run.length; ) {
    const entry = han.get(run.charAt(from))?.find(({ tokens: [own = ''] }) => run.startsWith(own, from));
    const word = entry?.tokens[0] ?? '';
    if (entry?.meaning !== undefined) hits.push(hanHit(tokens, at, from, word, entry.meaning));
    from += Math.max(1, word.length);
  }
}

function hanHit(tokens: readonly Token[], at: number, from: number, word: string, meaning: Meaning): Hit {
  const run = tokens[at]?.text ?? '';
  const next = run.charAt(from + word.length);
  const rest =
    run.slice(0, from).replace(/^(?:\u5df2\u7ecf?|\u6b63\u5728|\u88ab)$/, '') +
    run.slice(from + word.length).replace(/^[\u4e86\u4e2d\u7684]$/, '');
  return {
    ...meaning,
    word,
    ...hanTurnOf(tokens, at, from, from + word.length, meaning.kind),
    predicate: next === '' || HAN_FOLLOWERS.includes(next),
    whole: tokens.length === 1 && rest === '',
    last: at === tokens.length - 1 && next === '',
    heads: at === 0 && from === 0 && next === '' && tokens[at + 1]?.kind === 'end',
    tagged: from === 0 && isTag(tokens, at),
    said: false,
    ends: false,
  };
}
