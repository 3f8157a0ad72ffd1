import { describe, expect, it } from 'vitest';
import { quote } from '../../src/base/quote.js';

const KEY = '00000000-0000-4000-8000-000000000001';

describe('quote: a given value as an error shows it', () => {
  it.each([
    ['a', '"a"'],
    ['a\nb', '"a\\nb"'],
    ['长'.repeat(41), `"${'长'.repeat(40)}…"`],
    [5, '5'],
    [null, 'null'],
    [[1, 2], 'a list of 2'],
    [{ key: KEY }, 'an object'],
    [() => KEY, 'a function'],
    [Symbol(KEY), 'a symbol'],
    [10n ** 100n, 'a bigint'],
    [undefined, 'undefined'],
  ])('%o', (value, shown) => {
    expect(quote(value)).toBe(shown);
  });

  it.each([
    [KEY, '"***"'],
    [KEY.replaceAll('-', ''), '"***"'],
    [`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`, '"https://qyapi.weixin.qq.com/cgi-bin/webh…"'],
    [`send?key=not-a-uuid&robot=dba`, '"send?key=***&robot=dba"'],
    [`${'x'.repeat(30)} ${KEY}`, `"${'x'.repeat(30)} ***"`],
    [`${'x'.repeat(20)} ${KEY.slice(0, 20)}`, `"${'x'.repeat(20)} ***"`],
  ])('a key is masked before the text is cut: %s', (value, shown) => {
    expect(quote(value)).toBe(shown);
  });
});
