import type { Token } from './tokens.js';

/** Tokens that may stand between a word and what turns it: `not been resolved`, `0 jobs failed`, `no new errors`. */
const FILLERS = setOf(
  't been yet be is are was were any new more the a fully all longer found of job jobs test tests task tasks file files item items record records check checks host hosts node nodes row rows event events critical major high known open unexpected severe user users',
);
const GOOD_FILLERS = setOf(
  'to able get got become becomes them either both each every always entirely completely wholly quite properly correctly successfully even being replica replicas pod pods instance instances target targets member members service services server servers container containers worker workers broker brokers endpoint endpoints',
);
const MAX_BETWEEN = 2;
const MAX_BETWEEN_GOOD = 4;

/** Han characters that may stand between: one before bad news, several before good news. */
const HAN_FILLERS = '发现 检测到 检出 检测出 出现 任何 发生 产生 存在 有 再 见 曾 被 明显 新增 其他 其它 完全'.split(
  ' ',
);
const HAN_GOOD_FILLERS =
  '能 能够 全部 全 都 按时 按期 如期 及时 准时 正常 成功 顺利 彻底 真正 得到 得以 自动 正确 有效 立即 完整 全面'.split(
    ' ',
  );
const MAX_HAN_BETWEEN = 1;
const MAX_HAN_BETWEEN_GOOD = 3;

/**
 * Returns true if a word that passes a test stands before another, with nothing but fillers between them.
 * @param isGood whether the other is good news: more may stand before it.
 */
export function isBefore(
  tokens: readonly Token[],
  at: number,
  isGood: boolean,
  passes: (token: Token, at: number) => boolean,
): boolean {
  const first = at - 1 - (isGood ? MAX_BETWEEN_GOOD : MAX_BETWEEN);
  for (let before = at - 1; before >= Math.max(0, first); before -= 1) {
    const token = tokens[before];
    if (token === undefined || token.kind === 'end') return false;
    if (passes(token, before)) return true;
    if (token.kind === 'han' || !(FILLERS.has(token.text) || (isGood && GOOD_FILLERS.has(token.text)))) return false;
  }
  return false;
}

/** Returns what stands before a word of Han characters: as it is, and without the fillers at its end, one after the other. */
export function hanBefore(before: string, isGood: boolean): readonly string[] {
  const all = [before];
  for (let rest = before; all.length <= (isGood ? MAX_HAN_BETWEEN_GOOD : MAX_HAN_BETWEEN); all.push(rest)) {
    const filler = endOf(rest, HAN_FILLERS) || (isGood ? endOf(rest, HAN_GOOD_FILLERS) : 0);
    if (filler === 0) return all;
    rest = rest.slice(0, -filler);
  }
  return all;
}

/** Returns the length of the one of these words with which a text ends, or 0. */
function endOf(text: string, words: readonly string[]): number {
  return words.find((word) => text.endsWith(word))?.length ?? 0;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
