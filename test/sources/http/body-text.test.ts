import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../src/sources/http/body-text.js';
import type { HttpRequest, RawBody } from '../../../src/sources/http/request.js';

const base64 = (bytes: string | Buffer): RawBody => ({ text: Buffer.from(bytes).toString('base64'), base64: true });

function request(body: RawBody, headers: Readonly<Record<string, string>> = {}): HttpRequest {
  const shared = { kind: 'http-api', method: 'POST', path: '/push', multiValueHeaders: false } as const;
  return { ...shared, headers: new Map(Object.entries(headers)), query: new URLSearchParams(), body };
}

const inCharset = (charset: string) => ({ 'content-type': `text/plain; charset=${charset}` });
/** 发布 */
const GBK = Buffer.from([0xb7, 0xa2, 0xb2, 0xbc]);

describe('bodyText: from the event to text', () => {
  it.each([
    ['text', { text: '发布', base64: false }, '发布'],
    ['base64', base64('发布'), '发布'],
    ['a byte order mark', { text: '\uFEFF{}', base64: false }, '{}'],
    ['a byte order mark in base64', base64('\uFEFF{}'), '{}'],
    ['nothing', { text: '', base64: false }, ''],
  ])('%s', (_, raw, text) => {
    expect(bodyText(request(raw), 100)).toBe(text);
  });

  it.each([
    ['GBK', GBK, 'GBK'],
    ['GB2312, in quotes', GBK, '"gb2312"'],
    ['GB18030', Buffer.from([0x81, 0x30, 0x81, 0x30, 0xb7, 0xa2]), 'gb18030'],
    ['UTF-16', Buffer.from('\uFEFF发布', 'utf16le'), 'utf-16'],
    ['Big5', Buffer.from([0xb5, 0x6f]), 'big5'],
  ])('the charset that is declared counts: %s', (_, bytes, charset) => {
    expect(bodyText(request(base64(bytes), inCharset(charset)), 100)).toMatch(/发|發/);
  });

  it('a declared charset does not hurt a text that is decoded already', () => {
    expect(bodyText(request({ text: '发布', base64: false }, inCharset('gbk')), 100)).toBe('发布');
  });

  it.each([
    ['a byte that starts nothing', Buffer.from([0x68, 0xff, 0xfe]), 'utf-8'],
    ['GBK that nobody declares', GBK, 'utf-8'],
    ['half a character', Buffer.from('发').subarray(0, 2), 'utf-8'],
    ['UTF-16 that nobody declares', Buffer.from('\uFEFF发布', 'utf16le'), 'utf-8'],
    ['half a character in GBK', GBK.subarray(0, 3), 'gbk'],
  ])('what is not in its charset is 400 and says so: %s', (_, bytes, charset) => {
    const read = () => bodyText(request(base64(bytes), inCharset(charset)), 100);
    expect(read).toThrow(`Cannot read the body as it must be ${charset.toUpperCase()}`);
  });

  it('a text that was broken on its way here is 400', () => {
    const read = () => bodyText(request({ text: '\ufffd\ufffd', base64: false }, inCharset('gbk')), 100);
    expect(read).toThrow('Cannot read the body as it must be GBK');
  });

  it('an unknown charset is 415', () => {
    const read = () => bodyText(request(base64('x'), inCharset('klingon')), 100);
    expect(read).toThrow(expect.objectContaining({ httpStatus: 415, field: 'body' }));
  });

  it.each([
    ['text', { text: '发布！', base64: false }],
    ['base64', base64('发布！')],
  ])('the limit counts bytes after base64: %s', (_, raw) => {
    expect(bodyText(request(raw), 9)).toBe('发布！');
    expect(() => bodyText(request(raw), 8)).toThrow(
      expect.objectContaining({
        httpStatus: 413,
        field: 'body',
        message: 'Cannot read the body as it may have at most 8 bytes: current value has 9',
      }),
    );
  });
});

describe('bodyText: compressed', () => {
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['identity', Buffer.from],
  ])('%s', (encoding, compress) => {
    const body = base64(compress(Buffer.from('发布')));
    expect(bodyText(request(body, { 'content-encoding': encoding }), 100)).toBe('发布');
  });

  it('what inflates to more than the limit is 413, however small it is', () => {
    const read = () => bodyText(request(base64(gzipSync(Buffer.alloc(10_000))), { 'content-encoding': 'gzip' }), 1000);
    expect(read).toThrow(expect.objectContaining({ httpStatus: 413 }));
  });

  it.each([
    ['gzip', 400],
    ['br', 415],
    ['gzip, gzip', 415],
  ])('what cannot be decompressed is refused: %s', (encoding, httpStatus) => {
    const read = () => bodyText(request(base64('x'), { 'content-encoding': encoding }), 100);
    expect(read).toThrow(expect.objectContaining({ httpStatus }));
  });
});
