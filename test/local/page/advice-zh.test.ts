import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADVICE_ZH, adviceInChinese } from '../../../local/page/advice-zh.js';
import { unrecognised } from '../../../src/payloads/unrecognised.js';

const SOURCE = readFileSync(new URL('../../../src/payloads/unrecognised.ts', import.meta.url), 'utf8');

describe('adviceInChinese', () => {
  it('every advice of the function is known in Chinese, and no other', () => {
    const literals = [...SOURCE.matchAll(/advice:\s*'((?:[^'\\\n]|\\.)*)'/g)].map(([, text = '']) => text);
    const advice = literals.map((text) => text.replaceAll("\\'", "'"));
    expect(advice.length).toBeGreaterThan(20);
    expect(new Set(Object.keys(ADVICE_ZH))).toEqual(new Set(advice));
  });

  it.each([
    [[1, 2], '这是一个列表，像 EventBridge Pipes 发来的：请用输入模板把每个元素变成 {"push_message": …}'],
    [{}, '它是空的'],
    [{ Records: [{ eventSource: 'aws:kinesis' }] }, '这是数据流的一批记录：给人看的消息请经 SNS 或 EventBridge 发送'],
    [null, ''],
  ])('%j: %s', (event, expected) => {
    expect(adviceInChinese(unrecognised(event).message)).toBe(expected);
  });
});
