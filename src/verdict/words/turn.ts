import { isExpected, isHanExpected } from './expectation.js';
import { isBefore } from './fillers.js';
import { hanPlace } from './han-place.js';
import { isHanNegated, isNegated } from './negation.js';
import type { Token } from './tokens.js';
import type { Kind } from './vocabulary.js';

/** The ways in which what stands around a word changes what it says. */
export interface Turn {
  /** True if the meaning is that of the opposite: `not resolved`. */
  readonly negated: boolean;
  /** True if it is good news of a part only: `partially restored`. */
  readonly partly: boolean;
  /** True if it is good news that is only waited for: `to be restored`. */
  readonly expected: boolean;
}

/** Words before good news of which only a part is true. */
const LIMITERS = new Set('partially partly hardly barely scarcely incompletely'.split(' '));
/** Han words near good news that is true of a part: `部分实例已恢复`, `恢复部分功能`. */
const HAN_LIMITERS = '部分 少数 个别 半数 一半'.split(' ');
/** Those near a cure: `1 个节点故障，其余已恢复`. */
const HAN_LIMITERS_OF_CURES = '其余 其他 其它'.split(' ');
/** Characters before a word that are near it. */
const MAX_NEAR = 6;

/** The kinds of good news. */
const GOOD: ReadonlySet<Kind> = new Set<Kind>(['good', 'cured', 'over']);

/** Returns the ways in which what stands around the word at a position changes it. */
export function turnOf(tokens: readonly Token[], at: number, length: number, kind: Kind): Turn {
  const isGood = GOOD.has(kind);
  return {
    negated: isNegated(tokens, at, length, isGood),
    partly: isGood && isBefore(tokens, at, true, ({ text }) => LIMITERS.has(text)),
    expected: isGood && isExpected(tokens, at),
  };
}

/** Returns the same for the word that stands between two indices in a run of Han characters. */
export function hanTurnOf(tokens: readonly Token[], at: number, from: number, to: number, kind: Kind): Turn {
  const isGood = GOOD.has(kind);
  const place = hanPlace(tokens[at]?.text ?? '', from, to, isGood);
  const near = place.before.slice(-MAX_NEAR);
  const limiters = kind === 'cured' ? [...HAN_LIMITERS, ...HAN_LIMITERS_OF_CURES] : HAN_LIMITERS;
  return {
    negated: isHanNegated(tokens, at, place, isGood),
    partly: isGood && limiters.some((word) => near.includes(word) || place.rest.startsWith(word)),
    expected: isGood && isHanExpected(tokens, at, place, kind),
  };
}
