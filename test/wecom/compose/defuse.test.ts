import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEVERITY } from '../../../src/text/severity.js';
import { carriable, defuse, defuseLine, defuseTitle } from '../../../src/wecom/compose/defuse.js';
import { inLink, linkIn, markdownLink } from '../../../src/wecom/compose/link.js';

const FORMATS = ['text', 'markdown', 'markdown_v2'] as const;

describe('defuse: what is dangerous in a format', () => {
  test.each([
    ['a mention', '<@all>', '＜@all>', '＜@all>', '＜@all>'],
    ['a comparison stays', 'p99 < 10 && 5xx > 10', ...Array(3).fill('p99 < 10 && 5xx > 10')],
    ['a colour', '<font color="info">x</font>', undefined, '＜font color="info">x＜/font>', undefined],
    ['an address in angle brackets', '<https://evil.example>', undefined, '＜https://evil.example>', undefined],
    ['an entity that would become a tag', '&lt;@all&gt;', undefined, '＆lt;@all＆gt;', undefined],
    ['a link', '[a](http://b)', undefined, '[a］(http://b)', undefined],
    ['an image', '![a](http://b)', undefined, '![a］(http://b)', undefined],
    ['a link by reference', '[a][b]\n[b]: http://c', undefined, '[a］[b]\n[b］: http://c', undefined],
    ['brackets without a link stay', '[ERROR] list[0]', ...Array(3).fill('[ERROR] list[0]')],
    ['bold', '**a**', undefined, '∗∗a∗∗', undefined],
    ['code', '```\na\n```', undefined, "'''\na\n'''", undefined],
    ['a heading', '# a\n  ## b #c', undefined, '＃ a\n  ＃# b #c', undefined],
    ['a quote', '> a > b', undefined, '＞ a > b', undefined],
    ['an underlined heading', 'a\n---\nb\n===', undefined, 'a\n—\nb\n＝', undefined],
    ['a list stays', '- a\n- b', ...Array(3).fill('- a\n- b')],
    ['a backslash before markup', '\\[a\\', undefined, '＼[a＼', undefined],
    ['a path stays', 'C:\\logs\\app', ...Array(3).fill('C:\\logs\\app')],
    ['a table', 'a|b', undefined, 'a|b', 'a｜b'],
    ['italics', '_a_ a_b __init__', undefined, '_a_ a_b __init__', '＿a＿ a_b ＿＿init＿＿'],
    ['a fence of tildes', '~~~ ~5', undefined, '~~~ ~5', '～～～ ~5'],
    ['a circle of ours', '🔴 a 🟠 ⚪️ 🟢', ...Array(3).fill('● a ● ○ ●')],
    ['another emoji stays', '🚀 👨‍👩‍👧 ❤️', ...Array(3).fill('🚀 👨‍👩‍👧 ❤️')],
    ['a user before a host', 'https://a.com@b.com/c@d', ...Array(3).fill('https://b.com/c@d')],
    ['a user before half a host', 'https://a.com@b…', ...Array(3).fill('https://b…')],
    ['a host that looks like another', 'https://con\u0455ole.com/', ...Array(3).fill('https://xn--conole-kvf.com/')],
    ['a Chinese sentence after an address', '见https://a.com，联系@b', ...Array(3).fill('见https://a.com，联系@b')],
  ])('%s: %j', (_, given, text = given, markdown = text, markdownV2 = markdown) => {
    expect(FORMATS.map((format) => defuse(given, format))).toEqual([text, markdown, markdownV2]);
  });
});

describe('defuse: what is no text', () => {
  test.each([
    ['colours of a terminal', '\u001b[1;31mFATAL\u001b[0m', 'FATAL'],
    ['a title of a terminal', '\u001b]0;title\u0007text', 'text'],
    ['null bytes and control characters', 'a\0b\u0008c\u009fd', 'abcd'],
    ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['tabs', 'a\tb', 'a b'],
    ['a lone surrogate', 'a\ud83d', 'a\ufffd'],
    ['a turned reading direction', 'a\u202eb\u2066c', 'abc'],
    ['what nobody sees', 'a\u200bb\u00adc\ufeffd\u2060e\u3164f\u200dg', 'abcdefg'],
    ['a mention hidden by what is dropped', '<\0@all> <\u202e@all> <\u001b[0m@all>', '＜@all> ＜@all> ＜@all>'],
  ])('%s', (_, given, expected) => {
    for (const format of FORMATS) expect(defuse(given, format)).toBe(expected);
  });
});

test('defuse: no severity has a circle that outside texts may show', () => {
  for (const { emoji } of Object.values(SEVERITY)) expect(defuse(emoji, 'text')).not.toContain(emoji);
});

test("defuseTitle: a caller's own words keep their circle", () => {
  const title = '🔴 支付网关';
  expect(defuseTitle({ kind: 'written', title }, 'text')).toBe(title);
  expect(defuseTitle({ kind: 'rendered', title }, 'text')).toBe('● 支付网关');
});

test.each([
  ['详情', 'https://cn-north-1.console.amazonaws.cn/a', '[详情](https://cn-north-1.console.amazonaws.cn/a)'],
  ['详情', 'https://health.aws.amazon.com/a', '[详情](https://health.aws.amazon.com/a)'],
  ['详情', 'https://console.amazonaws-us-gov.com/a', '[详情](https://console.amazonaws-us-gov.com/a)'],
  ['详情', 'http://console.aws.amazon.com/a', '[详情 console.aws.amazon.com](http://console.aws.amazon.com/a)'],
  ['详情', 'https://a.example:8443/b', '[详情 a.example:8443](https://a.example:8443/b)'],
  [
    '详情',
    'https://console.aws.amazon.com.a.example/',
    '[详情 console.aws.amazon.com.a.example](https://console.aws.amazon.com.a.example/)',
  ],
  ['', 'https://console.aws.amazon.com/', '[console.aws.amazon.com](https://console.aws.amazon.com/)'],
])('markdownLink: %s to %s', (text, url, link) => {
  expect(markdownLink(text, url)).toBe(link);
});

test('defuseLine: the text stands on one line', () => {
  expect(defuseLine('  a\n\n b\tc\u2029', 'text')).toBe('a b c');
});

test('inLink: a bracket in a title does not end the link it is the text of', () => {
  expect(inLink('[prod] a]b')).toBe('［prod］ a］b');
});

test("carriable: a caller's own text loses only what WeCom cannot carry", () => {
  expect(carriable('<@a> \u001b[0m **b**\r\n\0\ud83d😀')).toBe('<@a>  **b**\r\n\ufffd😀');
});

describe('defuse: properties', () => {
  const markup = fc.constantFrom(
    '<',
    '@',
    '<@',
    '](',
    '[',
    '](',
    '`',
    '```',
    '**',
    '_',
    '|',
    '\n',
    '#',
    '>',
    '\\',
    '&lt;',
  );
  const text = fc
    .array(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
    .map((pieces) => pieces.join(''));

  test.each(FORMATS)('%s: nothing that acts is left, and a second time changes nothing', (format) => {
    fc.assert(
      fc.property(text, (given) => {
        const defused = defuse(given, format);
        expect(defused).not.toMatch(/<@|\p{Surrogate}|(?!\n)\p{Cc}/u);
        if (format !== 'text') expect(defused).not.toMatch(/<[a-z/@]|\]\(|`|\*|^ *[#>]/im);
        expect(defuse(defused, format)).toBe(defused);
      }),
    );
  });

  test.each(FORMATS)('%s: the quick look misses nothing that the rules would change', (format) => {
    fc.assert(
      fc.property(text, (given) => {
        // A null byte goes anyway, and makes every rule be applied.
        expect(defuse(given, format)).toBe(defuse(`\0${given}`, format));
      }),
      { numRuns: 500 },
    );
  });

  test('time grows with the text: with its square, it would exceed the time limit of the test', () => {
    const units = ['_', '-', '=', ' ', '#', '\u001b[', '\u001b]', '<', '] ', '~', '\n', ' -', '- ', ' \n'];
    for (const unit of units) for (const format of FORMATS) defuse(unit.repeat(200_000), format);
  });
});

describe('linkIn', () => {
  const console1 = 'https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/a%20(b)';
  test.each([
    ['text keeps brackets', console1, 'text', console1],
    ['markdown encodes them', console1, 'markdown', console1.replace('(b)', '%28b%29')],
    ['what would end a link is encoded', 'https://a.example/x y"<@z>', 'text', 'https://a.example/x%20y%22%3C@z%3E'],
    ['white space around it goes', ' https://a.example/\n', 'markdown_v2', 'https://a.example/'],
    ['a lone surrogate does not throw', 'https://a.example/\ud83d', 'text', 'https://a.example/%EF%BF%BD'],
    ['another scheme is no link', 'javascript:alert(1)', 'markdown', undefined],
    ['no host is no link', 'https:///path', 'text', undefined],
    ['over 1024 bytes is no link', `https://a.example/${'字'.repeat(340)}`, 'text', undefined],
    ['a user before the host goes', 'https://a.com:1@b.com/c', 'text', 'https://b.com/c'],
    ['a host that is not ASCII is punycode', 'https://例子.中国/a', 'markdown', 'https://xn--fsqu00a.xn--fiqs8s/a'],
    ['a backslash is a slash', 'https://a.com\\@b.com', 'text', 'https://a.com%5C@b.com'],
    ['what turns the direction is encoded', 'https://a.com/\u202eb\u200b', 'text', 'https://a.com/%E2%80%AEb%E2%80%8B'],
    ['a host that no one could have is no link', 'https://a(b)/', 'markdown', undefined],
    ['nothing is no link', undefined, 'text', undefined],
  ] as const)('%s', (_, link, format, expected) => {
    expect(linkIn(link, format)).toBe(expected);
  });
});
