import { isBefore } from './fillers.js';
import { isDigit, type Token } from './tokens.js';

/** A part of a number of things: `3/5 nodes`, `2 of 5 replicas`. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Words for things of which Chinese counts some: `3/5 个节点健康`. */
const HAN_COUNTED = /^[\u4e2a\u53f0\u9879\u6761\u6b21\u4efd]?(?:节点|实例|副本|任务|主机|服务|探针|检查)?$/;

/** Returns the share that good news is true of, if one stands right before it or behind it. */
export function shareOf(tokens: readonly Token[], at: number, length: number): Share | undefined {
  let found = shareAfter(tokens, at + length);
  isBefore(tokens, at, true, (_, before) => {
    found ??= shareAt(tokens, before);
    return found !== undefined;
  });
  return found;
}

/** Returns the same for a word in a run of Han characters. */
export function hanShareOf(
  tokens: readonly Token[],
  at: number,
  { start, rest }: { readonly start: string; readonly rest: string },
): Share | undefined {
  const before = HAN_COUNTED.test(start) ? shareAt(tokens, at - 1) : undefined;
  return before ?? (rest === '' ? shareAfter(tokens, at + 1) : undefined);
}

/** `8/10`, and `: 8/10`. */
function shareAfter(tokens: readonly Token[], after: number): Share | undefined {
  const isColon = [':', '：', '=', '(', '（'].includes(tokens[after]?.text ?? '');
  return slashed(tokens[after + (isColon ? 1 : 0)]);
}

/** `8/10`, `8 of 10`, `8 out of 10`. */
function shareAt(tokens: readonly Token[], at: number): Share | undefined {
  const token = tokens[at];
  if (tokens[at - 1]?.text !== 'of' || !isNumber(token)) return slashed(token);
  const part = tokens[at - (tokens[at - 2]?.text === 'out' ? 3 : 2)];
  return isNumber(part) ? { part: Number(part.text), whole: Number(token.text) } : undefined;
}

function slashed(token: Token | undefined): Share | undefined {
  const [part, whole] = token?.kind === 'word' ? token.text.split('/').map(Number) : [];
  return part === undefined || whole === undefined ? undefined : { part, whole };
}

function isNumber(token: Token | undefined): token is Token {
  return token !== undefined && isDigit(token.text.charCodeAt(0)) && !token.text.includes('/');
}
