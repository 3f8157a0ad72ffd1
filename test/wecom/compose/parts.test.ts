import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../../../src/base/json.js';
import { InvalidInputError } from '../../../src/domain/errors.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { wordsOf } from '../../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../../src/wecom/api/limits.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { MAX_PARTS, partsOf } from '../../../src/wecom/compose/parts.js';
import { native, rendered, written } from '../notifications.js';

const zh = wordsOf('zh-CN');
const FORMATS = ['text', 'markdown', 'markdown_v2'] as const;
const LINE = '2026-11-22 20:03:37 支付网关 502\n';
const http = { origin: { source: 'http' } } as const;
const mentions = { ...NOBODY, all: true, mobiles: ['13800138000'] };

/** What is posted of the parts, without the mentions that follow. */
const shown = (parts: readonly Notification[]): string[] =>
  parts.map((part) => String(at(compose({ ...part, mentions: NOBODY }, zh)[0], part.format, 'content')));

describe('partsOf: what fits one message', () => {
  test.each([rendered(), native({ msgtype: 'image', image: {} }), written('你好')])('$kind passes as it is', (one) => {
    expect(partsOf(one, zh)).toEqual([one]);
  });
  test('exactly the limit is one message', () => {
    expect(partsOf(written('x'.repeat(MAX_CONTENT_BYTES.text)), zh)).toHaveLength(1);
    expect(partsOf(written(`${'x'.repeat(MAX_CONTENT_BYTES.text - 3)}🔴`), zh)).toHaveLength(2);
  });
  test('white space that makes it too long does not make it two', () => {
    const [one, ...more] = partsOf(written(`你好${' '.repeat(3000)}`), zh);
    expect(one).toEqual(written('你好'));
    expect(more).toEqual([]);
  });
  test.each(['', ' \n\t', '\0'])('%j is invalid', (body) => {
    expect(() => partsOf(written(body), zh)).toThrow(InvalidInputError);
  });
});

describe('partsOf: what does not', () => {
  test.each(FORMATS)('%s: each part is within the limit with its number, the last one mentions', (format) => {
    const parts = partsOf(written(LINE.repeat(300), { format, mentions }), zh);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => ({ number: index + 1, of: parts.length })));
    expect(parts.map((part) => part.mentions)).toEqual([...parts.slice(1).map(() => NOBODY), mentions]);
    for (const [index, content] of shown(parts).entries()) {
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[format]);
      expect(content.endsWith(`(${index + 1}/${parts.length})`)).toBe(true);
    }
  });

  test('ten parts: the wider number is within the limit too', () => {
    const parts = partsOf(written('x'.repeat(MAX_PARTS * (MAX_CONTENT_BYTES.text - '\n(10/10)'.length))), zh);
    expect(parts).toHaveLength(MAX_PARTS);
    expect(shown(parts).map((content) => Buffer.byteLength(content))).toEqual([
      ...Array(9).fill(MAX_CONTENT_BYTES.text - 1),
      MAX_CONTENT_BYTES.text,
    ]);
  });

  test('all parts keep id, title and robot', () => {
    for (const { id, title, robot } of partsOf(written(LINE.repeat(300), { robot: 'dba' }), zh)) {
      expect({ id, title, robot }).toEqual({ id: written('').id, title: '每日报告', robot: 'dba' });
    }
  });
});

describe('partsOf: more than ten parts', () => {
  const long = LINE.repeat(2000);

  test('over HTTP: refused with 413, the size in the error, the text not', () => {
    const attempt = (): unknown => partsOf(written(long, http), zh);
    expect(attempt).toThrow(
      'Cannot send push_message as it must fit into 10 messages (about 19.9 KB): current size is 72.3 KB',
    );
    expect(attempt).toThrow(expect.objectContaining({ field: 'push_message', httpStatus: 413 }));
  });

  test('refused wherever somebody hears it, under the name that the caller knows', () => {
    expect(() => partsOf(written(long), zh, { refuse: true, field: 'pushMessage' })).toThrow(
      expect.objectContaining({ field: 'pushMessage', httpStatus: 413 }),
    );
  });

  test.each(FORMATS)('%s: else cut after ten, and marked', (format) => {
    const parts = partsOf(written(LINE.repeat(4000), { format, mentions }), zh);
    expect(parts).toHaveLength(MAX_PARTS);
    const contents = shown(parts);
    expect(contents.at(-1)).toMatch(/2026-11-22 20:03:37 支付网关 502\n+……（已截断，原文 144\.5 KB）\n+\(10\/10\)$/);
    for (const content of contents) {
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[format]);
    }
    expect(parts.at(-1)?.mentions).toEqual(mentions);
  });

  test('10 MB become ten parts, too', () => {
    expect(partsOf(written('支付'.repeat(1_700_000)), zh)).toHaveLength(MAX_PARTS);
  });
});

test('partsOf: any text is delivered whole, or refused, or cut and marked; every part within its limit', () => {
  const bit = fc.constantFrom(
    LINE,
    '\n',
    '```js\n',
    '```\n',
    '| a | b |\n',
    '|---|---|\n',
    '字'.repeat(700),
    '👨‍👩‍👧‍👦',
    'word ',
  );
  const text = fc.array(fc.tuple(bit, fc.nat(200)), { maxLength: 12 });
  fc.assert(
    fc.property(text, fc.constantFrom(...FORMATS), (bits, format) => {
      const body = `开始${bits.map(([unit, times]) => unit.repeat(times)).join('')}`;
      const contents = shown(partsOf(written(body, { format }), zh));
      expect(contents.length).toBeLessThanOrEqual(MAX_PARTS);
      for (const content of contents) {
        expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[format]);
      }
      const isCut = contents.at(-1)?.includes('已截断');
      if (format !== 'text' || isCut) return;
      const whole = contents.length > 1 ? contents.map((part) => part.replace(/\(\d+\/\d+\)$/, '')) : contents;
      expect(whole.join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
    }),
    { numRuns: 60 },
  );
});
