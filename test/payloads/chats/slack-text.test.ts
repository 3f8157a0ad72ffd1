import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSlackText } from '../../../src/payloads/chats/slack-text.js';

describe("plainSlackText: Slack's markup as plain text", () => {
  it.each([
    ['a *bold* word', 'a bold word'],
    ['*bold*, _italic_ and ~struck~.', 'bold, italic and struck.'],
    ['*两个 字* 加粗', '两个 字 加粗'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a*b*c', 'a*b*c'],
    ['my_snake_case', 'my_snake_case'],
    ['* a list\n* of two', '* a list\n* of two'],
    ['**', '**'],
    ['`code` and ```\nmore\n```', 'code and more\n'],
    ['see <https://example.com|the page>', 'see the page https://example.com'],
    ['<https://example.com>', 'https://example.com'],
    ['<https://example.com|https://example.com>', 'https://example.com'],
    ['<mailto:a@example.com|a@example.com>', 'a@example.com'],
    ['<https://example.com/?a=1&amp;b=2|x>', 'x https://example.com/?a=1&b=2'],
    ['<javascript:alert(1)|x>', '<javascript:alert(1)|x>'],
    ['<@U012AB3CD> and <@U012AB3CD|wang>', '@U012AB3CD and @wang'],
    ['<!here> <!channel> <!everyone|everyone>', '@here @channel @everyone'],
    ['<!subteam^S123|@dba>', '@dba'],
    ['<#C123|general>', '#general'],
    ['<!date^1392734382^{date}|18 Feb>', '18 Feb'],
    [':warning: :rocket::fire:', '⚠️ 🚀🔥'],
    [':+1::skin-tone-3:', '👍'],
    [':no_such_emoji: 12:30:00 :constructor:', ':no_such_emoji: 12:30:00 :constructor:'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['a &lt;@U1&gt;', 'a <@U1>'],
  ])('%j becomes %j', (text, expected) => {
    expect(plainSlackText(text)).toBe(expected);
  });

  it.each(['<https:', '<!date^', '*a', '_', ':a', '<@', '`', '&amp;', '<https:x|'])(
    'a million characters in which %s is begun over and over are read once, not once for each of them',
    (piece) => {
      // Time that grew with the square of the length would exceed the time limit of the test.
      plainSlackText(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    },
  );

  it('text without marks stays as it is', () => {
    const unmarked = fc.string({ unit: fc.constantFrom(...'abc 中文，。123') });
    fc.assert(
      fc.property(unmarked, (text) => {
        expect(plainSlackText(text)).toBe(text);
      }),
    );
  });
});
