import { isBefore } from './fillers.js';
import type { HanPlace } from './han-place.js';
import { isDigit, type Token } from './tokens.js';
import type { Kind } from './vocabulary.js';

/** Words before good news that somebody only waits for, wishes or promises: `will be restored`, `until resolved`. */
const EXPECTING = new Set(
  'will would should must pending awaiting until unless if once being need needs requires expected please'.split(' '),
);
/** Verbs after `to` that do the same: `needs to be fixed`, `waiting for it to become available`. */
const AFTER_TO = new Set(['be', 'become', 'get']);

/** Han words right before good news: `待修复`, `即将恢复`. */
const HAN_EXPECTING = '等待 待 即将 将 将要 将会 需要 需 必须 尽快 尽早 预计 直到 直至 应该'.split(' ');
/** Those and more before a cure. Before other good news the others are what succeeded: `申请成功`, `准备就绪`. */
const HAN_EXPECTING_CURE = [
  ...HAN_EXPECTING,
  ...'正在 逐步 尝试 准备 请 计划 申请 要求 建议 开始 争取 协助 配合 安排 着手 抓紧'.split(' '),
];
/** Those that stand anywhere in the clause before it: `预计 12:00 恢复`, `等待服务恢复正常`. */
const HAN_IN_CLAUSE = '预计 等待 需要 必须 将于'.split(' ');
/** Words that end their reach: `等待 5 分钟后已恢复`, `需要处理的任务全部完成`. */
const HAN_DONE = ['已', '的', '了'];
/** Words after a cure that is done, whatever was planned: `正在修复` but `修复完成`. */
const HAN_DONE_AFTER = '完成 完毕 成功 结束 正常 了 好'.split(' ');

/** Returns true if good news is only waited for, wished or promised. */
export function isExpected(tokens: readonly Token[], at: number): boolean {
  return isBefore(tokens, at, true, ({ text }, before) => {
    if (EXPECTING.has(text)) return true;
    return text === 'to' && AFTER_TO.has(tokens[before + 1]?.text ?? '') && tokens[before - 1]?.text !== 'able';
  });
}

/** Returns the same for a word in a run of Han characters. */
export function isHanExpected(tokens: readonly Token[], at: number, place: HanPlace, kind: Kind): boolean {
  const isCure = kind === 'cured';
  const isDone = isCure && HAN_DONE_AFTER.some((word) => place.rest.startsWith(word));
  const words = isCure ? HAN_EXPECTING_CURE : HAN_EXPECTING;
  return (
    (!isDone && place.befores.some((before) => words.some((word) => before.endsWith(word)))) ||
    isExpectedInClause(clauseBefore(tokens, at) + place.start, isCure)
  );
}

function isExpectedInClause(clause: string, isCure: boolean): boolean {
  const isRequest = isCure && clause.startsWith('请') && !clause.startsWith('请求');
  const starts = [...HAN_IN_CLAUSE.map((word) => clause.lastIndexOf(word)), isRequest ? 0 : -1];
  return starts.some((start) => start >= 0 && !HAN_DONE.some((done) => clause.includes(done, start)));
}

/** Returns what stands in a clause before a token. A colon between digits is that of a time of day. */
function clauseBefore(tokens: readonly Token[], at: number): string {
  let first = at;
  while (first > 0 && (tokens[first - 1]?.kind !== 'end' || isColonOfTime(tokens, first - 1))) first -= 1;
  return tokens
    .slice(first, at)
    .map(({ text }) => text)
    .join('');
}

function isColonOfTime(tokens: readonly Token[], at: number): boolean {
  const isNumber = (index: number): boolean => isDigit((tokens[index]?.text ?? '').charCodeAt(0));
  return tokens[at]?.text === ':' && isNumber(at - 1) && isNumber(at + 1);
}
