import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../../src/domain/errors.js';
import { parseBody, readBody } from '../../../src/sources/http/body.js';
import { readRequest } from '../../../src/sources/http/read-request.js';
import { KINDS } from './samples.js';

const FORM = 'application/x-www-form-urlencoded';
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
    ['a JSON string', '"磁盘满\\n/data"', 'application/json', '磁盘满\n/data'],
    ['a text in quotes', '"磁盘满"', 'text/plain', '"磁盘满"'],
    ['a form with other fields', 'title=%E5%A4%87%E4%BB%BD&message=a+b', FORM, { title: '备份', message: 'a b' }],
    ['a form of one field', 'status=down', FORM, { status: 'down' }],
    [
      'a repeated field',
      'push_message=a&at_mobiles=1&at_mobiles=2',
      FORM,
      { push_message: 'a', at_mobiles: ['1', '2'] },
    ],
    ['a text with a percent sign', '磁盘 100% & 内存=满', FORM, '磁盘 100% & 内存=满'],
    ['a text with an equals sign', 'cpu=93 on web-1', FORM, 'cpu=93 on web-1'],
    ['JSON that is all of a form', `data=${encodeURIComponent('{"msg":"down"}')}`, FORM, { msg: 'down' }],
    ['a field called data among others', 'data=%7B%7D&msg=x', FORM, { data: '{}', msg: 'x' }],
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

  it.each([
    ['a comma too many', '{"push_message":"a",}', { push_message: 'a' }],
    ['a line break in a string', '{"push_message":"a\nb"}', { push_message: 'a\nb' }],
  ])('JSON of a script is mended: %s', (_, text, expected) => {
    expect(parseBody(text, 'application/json')).toEqual(expected);
  });

  it('a prototype key in JSON or a form is a key like any other', () => {
    expect(Object.keys(Object(parseBody('{"__proto__":{"push_message":"x"}}', '')))).toEqual(['__proto__']);
    expect(Object.hasOwn(Object(parseBody('push_message=a&__proto__=b', FORM)), '__proto__')).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'push_message')).toBe(false);
  });

  it('a form of many fields takes time in proportion to them', () => {
    expect(parseBody(`push_message=x&${'a=b&'.repeat(50_000)}`, FORM)).toMatchObject({ push_message: 'x' });
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

describe('readBody: multipart', () => {
  const multipart = async (fields: Readonly<Record<string, string | Blob>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const response = new Response(form);
    const text = Buffer.from(await response.arrayBuffer()).toString('base64');
    const headers = { 'Content-Type': response.headers.get('content-type') ?? '' };
    const request = readRequest(KINDS['http-api']({ body: text, base64: true, headers }));
    if (!request) throw new Error('the sample is no request');
    return readBody(request, 1000);
  };

  it('fields are those of a form', async () => {
    expect(await multipart({ push_message: '消息', is_at_all: '1' })).toEqual({ push_message: '消息', is_at_all: '1' });
  });

  it('one field of JSON is the message, as Uptime Kuma sends it', async () => {
    expect(await multipart({ data: '{"msg":"Down"}' })).toEqual({ msg: 'Down' });
  });

  it('a file is left out', async () => {
    expect(await multipart({ message: 'a', file: new Blob(['SHOWN']) })).toEqual({ message: 'a' });
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])('%s without its parts is 400', async (type) => {
    const request = readRequest(KINDS['http-api']({ body: 'SHOWN', headers: { 'content-type': type } }));
    if (!request) throw new Error('the sample is no request');
    await expect(readBody(request, 1000)).rejects.toThrow('Cannot read the body as multipart/form-data');
  });
});
