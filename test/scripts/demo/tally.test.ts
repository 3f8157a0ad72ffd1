import { describe, expect, it } from 'vitest';
import type { SampleOutcome } from '../../../scripts/demo/demo-folder.js';
import { closingLines, tallyQueued, tallySamples } from '../../../scripts/demo/tally.js';

const shown = {
  number: 1,
  robot: 'plain',
  at: 0,
  message: { msgtype: 'text' },
  mentions: { all: false, mobiles: [], userIds: [] },
};
const delivered = (messages: number): SampleOutcome => ({
  status: 'delivered',
  messages: Array.from({ length: messages }, () => shown),
});
const line = (id: string, status: string, ms: number): string =>
  JSON.stringify({ timestamp: new Date(ms).toISOString(), message: 'notification', id, status });

describe('tallySamples', () => {
  it('tallySamples: every event is counted once, with its messages or its reason', () => {
    const outcomes: readonly SampleOutcome[] = [
      delivered(1),
      delivered(2),
      { status: 'repeat' },
      { status: 'skipped', why: 'muted' },
      { status: 'failed', why: 'HTTP 401' },
    ];
    expect(tallySamples(outcomes)).toEqual({
      alone: { events: 2, messages: 3 },
      merged: { events: 0, messages: 0 },
      repeats: 1,
      leftOut: ['muted'],
      failed: ['HTTP 401'],
    });
  });
});

describe('tallyQueued', () => {
  const messages = [
    { number: 1, at: 1000 },
    { number: 2, at: 5000 },
    { number: 3, at: 9000 },
  ];

  it('tallyQueued: what a message shows alone, what several share, what came twice and what is missing', () => {
    const lines = [
      ...['a', 'b', 'c', 'a', 'd', 'e'].map((id) => line(id, 'queued', 10)),
      'a line that is not JSON',
      line('a', 'delivered', 1020),
      line('b', 'delivered', 5000),
      line('c', 'delivered', 8999),
      line('d', 'unavailable', 8999),
      line('d', 'delivered', 9040),
    ];
    expect(tallyQueued(7, lines, messages)).toEqual({
      alone: { events: 2, messages: 2 },
      merged: { events: 2, messages: 1 },
      repeats: 1,
      leftOut: [],
      failed: ['e was not shown', 'it was not queued'],
    });
  });

  it('tallyQueued: the order in which two processes were heard does not matter', () => {
    const lines = [
      line('b', 'delivered', 5020),
      line('a', 'delivered', 1020),
      line('a', 'queued', 1),
      line('b', 'queued', 2),
    ];
    expect(tallyQueued(2, lines, messages).alone).toEqual({ events: 2, messages: 2 });
  });
});

describe('closingLines', () => {
  const nothing = tallySamples([]);

  it('closingLines: the parts add up to the events, each reason once', () => {
    const first = tallySamples([
      delivered(1),
      delivered(2),
      { status: 'skipped', why: 'muted' },
      { status: 'skipped', why: 'suppressed' },
      { status: 'skipped', why: 'muted' },
      { status: 'failed', why: 'HTTP 401' },
    ]);
    const second = { ...nothing, merged: { events: 50, messages: 8 }, repeats: 2 };
    expect(closingLines([first, second])).toEqual([
      '58 events, 11 messages delivered',
      '  2 events shown alone, in 3 messages',
      '  50 events merged into 8 messages',
      '  2 events dropped as repeats',
      '  3 events left out by design: muted (2); suppressed',
      '  1 event failed: HTTP 401',
    ]);
  });

  it('closingLines: what did not happen is not told', () => {
    expect(closingLines([tallySamples([delivered(1)])])).toEqual([
      '1 event, 1 message delivered',
      '  1 event shown alone, in 1 message',
    ]);
  });
});
