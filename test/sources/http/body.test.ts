import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../../src/domain/errors.js';
import { decodeRequestBody, parseBody } from '../../../src/sources/http/body.js';

const FORM = 'application/x-www-form-urlencoded';
const base64 = (bytes: string | Buffer) => ({ text: Buffer.from(bytes).toString('base64'), base64: true });

describe('decodeRequestBody: from the event to text', () => {
  it.each([
    ['text', { text: '发布', base64: false }, '发布'],
    ['base64', base64('发布'), '发布'],
    ['a byte order mark', { text: '\uFEFF{}', base64: false }, '{}'],
    ['a byte order mark in base64', base64('\uFEFF{}'), '{}'],
    ['nothing', { text: '', base64: false }, ''],
  ])('%s', (_, raw, text) => {
    expect(decodeRequestBody(raw, 100)).toBe(text);
  });

  it.each([
    ['a byte that starts nothing', Buffer.from([0x68, 0xff, 0xfe])],
    ['GBK', Buffer.from([0xb7, 0xa2, 0xb2, 0xbc])],
    ['half a character', Buffer.from('发').subarray(0, 2)],
    ['UTF-16', Buffer.from('\uFEFF发布', 'utf16le')],
  ])('invalid UTF-8 is 400 and says so: %s', (_, bytes) => {
    expect(() => decodeRequestBody(base64(bytes), 100)).toThrow(/it must be UTF-8/);
  });

  it.each([
    ['text', { text: '发布！', base64: false }],
    ['base64', base64('发布！')],
  ])('the limit counts bytes after base64: %s', (_, raw) => {
    expect(decodeRequestBody(raw, 9)).toBe('发布！');
    expect(() => decodeRequestBody(raw, 8)).toThrow(
      expect.objectContaining({
        httpStatus: 413,
        field: 'body',
        message: 'Cannot read the body as it may have at most 8 bytes: current value has 9',
      }),
    );
  });
});

describe('parseBody: what the body says', () => {
  it.each([
    ['JSON', '{"a":1}', 'application/json', { a: 1 }],
    ['JSON that curl calls a form', ' {"a":1}', FORM, { a: 1 }],
    ['JSON without a type', '{"a":1}', '', { a: 1 }],
    ['JSON as plain text', '{"a":1}', 'text/plain; charset=UTF-8', { a: 1 }],
    ['a JSON list', '[1]', 'application/json', [1]],
    ['text', '发布完成', 'text/plain', '发布完成'],
    ['text without a type', '发布完成', '', '发布完成'],
    ['text that starts with a bracket', '[告警] 磁盘满', 'text/plain', '[告警] 磁盘满'],
    ['text that starts with a bracket, from curl', '[告警] 磁盘满', FORM, '[告警] 磁盘满'],
    ['text that starts with a brace', '{磁盘满', 'text/plain', '{磁盘满'],
    ['text that curl calls a form', 'cpu=93% on web-1', FORM, 'cpu=93% on web-1'],
    ['a form', 'push_message=%E5%8F%91%E5%B8%83+1&is_at_all=1', FORM, { push_message: '发布 1', is_at_all: '1' }],
    [
      'a form in camel case',
      'pushMessage=a&atMobiles=13800138000',
      `${FORM}; charset=UTF-8`,
      { pushMessage: 'a', atMobiles: '13800138000' },
    ],
    ['JSON in a form', `payload=${encodeURIComponent('{"push_message":"a"}')}`, FORM, { push_message: 'a' }],
    ['text in a form', 'payload=a', FORM, 'a'],
    ['a number', '42', 'application/json', '42'],
    ['nothing', '', 'application/json', ''],
  ])('%s', (_, text, contentType, expected) => {
    expect(parseBody(text, contentType)).toEqual(expected);
  });

  it.each([
    ['{"push_message": "secret words', 'application/json'],
    ['{"push_message": "secret words', FORM],
    ['{"push_message": secret words}', ''],
    ['[secret words', 'application/json'],
    ['payload=%7B%22secret words', FORM],
  ])('broken JSON is an error that repeats nothing of it: %s', (text, contentType) => {
    const parse = () => parseBody(text, contentType);
    expect(parse).toThrow(InvalidInputError);
    expect(parse).toThrow(/Cannot read the body as JSON/);
    expect(parse).not.toThrow(/secret/);
  });

  it('a prototype key in JSON or a form is a key like any other', () => {
    expect(Object.keys(Object(parseBody('{"__proto__":{"push_message":"x"}}', '')))).toEqual(['__proto__']);
    expect(Object.hasOwn(Object(parseBody('push_message=a&__proto__=b', FORM)), '__proto__')).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'push_message')).toBe(false);
  });

  it('deep nesting is read, not crashed on', () => {
    expect(parseBody('['.repeat(100_000) + ']'.repeat(100_000), '')).toHaveLength(1);
  });

  it('whatever text and type, it is a value or InvalidInputError', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => json.slice(0, -1)),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('', FORM, 'text/plain', 'application/json'), (text, contentType) => {
        try {
          expect(parseBody(text, contentType)).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInputError);
        }
      }),
    );
  });
});
