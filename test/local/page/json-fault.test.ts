import { describe, expect, it } from 'vitest';
import { jsonFaultIn } from '../../../local/page/json-fault.js';
import { WORDS } from '../../../local/page/words.js';

const WORDS_OF_TEST = {
  end: 'end',
  place: (line: number, column: number) => `${line}:${column}`,
  somewhere: 'somewhere',
};

describe('jsonFaultIn', () => {
  it.each([
    ['end', 'Unexpected end of JSON input'],
    ['end', 'JSON.parse: unexpected end of data at line 1 column 17 of the JSON data'],
    ['end', 'Unterminated string in JSON at position 9 (line 1 column 10)'],
    ['end', 'JSON Parse error: Unexpected EOF'],
    ['3:7', "Expected ',' or '}' after property value in JSON at position 31 (line 3 column 7)"],
    ['2:4', 'JSON.parse: expected property name at line 2 column 4 of the JSON data'],
    ['2:3', 'Unexpected token x in JSON at position 8'],
    ['somewhere', 'JSON Parse error: Expected ]'],
  ])('%s: of what engines say: %s', (expected, why) => {
    expect(jsonFaultIn(WORDS_OF_TEST, { why, text: '{"a":\n1 x}' })).toBe(expected);
  });

  it('without the text a position is no line', () => {
    expect(jsonFaultIn(WORDS_OF_TEST, { why: 'Unexpected token x in JSON at position 8' })).toBe('somewhere');
  });

  it('what this engine says of a text is said in Chinese alone', () => {
    for (const text of ['{"push_message": ', '{"a": 1,}', '{"a": "b', '[1 2]', '{a: 1}'])
      try {
        JSON.parse(text);
        expect.unreachable(text);
      } catch (error) {
        expect(WORDS.zh.problems.notJson({ why: String(error), text })).toMatch(/^这不是有效的 JSON：[^A-Za-z]+$/);
      }
  });
});
