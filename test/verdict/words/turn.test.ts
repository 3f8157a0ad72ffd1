import { expect, test } from 'vitest';
import { toldVerdict } from '../../../src/payloads/written/told-verdict.js';
import { vocabulary } from '../../../src/verdict/words/dictionary.js';
import { readState } from '../../../src/verdict/words/read-text.js';
import type { Kind } from '../../../src/verdict/words/vocabulary.js';

const GOOD: readonly Kind[] = ['good', 'cured', 'over'];
const isHan = (word: string): boolean => /^[\u4e00-\u9fff]/.test(word);
const goodWords = vocabulary()
  .filter(([, { kind }]) => GOOD.includes(kind))
  .map(([word]) => word);

/** What people and tools write around good news that is not true. */
const NOT_TRUE = {
  han: '未X 没有X 没X 未能X 没能X 不能X 无法X 尚未X 仍未X 还没有X 未全部X 没有全部X 未完全X 未按时X 未如期X 未及时X 未正常X 未成功X 未能成功X 并非全部X 难以X 部分X 只有部分X 没有及时X 不完全X 暂时无法X 迟迟未X 从未X 待X 即将X 需要X 等待X 预计X 等待服务X',
  latin:
    'not X,not yet X,not fully X,not entirely X,not all X,not every check X,never X,could not be X,cannot be X,can’t be X,has not been X,was not X,failed to be X,partially X,only partially X,partly X,no longer X,not properly X,not been able to be X,neither of them X,none of the checks X,unable to be X,has yet to be X,hardly X,still not X,to be X,will be X,should be X,needs to be X,being X,until X,pending X,waiting for it to become X',
};

test.each([...NOT_TRUE.han.split(' '), ...NOT_TRUE.latin.split(',')])(
  'turnOf: “%s” is good news with no word of the vocabulary',
  (frame) => {
    const words = goodWords.filter((word) => isHan(word) === isHan(frame.replace('X', '')));
    expect(words.length).toBeGreaterThan(20);
    const green = words
      .map((word) => frame.replace('X', word))
      .filter((text) => [readState(text), toldVerdict('', text)].some((told) => told?.severity === 'recovery'));
    expect(green).toEqual([]);
  },
);

test.each([
  ['磁盘故障，请尽快修复', 'error'],
  ['磁盘故障，需要修复', 'error'],
  ['数据库故障，预计 12:00 恢复', 'error'],
  ['备份失败，同步没有完成', 'error'],
  ['1 个节点故障，其余已恢复', 'error'],
  ['部分恢复，1 个失败', 'error'],
  ['故障处理中，请等待恢复', 'warning'],
  ['高危漏洞待修复', 'warning'],
  ['服务正在恢复', 'warning'],
  ['服务恢复中', 'warning'],
  ['请相关同事尽快修复', 'warning'],
  ['数据同步未全部完成', 'warning'],
  ['任务中途结束', 'warning'],
  ['服务已恢复部分功能', 'warning'],
  ['0/5 ready', 'error'],
  ['0 of 5 healthy', 'error'],
  ['成功 0/3', 'error'],
  ['3/5 nodes healthy', 'warning'],
  ['2 out of 5 replicas ready', 'warning'],
  ['8/10 个节点健康', 'warning'],
  ['在线：3/5', 'warning'],
  ['健康检查 2/5 通过', 'warning'],
  ['step 3/5 completed', 'info'],
  ['备份完成 3/4', 'info'],
  ['2/5 failed', 'error'],
  ['disk failed, needs to be fixed', 'error'],
  ['Node down. Will be restored at 12:00', 'warning'],
  ['Outage: expected to be resolved by noon', 'error'],
  ['Restored only partially: service partially restored', 'warning'],
  ['job completed abnormally', 'warning'],
])('turnOf: %s is %s', (text, severity) => {
  expect(toldVerdict('', text).severity).toBe(severity);
});

test.each([
  '服务已完全恢复',
  '5/5 nodes healthy',
  '10 of 10 jobs succeeded',
  '成功 10/10',
  '2026/11/30 正常',
  '11/30 备份成功',
  '全部恢复',
  '性能恢复',
  '成都节点已恢复',
  '请求成功',
  '申请成功',
  '准备就绪',
  '计划完成',
  '响应正常',
  '等待 5 分钟后已恢复',
  '正在修复的问题已解决',
  '需要处理的任务已全部完成',
  '紧急修复完成',
  '未发现错误，备份完成',
  '不受影响，已恢复',
  '无人值守更新完成',
  '不能登录的故障已恢复',
  '没有响应的实例已恢复',
  '无法访问问题已解决',
  '异常已消除，恢复正常',
  'Resolved: not all nodes were reachable',
  'No errors. Backup completed',
  'fully recovered',
  'Restored after 5 min',
  'all checks passed',
])('turnOf: %s is good news', (text) => {
  expect(toldVerdict('', text).severity).toBe('recovery');
});
