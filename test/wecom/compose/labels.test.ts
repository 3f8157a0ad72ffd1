import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/base/columns.js';
import { cutMiddle } from '../../../src/wecom/compose/columns.js';
import { labelsOf } from '../../../src/wecom/compose/labels.js';

const aside = (hint: string): string => ` (${hint})`;
const labels = (names: readonly string[], columns = 24, hints: readonly (readonly string[])[] = []) =>
  labelsOf(
    names.map((name, index) => ({ name, columns, hints: hints[index] ?? [] })),
    aside,
  );

describe('labelsOf', () => {
  test('a name with room is whole, another is cut in its middle', () => {
    expect(labels(['orders-5xx', 'prod-payment-gateway-latency-p99'])).toEqual([
      'orders-5xx',
      'prod-paymen…latency-p99',
    ]);
  });

  test('names that begin and end alike are cut where they are the same', () => {
    const names = ['17', '18', '7'].map((node) => `production-payment-node-${node}-disk-space-used-high`);
    expect(labels(names)).toEqual(['produc…17-disk…ed-high', 'produc…18-disk…ed-high', 'produc…7-disk…ed-high']);
  });

  test('names that differ in two places are told apart in both', () => {
    const of = (a: string, b: string) =>
      `生产环境支付网关主节点${a}号磁盘空间使用率过高持续五分钟${b}区平均值超过阈值告警`;
    const told = labels([of('一', '东'), of('一', '西'), of('二', '东'), of('二', '西')]);
    expect(new Set(told).size).toBe(4);
    for (const label of told) expect(columnsOf(label)).toBeLessThanOrEqual(24);
  });

  test('equal names are told apart by the first hint in which all differ, else by a number', () => {
    const hints = [
      ['prod', '111122223333'],
      ['prod', '444455556666'],
    ];
    expect(labels(['disk', 'disk'], 24, hints)).toEqual(['disk (111122223333)', 'disk (444455556666)']);
    expect(labels(['disk', 'disk', 'disk #2'])).toEqual(['disk', 'disk #2', 'disk #2 #2'].toSorted());
  });

  test('thousands of equal names take no time that grows faster than they do', () => {
    expect(new Set(labels(Array.from({ length: 3000 }, () => 'daily report'))).size).toBe(3000);
  });

  test('no two labels are alike, whatever the names, and none is wider than its room', () => {
    const part = fc.constantFrom('prod-', '支付网关', 'a', '1', '2', ' ', '节点', '👨‍👩‍👧‍👦', 'e\u0301', '-latency');
    const name = fc.array(part, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), fc.integer({ min: 16, max: 33 }), (names, columns) => {
        const told = labels(names, columns);
        expect(new Set(told).size).toBe(names.length);
        for (const label of told) expect(columnsOf(label)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('cutMiddle', () => {
  test.each([
    ['what fits stays', 'abcdef', 6, 'abcdef'],
    ['Latin', 'abcdefgh', 6, 'ab…gh'],
    ['Chinese, two columns each', '支付网关响应慢', 9, '支付…慢'],
    ['no grapheme is cut', 'x👨‍👩‍👧‍👦👨‍👩‍👧‍👦y', 6, 'x…y'],
  ])('%s', (_, text, columns, expected) => {
    expect(cutMiddle(text, columns)).toBe(expected);
  });

  test('is never wider than allowed, and begins and ends as the text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const cut = cutMiddle(text, columns);
        expect(columnsOf(cut)).toBeLessThanOrEqual(columns);
        if (cut === text) return;
        const [front = '', back = ''] = cut.split('…');
        expect([text.startsWith(front), text.endsWith(back)]).toEqual([true, true]);
      }),
    );
  });
});
