import { isExpected, isHanExpected } from './expectation.js';
import { isBefore } from './fillers.js';
import { hanPlace } from './han-place.js';
import { isHanNegated, isNegated } from './negation.js';
import { hanShareOf, type Share, shareOf } from './share.js';
import type { Token } from './tokens.js';
import type { Kind } from './vocabulary.js';

/** The ways in which what stands around a word changes what it says. */
export interface Turn {
  /** True if the meaning is that of the opposite: `not resolved`. */
  readonly negated: boolean;
  /** True if it is good news of a part only: `partially restored`, `3/5 nodes healthy`. */
  readonly partly: boolean;
  /** True if it is good news that is only waited for: `to be restored`, `step 3 of 5 complete`. */
  readonly expected: boolean;
}

/** Words before good news of which only a part is true. */
const LIMITERS = new Set('partially partly hardly barely scarcely incompletely'.split(' '));
/** Han words near good news that is true of a part: `部分实例已恢复`, `恢复部分功能`. */
const HAN_LIMITERS = '部分 少数 个别 半数 一半'.split(' ');
/** Those near a cure: `1 个节点故障，其余已恢复`. */
const HAN_LIMITERS_OF_CURES = [...HAN_LIMITERS, '其余', '其他', '其它'];
/** Characters before a word that are near it. */
const MAX_NEAR = 6;

/** The kinds of good news. */
const GOOD: ReadonlySet<Kind> = new Set<Kind>(['good', 'cured', 'over']);

/** Returns the ways in which what stands around the word at a position changes it. */
export function turnOf(tokens: readonly Token[], at: number, length: number, kind: Kind): Turn {
  const isGood = GOOD.has(kind);
  const share = isGood ? shareOf(tokens, at, length) : undefined;
  const isPart = isLess(share);
  return {
    negated: share?.part === 0 || isNegated(tokens, at, length, isGood),
    partly: isGood && ((isPart && kind !== 'over') || isBefore(tokens, at, true, ({ text }) => LIMITERS.has(text))),
    expected: isGood && ((isPart && kind === 'over') || isExpected(tokens, at)),
  };
}

/** Returns the same for the word that stands between two indices in a run of Han characters. */
export function hanTurnOf(tokens: readonly Token[], at: number, from: number, to: number, kind: Kind): Turn {
  const isGood = GOOD.has(kind);
  const place = hanPlace(tokens[at]?.text ?? '', from, to, isGood);
  const share = isGood ? hanShareOf(tokens, at, place) : undefined;
  const isPart = isLess(share);
  const near = place.before.slice(-MAX_NEAR);
  const limiters = kind === 'cured' ? HAN_LIMITERS_OF_CURES : HAN_LIMITERS;
  return {
    negated: share?.part === 0 || isHanNegated(tokens, at, place, isGood),
    partly:
      isGood &&
      ((isPart && kind !== 'over') || limiters.some((word) => near.includes(word) || place.rest.startsWith(word))),
    expected: isGood && ((isPart && kind === 'over') || isHanExpected(tokens, at, place, kind)),
  };
}

/** Returns true for a share that is not all. */
function isLess(share: Share | undefined): boolean {
  return share !== undefined && share.part < share.whole;
}
