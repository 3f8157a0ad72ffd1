import { describe, expect, it } from 'vitest';
import { happenedNow, shiftTimes } from '../../../local/samples/happened-now.js';
import { readSamples } from '../../../local/samples/samples.js';

const DAY = 24 * 60 * 60_000;

describe('shiftTimes', () => {
  it.each([
    ['2026-11-22T12:03:37Z', '2026-11-23T12:03:37Z'],
    ['2026-11-22T12:03:37.490+0000', '2026-11-23T12:03:37.490+0000'],
    ['2026-12-31T23:59:59.123456+08:00', '2027-01-01T23:59:59.123456+08:00'],
    ['[42.0 (31/12/26 12:02:00)]', '[42.0 (01/01/27 12:02:00)]'],
    ['{"Message":"{\\"at\\":\\"2026-11-22T12:03:37Z\\"}"}', '{"Message":"{\\"at\\":\\"2026-11-23T12:03:37Z\\"}"}'],
    ['arn:aws:s3:::logs/2026/11/22', 'arn:aws:s3:::logs/2026/11/22'],
  ])('shiftTimes: %s becomes %s a day later', (before, after) => {
    expect(shiftTimes(before, DAY)).toBe(after);
  });
});

describe('happenedNow', () => {
  it('happenedNow: the event happened now, and what was before it lies as far back as it did', () => {
    const event = { time: '2026-11-22T12:00:00Z', detail: { startedAt: '2026-11-22T11:55:00.000+0000' } };
    expect(happenedNow(event, Date.UTC(2027, 0, 1, 8))).toEqual({
      time: '2027-01-01T08:00:00Z',
      detail: { startedAt: '2027-01-01T07:55:00.000+0000' },
    });
  });

  it.each([['text'], [null], [{ push_message: '你好' }]])(
    'happenedNow: %j, which has no time, stays as it is',
    (event) => {
      expect(happenedNow(event, DAY)).toEqual(event);
    },
  );

  it('happenedNow: of no sample anything but times changes', async () => {
    const withoutDigits = (event: unknown) => JSON.stringify(event).replace(/\d/g, '');
    for (const { samples } of await readSamples()) {
      for (const { event } of samples) expect(withoutDigits(happenedNow(event, Date.now()))).toBe(withoutDigits(event));
    }
  });
});
