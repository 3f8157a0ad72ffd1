import { describe, expect, it } from 'vitest';
import { isMet, lineOf, type Row } from './row.js';

type OutageRow = Extract<Row, { readonly kind: 'outage' }>;

const HEARD = { alarm: 'WaitingAlarm', minutes: 9.8, okMinutes: 7 };
const MESSAGE: OutageRow = {
  kind: 'outage',
  title: 'secret missing',
  variant: 'message',
  isUnheard: false,
  heard: [HEARD, HEARD],
  shown: 1,
  parked: 0,
  failedEvents: 0,
};
const NIGHT: OutageRow = { ...MESSAGE, variant: 'night', shown: 0 };
const CALM: Row = { kind: 'calm', title: 'nothing happens', raised: [], shown: 0 };

describe('isMet', () => {
  it.each([
    ['an alarm in time', MESSAGE, true],
    ['an alarm that is late', { ...MESSAGE, heard: [HEARD, { ...HEARD, minutes: 15.1 }] }, false],
    ['an alarm that is in time at night only', { ...NIGHT, heard: [{ ...HEARD, minutes: 15.1 }] }, true],
    ['an alarm that is late at night', { ...NIGHT, heard: [{ ...HEARD, minutes: 20.1 }] }, false],
    ['no alarm', { ...MESSAGE, heard: [{ okMinutes: 0 }] }, false],
    ['an alarm that does not end', { ...MESSAGE, heard: [{ alarm: 'A', minutes: 1 }] }, false],
    ['a message that is not shown', { ...MESSAGE, shown: 0 }, false],
    ['a message that is kept for a replay', { ...MESSAGE, shown: 0, failedEvents: 1 }, true],
    ['a heartbeat that is shown', { ...NIGHT, shown: 1 }, false],
    ['a heartbeat that is parked', { ...NIGHT, parked: 1 }, false],
    ['a heartbeat that is kept', { ...NIGHT, failedEvents: 1 }, false],
    ['no alarm on what cannot be heard', { ...NIGHT, isUnheard: true, heard: [{ okMinutes: 0 }] }, true],
    ['an alarm on what cannot be heard', { ...NIGHT, isUnheard: true }, false],
    ['a calm hour', CALM, true],
    ['a calm hour with a mail', { ...CALM, raised: ['WaitingAlarm'] }, false],
  ] as const)('isMet: %s', (_, row, expected) => {
    expect(isMet(row)).toBe(expected);
  });
});

describe('lineOf', () => {
  it('lineOf: the slowest template, and a dash where one hears nothing', () => {
    expect(lineOf({ ...MESSAGE, heard: [HEARD, { ...HEARD, minutes: 11 }] })).toMatch(
      /^✓ .*WaitingAlarm +11\.0 +7\.0$/,
    );
    expect(lineOf({ ...MESSAGE, heard: [HEARD, { okMinutes: 0 }] })).toMatch(/^✗ .*WaitingAlarm, none +– +7\.0$/);
    expect(lineOf({ ...CALM, raised: ['DelayAlarm'] })).toMatch(/^✗ nothing happens .*DelayAlarm/);
  });
});
