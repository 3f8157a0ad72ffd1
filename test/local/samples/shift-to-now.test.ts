import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSamples } from '../../../local/samples/samples.js';
import { shiftToNow } from '../../../local/samples/shift-to-now.js';

const THEN = Date.UTC(2026, 10, 22, 12);
const DAY = 24 * 60 * 60_000;
const ID = '7f0c0001-5b1e-4c6d-9a2f-3d4e5f600001';

/** One text of an event, as it is a day later. */
const dayLater = (text: string): unknown => shiftToNow(text, { now: THEN + DAY, happenedAt: THEN });

describe('shiftToNow: times', () => {
  it.each([
    ['an ISO time', '2026-11-22T12:03:37Z', '2026-11-23T12:03:37Z'],
    ['with a fraction and a zone', '2026-12-31T23:59:59.123456+08:00', '2027-01-01T23:59:59.123456+08:00'],
    ['with a zone without a colon', '2026-11-22T12:03:37.490+0000', '2026-11-23T12:03:37.490+0000'],
    ['without a zone', '2026-11-22 12:03:37.123', '2026-11-23 12:03:37.123'],
    ['inside a sentence', 'from 2026-11-22T12:03:37 on', 'from 2026-11-23T12:03:37 on'],
    ["of an alarm's reason", '[42.0 (31/12/26 12:02:00)]', '[42.0 (01/01/27 12:02:00)]'],
    ['in JSON inside JSON', '{"at":"2026-11-22T12:03:37Z"}', '{"at":"2026-11-23T12:03:37Z"}'],
    ['milliseconds since 1970', '1795317165120', '1795403565120'],
    ['seconds since 1970', '1795317165', '1795403565'],
    ['seconds with a fraction', '1795317165.2', '1795403565.2'],
  ])('shiftToNow: %s moves: %s becomes %s a day later', (_, before, after) => {
    expect(dayLater(before)).toBe(after);
  });

  it.each([
    ['an ARN', 'arn:aws:sns:ap-southeast-1:111122223333:ops'],
    ['a path', 's3://logs/2026/11/22'],
    ['a date', '2026-11-22'],
    ['a mobile', '13800138000'],
    ['1.5 GiB', '1610612736'],
    ['a version', '1.1795317165.2'],
    ['a day that no calendar has', '2026-13-41T12:00:00Z'],
  ])('shiftToNow: %s stays as it is: %s', (_, text) => {
    expect(dayLater(text)).toBe(text);
  });

  it('shiftToNow: numbers that are times move, and what was before the event lies as far back as it did', () => {
    const event = { time: '2026-11-22T12:00:00Z', detail: { startedAt: 1_795_348_500_000, endsAt: 1_795_349_000.5 } };
    expect(shiftToNow(event, { now: Date.UTC(2026, 10, 24, 12) })).toEqual({
      time: '2026-11-24T12:00:00Z',
      detail: { startedAt: 1_795_521_300_000, endsAt: 1_795_521_800.5 },
    });
  });

  it.each([['text'], [null], [{ push_message: '2026-11-22T12:03:37Z' }]])(
    'shiftToNow: %j does not say when it happened and stays as it is',
    (event) => {
      expect(shiftToNow(event, { now: THEN })).toEqual(event);
    },
  );
});

describe('shiftToNow: ids', () => {
  it('shiftToNow: an id becomes another one, the same wherever it stands, in JSON inside JSON too', () => {
    const event = { id: ID, inside: JSON.stringify({ of: ID }) };
    expect(shiftToNow(event, { now: THEN, newId: () => 'new' })).toEqual({ id: 'new', inside: '{"of":"new"}' });
  });

  it('shiftToNow: different ids stay different', () => {
    const [one, other] = [ID, ID.replace('7f', '8f')].map((id) => shiftToNow({ id }, { now: THEN }));
    expect(one).not.toEqual(other);
  });
});

describe('shiftToNow: whatever the event', () => {
  it('shiftToNow: of no sample anything but times and ids changes', async () => {
    const rest = (event: unknown) =>
      JSON.stringify(event)
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'ID')
        .replace(/\d/g, '');
    for (const { samples } of await readSamples()) {
      for (const { event } of samples) expect(rest(shiftToNow(event, { now: THEN }))).toBe(rest(event));
    }
  });

  it('shiftToNow: any JSON stays JSON', () => {
    const times = fc.integer({ min: -1e15, max: 1e15 });
    fc.assert(
      fc.property(fc.jsonValue(), times, times, (value, now, happenedAt) => {
        expect(() => shiftToNow(value, { now, happenedAt })).not.toThrow();
      }),
    );
  });
});
