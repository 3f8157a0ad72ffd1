import { describe, expect, it } from 'vitest';
import { found } from '../../../local/page/search.js';
import { NOTHING } from '../../../local/page/state.js';
import { WORDS } from '../../../local/page/words.js';

const MESSAGES = [
  { msgtype: 'text', text: { content: '🔴 支付网关 5xx 过多', mentioned_mobile_list: ['13800138000'] } },
  { msgtype: 'markdown', markdown: { content: '## <font color="warning">告警</font> Payment-API\n> 当前值：42' } },
  { msgtype: 'text', text: { content: '夜间批处理完成', mentioned_list: ['@all'] } },
  { msgtype: 'news', news: { articles: [{ title: '日报', description: '订单 1,024', url: 'https://example.com/' }] } },
].map((message, index) => ({
  ...{ number: index + 1, robot: 'default', at: 0, traces: [], message },
  wording: { language: 'zh-CN', format: 'text' },
}));

const choices = {
  ...({ tongue: 'zh', pane: 'group', robot: 'default', asWechat: false, filter: '' } as const),
  ...{ selected: undefined, linked: undefined },
};

function numbersFor(search: string, words: (typeof WORDS)['zh'] = WORDS.zh): readonly number[] {
  const state = { ...NOTHING, people: { '13800138000': '王芳' } };
  return found(MESSAGES, { state, choices: { ...choices, search }, words }).map(({ number }) => number);
}

describe('found', () => {
  it.each([
    ['', [1, 2, 3, 4]],
    ['   ', [1, 2, 3, 4]],
    ['支付', [1]],
    ['payment', [2]],
    ['PAYMENT 告警', [2]],
    ['5xx  支付', [1]],
    ['支付 payment', []],
    ['当前值：42', [2]],
    ['@王芳', [1]],
    ['日报 1,024', [4]],
    ['warning', []],
    ['13800138000', []],
  ])('“%s”: what people read in the messages, each word of it: %j', (search, expected) => {
    expect(numbersFor(search)).toEqual(expected);
  });

  it('who is mentioned is found in the language that the page shows, after it was switched too', () => {
    expect([numbersFor('@所有人'), numbersFor('@all', WORDS.en), numbersFor('@all'), numbersFor('@所有人')]).toEqual([
      [3],
      [3],
      [],
      [3],
    ]);
  });
});
