import { isBefore } from './fillers.js';
import type { HanPlace } from './han-place.js';
import { isDigit, type Token } from './tokens.js';

/**
 * Words before a word that turn it into its opposite. Good news is turned by more of them than bad news: `unable to be restored` is
 * bad news, `unable to retry` is no good news.
 */
const NEGATIONS = new Set('no not non un never none without zero nor neither'.split(' '));
/** Those of which only the `t` makes a negation: `isn't`, `can't`. */
const BEFORE_T = new Set('isn aren wasn weren doesn don didn hasn haven couldn wouldn won can'.split(' '));
/** Those that need a `to`: `failed to be delivered`, `has yet to be resolved`. */
const BEFORE_TO = new Set('unable failed fails failing yet refused refuses'.split(' '));

/** Han words before a word that turn it into its opposite: `未发现异常`, `没有失败`, `一旦失败`. */
const HAN_NEGATIONS = '未 无 非 不 没 没有 零 免 防止 不会 如有 如遇 若有 一旦'.split(' ');
/** Those that turn good news, of which inability is one: what cannot be rolled back is no good news. */
const HAN_GOOD_NEGATIONS = [...HAN_NEGATIONS, '无法', '难以', '不可'];

/** Returns true for `not healthy`, `0 jobs failed`, `errors: 0`, `no new errors`. */
export function isNegated(tokens: readonly Token[], at: number, length: number, isGood: boolean): boolean {
  return (
    isBefore(tokens, at, isGood, ({ text }, before) => {
      if (NEGATIONS.has(text) || isZero(text)) return !isPartOfNumber(tokens, before);
      const next = tokens[before + 1]?.text;
      if (BEFORE_T.has(text)) return next === 't';
      return isGood && (text === 'cannot' || (next === 'to' && BEFORE_TO.has(text)));
    }) || isNoneAfter(tokens, at + length)
  );
}

/** Returns true for `未发现异常`, `0 个错误`, `失败：0`, `无法恢复`. */
export function isHanNegated(tokens: readonly Token[], at: number, place: HanPlace, isGood: boolean): boolean {
  const { before, befores, rest } = place;
  // A verb may stand between a negation and good news: `未备份成功`.
  if (isGood && before.at(-3) === '未') return true;
  const words = isGood ? HAN_GOOD_NEGATIONS : HAN_NEGATIONS;
  if (befores.some((one) => words.some((word) => one.endsWith(word)))) return true;
  return isZeroBefore(tokens, at, before) || isZeroAfter(tokens, at, rest);
}

/** `0`, `0/5`. */
function isZero(text: string | undefined): boolean {
  return text === '0' || text?.startsWith('0/') === true;
}

/** `errors: 0`, `errors=none`, `error free`. */
function isNoneAfter(tokens: readonly Token[], after: number): boolean {
  const [next, value] = [tokens[after]?.text ?? '', tokens[after + 1]?.text ?? ''];
  return next === 'free' || ([':', '=', '：'].includes(next) && (isZero(value) || value === 'none'));
}

/** The 0 of `10.0` or `2026-11-0`: no number of anything. */
function isPartOfNumber(tokens: readonly Token[], at: number): boolean {
  return isZero(tokens[at]?.text) && isDigit((tokens[at - 1]?.text ?? '').charCodeAt(0));
}

/** `0 个错误`, `0 失败`. */
function isZeroBefore(tokens: readonly Token[], at: number, before: string): boolean {
  return (
    /^[\u4e2a\u6761\u6b21\u9879\u5904\u53f0\u7b14\u4ef6]?$/.test(before) &&
    isZero(tokens[at - 1]?.text) &&
    !isPartOfNumber(tokens, at - 1)
  );
}

/** `失败 0`, `失败：0`, `失败数 0 个`. */
function isZeroAfter(tokens: readonly Token[], at: number, rest: string): boolean {
  if (!/^(?:\u6570|\u6570\u91cf|\u6b21\u6570|\u7b14\u6570|\u6761\u6570|\u7528\u4f8b)?$/.test(rest)) return false;
  const colon = /^[:\uff1a=]$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
  const follows = tokens[at + 2 + colon]?.text;
  return isZero(tokens[at + 1 + colon]?.text) && !(follows !== undefined && isDigit(follows.charCodeAt(0)));
}
