import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../src/domain/errors.js';
import { push } from '../../src/payloads/push.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { header, NOW, renderContext } from '../support/read-context.js';
import { readPayload } from './read-payload.js';

const KEY = '00000000-0000-4000-8000-000000000001';
const event = emptyEvent('http', 'http:request-1', NOW);
const read = (value: unknown) => push.read(value, { event, renderContext, header });

function refusal(value: unknown): InvalidInputError {
  try {
    readPayload(value, { event, renderContext, header });
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('push: the four parameters', () => {
  it('a message alone asks for nothing, so that rules decide', () => {
    expect(read({ push_message: '  发布完成\n详情见邮件' })).toEqual({
      kind: 'written',
      id: 'http:request-1',
      renderer: 'push',
      severity: 'info',
      title: '发布完成',
      body: '  发布完成\n详情见邮件',
      occurredAt: NOW,
      origin: { source: 'http' },
      overrides: {},
    });
  });

  it.each([
    [
      { is_at_all: 0, at_mobiles: '' },
      { all: false, mobiles: [] },
    ],
    [
      { is_at_all: 1, at_mobiles: '' },
      { all: true, mobiles: [] },
    ],
    [
      { is_at_all: 0, at_mobiles: '13800138000, 13900139000' },
      { all: false, mobiles: ['13800138000', '13900139000'] },
    ],
    [
      { is_at_all: 1, at_mobiles: '13800138000' },
      { all: true, mobiles: ['13800138000'] },
    ],
    [{ isAtAll: 'true' }, { all: true, mobiles: [] }],
    [{ atMobiles: [13800138000] }, { all: false, mobiles: ['13800138000'] }],
    [{ at_mobiles: '王芳' }, { all: false, mobiles: [], people: ['王芳'] }],
  ])('%j', (fields, mentions) => {
    expect(read({ push_message: 'x', ...fields }).overrides.mentions).toEqual({ userIds: [], people: [], ...mentions });
  });

  it('robot and format are kept, other fields ignored', () => {
    const value = { push_message: 'x', robot: ' dba ', format: 'markdown_v2', colour: 'red', is_at_all: null };
    expect(read(value).overrides).toEqual({ robot: 'dba', format: 'markdown_v2' });
  });

  it("a markdown heading's mark is not part of the title", () => {
    expect(read({ push_message: '\n## 日报 #7\n内容' }).title).toBe('日报 #7');
    expect(read({ push_message: '#7 已修复' }).title).toBe('#7 已修复');
  });

  it.each([
    ['the id its caller chose', 'http', { callerId: 'http:k' }, 'http:k'],
    ['the id of the event', 'sns', {}, 'http:request-1'],
    ['its own id in a plain invocation', 'invoke', {}, 'invoke:mine'],
  ] as const)('id: %s', (_, road, context, id) => {
    const value = { push_message: 'x', id: 'mine' };
    expect(push.read(value, { event: { ...event, sourceName: road }, renderContext, header, ...context }).id).toBe(id);
  });
});

describe('push: what it refuses, by field, rule and value', () => {
  it.each([
    [
      { push_message: '' },
      'push_message',
      'Cannot send push_message as it must contain something to read: current value has nothing',
    ],
    [{ push_message: ' \n\u3000\u200b' }, 'push_message', 'nothing visible'],
    [{ pushMessage: 5 }, 'pushMessage', 'Cannot send pushMessage as it must be a string: current value is 5'],
    [{ push_message: { a: 1 } }, 'push_message', 'current value is an object'],
    [{ push_message: null, is_at_all: 1 }, 'push_message', 'current value is missing'],
    [{ push_message: 'a\0b' }, 'push_message', 'it must not contain U+0000: current value has one at index 1'],
    [{ push_message: '好\ud83d' }, 'push_message', 'half a character at index 1'],
    [{ push_message: 'x'.repeat(1_048_577) }, 'push_message', 'at most 1048576 bytes: current value has 1048577'],
    [{ push_message: 'x', is_at_all: 'ja' }, 'is_at_all', 'current value is "ja"'],
    [{ push_message: 'x', atMobiles: '12' }, 'atMobiles', 'current value is "12"'],
    [{ push_message: 'x', at_mobiles: {} }, 'at_mobiles', 'an object'],
    [{ push_message: 'x', robot: '' }, 'robot', 'at most 40 bytes: current value is ""'],
    [{ push_message: 'x', robot: 7 }, 'robot', 'current value is 7'],
    [{ push_message: 'x', robot: '数据库'.repeat(5) }, 'robot', 'at most 40 bytes'],
    [{ push_message: 'x', robot: 'a\nb' }, 'robot', 'at most 40 bytes'],
    [{ push_message: 'x', format: 'html' }, 'format', 'one of text, markdown, markdown_v2: current value is "html"'],
    [{ push_message: 'x', format: ['text'] }, 'format', 'a list of 1'],
  ])('%#: %o', (value, field, part) => {
    const error = refusal(value);
    expect(error.field).toBe(field);
    expect(error.message).toContain(part);
    expect(error.message.length).toBeLessThan(300);
  });

  it('a message over the limit is 413, everything else 400', () => {
    expect(refusal({ push_message: 'x'.repeat(1_048_577) }).httpStatus).toBe(413);
    expect(refusal({ push_message: '' }).httpStatus).toBe(400);
  });

  it.each(['accessKey', 'access_key', 'AccessKey', 'key', 'webhook', 'webhook_url'])(
    '%s: a key is never taken',
    (field) => {
      const error = refusal({ push_message: 'x', [field]: KEY });
      expect(error.field).toBe(field);
      expect(error.message).toContain('name a robot');
      expect(error.message).not.toContain(KEY);
    },
  );

  it.each([KEY, KEY.replaceAll('-', ''), `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`])(
    'a key in the place of a name is not repeated: %#',
    (robot) => {
      const error = refusal({ push_message: 'x', robot });
      expect(error.message).toContain('looks like a key');
      expect(error.message).not.toContain('00000000');
    },
  );

  it.each([KEY, `send?key=${KEY}`])('a key in at_mobiles is not taken for a name, nor repeated: %#', (at_mobiles) => {
    const error = refusal({ push_message: 'x', at_mobiles });
    expect(error.field).toBe('at_mobiles');
    expect(error.message).not.toContain('00000000');
  });

  it.each(['push_message', 'is_at_all', 'format'])('a key in %s is masked in the error', (field) => {
    const value = { push_message: 'x', [field]: [`k=${KEY}`], at_mobiles: `send?key=${KEY}` };
    expect(refusal(value).message).not.toContain(KEY.slice(0, 18));
  });

  it('whatever JSON it is, it becomes a draft with something to read, or InvalidInputError', () => {
    const fields = fc.dictionary(
      fc.constantFrom('push_message', 'pushMessage', 'is_at_all', 'at_mobiles', 'robot', 'format', 'key', '__proto__'),
      fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom('13800138000', 'text', 1)),
    );
    fc.assert(
      fc.property(fc.oneof(fields, fc.jsonValue()), (value) => {
        try {
          const draft = readPayload(value, { event, renderContext, header });
          expect(draft.kind === 'written' && draft.body.trim()).toBeTruthy();
          expect(draft.title).toMatch(/^[^\n]+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInputError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
