import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, wordsOf } from '../../../src/text/words.js';
import { ERRCODE, errcodeRow, explainErrcode, faultOf } from '../../../src/wecom/api/errcodes.js';
import { type Judgement, judge } from '../../../src/wecom/post/judge.js';
import { quickRetryDelayMs } from '../../../src/wecom/post/send.js';
import type { PostResult } from '../../../src/wecom/post/transport.js';

const zh = wordsOf('zh-CN');
const en = wordsOf('en');
const reply = (body: unknown, httpStatus = 200): PostResult => ({
  kind: 'reply',
  httpStatus,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Every errcode of WeCom's documentation that a robot may meet, and those seen in the wild. */
const DOCUMENTED = [
  -1, 6000, 40004, 40005, 40006, 40007, 40008, 40009, 40033, 40039, 40058, 40063, 41006, 41010, 41016, 44001, 44004,
  45001, 45002, 45007, 45008, 45009, 45033, 45034, 48002, 93000, 93004, 93006, 93008, 93017, 301016, 301017, 301019,
];
const TRANSIENT = [-1, 6000, 45009, 45033];

describe('judge: a certificate that is not trusted', () => {
  test.each([
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('%s: in both languages, what to set', (reason) => {
    for (const words of [zh, en]) {
      const { result } = judge({ kind: 'not-sent', reason }, words);
      expect(result).toMatchObject({ status: 'unavailable', reason: expect.stringContaining(reason) });
      expect(result).toMatchObject({ reason: expect.stringContaining('NODE_EXTRA_CA_CERTS') });
    }
  });

  test('any other failure of the network: its code alone', () => {
    const { result } = judge({ kind: 'not-sent', reason: 'ECONNREFUSED' }, zh);
    expect(result).toMatchObject({ reason: '网络错误，ECONNREFUSED' });
  });
});

describe('ERRCODE', () => {
  test('every documented code has a name, and nothing else has', () => {
    expect(Object.values(ERRCODE).sort()).toEqual([...DOCUMENTED].sort());
  });

  test('only what WeCom says may pass is worth repeating', () => {
    const transient = DOCUMENTED.filter((code) => errcodeRow(code).outcome === 'unavailable');
    expect(transient).toEqual(TRANSIENT);
  });

  test.each(LANGUAGES)(
    'every code is explained in %s, by short sentences without an end, and no other code is',
    (language) => {
      const { unknown, ...known } = wordsOf(language).errcode;
      expect(Object.keys(known).map(Number).sort()).toEqual([...DOCUMENTED].sort());
      for (const { meaning, advice } of [unknown, ...Object.values(known)]) {
        expect(meaning).toMatch(/^\S.*[^\s.。]$/);
        expect(advice).toMatch(/^\S.*[^\s.。]$/);
      }
    },
  );

  test('any other code may pass, and is tried again after three minutes', () => {
    fc.assert(
      fc.property(fc.integer(), (code) => {
        fc.pre(!DOCUMENTED.includes(code));
        expect(errcodeRow(code)).toMatchObject({ outcome: 'unavailable', waitMs: 180_000 });
      }),
    );
  });

  test('explainErrcode: meaning and advice in one line', () => {
    expect(explainErrcode(44004, zh)).toBe('消息内容为空（填写消息内容）');
    expect(explainErrcode(44004, en)).toBe('the message is empty (write something)');
    expect(explainErrcode(93999, en)).toBe("unknown errcode (look it up in WeCom's documentation)");
  });
});

describe('faultOf', () => {
  test.each([
    ['robot', { status: 'unavailable', retryAfterMs: 0, reason: 'no network' }],
    ['robot', { status: 'unavailable', retryAfterMs: 0, reason: 'too fast', code: { kind: 'wecom', value: 45009 } }],
    ['robot', { status: 'refused', reason: 'gone', code: { kind: 'wecom', value: 93000 } }],
    ['content', { status: 'refused', reason: 'too long', code: { kind: 'wecom', value: 45002 } }],
    ['either', { status: 'unavailable', retryAfterMs: 0, reason: 'busy', code: { kind: 'wecom', value: -1 } }],
    ['either', { status: 'unavailable', retryAfterMs: 0, reason: 'gateway', code: { kind: 'http', value: 502 } }],
    ['unknown-errcode', { status: 'unavailable', retryAfterMs: 0, reason: '?', code: { kind: 'wecom', value: 93999 } }],
  ] as const)('%s: %j', (fault, result) => {
    expect(faultOf(result)).toBe(fault);
  });
});

describe('judge: success is HTTP 2xx and JSON and errcode 0, and nothing else', () => {
  test.each([
    ['WeCom says ok', reply('{"errcode":0,"errmsg":"ok"}'), 'delivered'],
    ['HTTP 204 never has a body', reply('', 204), 'unconfirmed'],
    ['no errcode', reply({ errmsg: 'ok' }), 'unconfirmed'],
    ['an errcode 0 that is a text', reply({ errcode: '0' }), 'delivered'],
    ['an errcode that is a text', reply({ errcode: '93000' }), 'refused'],
    ['an errcode that is another text', reply({ errcode: 'ok' }), 'unconfirmed'],
    ['an errcode that is null', reply({ errcode: null }), 'unconfirmed'],
    ['an errcode that is no whole number', reply({ errcode: 0.5 }), 'unconfirmed'],
    ['HTML', reply('<html>ok</html>'), 'unconfirmed'],
    ['JSON that is no object', reply('[{"errcode":0}]'), 'unconfirmed'],
    ['half of the JSON', reply('{"errcode":0,"errm'), 'unconfirmed'],
    ['nothing', reply(''), 'unconfirmed'],
    ['HTTP 500 whatever it says', reply({ errcode: 0 }, 500), 'unavailable'],
    ['HTTP 502 with HTML', reply('<html>Bad Gateway</html>', 502), 'unavailable'],
    ['HTTP 503', reply('', 503), 'unavailable'],
    ['HTTP 429', reply('', 429), 'unavailable'],
    ['HTTP 408', reply('', 408), 'unavailable'],
    ['HTTP 404', reply('', 404), 'unavailable'],
    ['HTTP 403 with HTML', reply('<html>', 403), 'unavailable'],
    ['HTTP 400 with errcode 0', reply({ errcode: 0 }, 400), 'unavailable'],
    ['HTTP 302', reply('', 302), 'unavailable'],
    ['HTTP 401 with an errcode', reply({ errcode: 93000 }, 401), 'unavailable'],
    ['HTTP 429 with an errcode', reply({ errcode: 45009 }, 429), 'unavailable'],
    ['nothing was written', { kind: 'not-sent', reason: 'ENOTFOUND' }, 'unavailable'],
    ['no answer came', { kind: 'no-answer', reason: 'ECONNRESET' }, 'unconfirmed'],
    ['an unknown errcode', reply({ errcode: 93999 }), 'unavailable'],
  ] as const)('%s', (_, post, status) => {
    expect(judge(post, zh).result.status).toBe(status);
  });

  test('any answer but that one is no success', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.json(), fc.string()), (httpStatus, body) => {
        expect(judge(reply(body, httpStatus), zh).result.status).not.toBe('delivered');
      }),
    );
  });
});

describe('judge: what it says', () => {
  test('errcode, reason in the language, wait; WeCom’s own words apart', () => {
    const errmsg = 'api freq out of limit, hint: [1], from ip: 10.0.0.1';
    expect(judge(reply({ errcode: 45009, errmsg }), zh)).toEqual({
      result: {
        status: 'unavailable',
        code: { kind: 'wecom', value: 45009 },
        retryAfterMs: 65_000,
        reason: '超过每分钟 20 条的频率限制（约一分钟后恢复，请合并或减少消息）',
      },
      errmsg,
    });
  });

  test.each([
    [{ kind: 'not-sent', reason: 'ENOTFOUND' }, '网络错误，ENOTFOUND', 'Network error: ENOTFOUND'],
    [reply('<html>'), '无法解析企业微信的响应，HTTP 200', "Cannot read WeCom's answer: HTTP 200"],
    [reply('', 502), '服务器暂时不可用，HTTP 502', 'The server is temporarily unavailable: HTTP 502'],
    [reply('', 404), '服务器拒绝了请求，HTTP 404', 'The server rejected the request: HTTP 404'],
  ] as const)('%j', (post, zhReason, enReason) => {
    expect(judge(post, zh).result).toMatchObject({ reason: zhReason });
    expect(judge(post, en).result).toMatchObject({ reason: enReason });
  });

  test('the code says whose it is: an HTTP status is no errcode', () => {
    expect(judge(reply('', 404), zh).result).toMatchObject({
      status: 'unavailable',
      code: { kind: 'http', value: 404 },
    });
    expect(judge(reply({ errcode: 404 }), zh).result).toMatchObject({ code: { kind: 'wecom', value: 404 } });
    expect(judge(reply('', 503), zh).result).toMatchObject({ code: { kind: 'http', value: 503 } });
  });

  test('errmsg is cut, and left out where it is no text', () => {
    expect(judge(reply({ errcode: 1, errmsg: 'x'.repeat(1000) }), zh).errmsg).toHaveLength(300);
    expect(judge(reply({ errcode: 1, errmsg: {} }), zh)).not.toHaveProperty('errmsg');
  });
});

describe('quickRetryDelayMs', () => {
  const judgementOf = (post: PostResult): Judgement => judge(post, zh);

  test.each([
    ['-1', reply({ errcode: -1 }), 500],
    ['6000', reply({ errcode: 6000 }), 500],
    ['45033', reply({ errcode: 45033 }), 3000],
    ['HTTP 502', reply('', 502), 500],
    ['nothing was written', { kind: 'not-sent', reason: 'ECONNREFUSED' } as const, 500],
  ])('%s: up to a bound that doubles, at most three tries in all', (_, post, boundMs) => {
    const judgement = judgementOf(post);
    expect([1, 2, 3].map((tries) => quickRetryDelayMs(judgement, tries, 0.999999))).toEqual([
      boundMs,
      2 * boundMs,
      undefined,
    ]);
    expect(quickRetryDelayMs(judgement, 1, 0)).toBe(0);
  });

  test.each([
    ['ok', reply({ errcode: 0 })],
    ['45009 lifts after a minute', reply({ errcode: 45009 })],
    ['93000 never passes', reply({ errcode: 93000 })],
    ['HTTP 429', reply('', 429)],
    ['no answer: it may have been shown', { kind: 'no-answer', reason: 'timeout' } as const],
    ['an unreadable answer: it may have been shown', reply('<html>')],
  ])('%s: not at once', (_, post) => {
    expect(quickRetryDelayMs(judgementOf(post), 1, 0)).toBeUndefined();
  });
});
