import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/domain/delivery.js';
import { wordsOf } from '../../../src/text/words.js';
import type { CloudWatch } from '../../../src/watch/alarm/watched.js';
import { type TellParts, tellTick } from '../../../src/watch/reminders/tell-tick.js';
import { recordLog } from '../../support/lines.js';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 29, 12);

/** Handles the tick of noon so much later. */
async function tellAfter(ms: number, alarms: CloudWatch['alarms']) {
  const log = recordLog();
  const nothing = async () => [];
  const changes = async () => ({ history: new Map() });
  const reader = { alarms, changes, named: nothing };
  const parts = {
    ...{ words: wordsOf('en'), format: 'text', timeZone: 'UTC', readsAcks: false, region: 'cn-north-1', deadlineMs: 0 },
    roads: { topics: [], functionArn: '', hasAlarmRule: true, service: 'wecomrobot-prod' },
    dispatch: async (): Promise<readonly Outcome[]> => [],
    clock: { now: () => NOON + ms },
    log,
  } as unknown as TellParts;
  const error = await tellTick({ at: NOON }, () => reader as unknown as CloudWatch, parts).catch(String);
  return { error, lines: log.lines };
}
const denied: CloudWatch['alarms'] = async () => Promise.reject(new Error('AccessDenied'));

describe('tellTick', () => {
  test('a try that fails rejects with one line, and Lambda makes another', async () => {
    const { error, lines } = await tellAfter(MINUTE, denied);
    expect(error).toContain('AccessDenied');
    expect(lines).toMatchObject([{ level: 'WARN', message: 'reminders not told, they wait for the next try' }]);
    expect(lines[0]).not.toHaveProperty('ticksLost');
  });

  test('a last try that fails is counted as a lost tick', async () => {
    const { error, lines } = await tellAfter(3 * MINUTE, denied);
    expect(error).toContain('AccessDenied');
    expect(lines).toMatchObject([{ message: 'reminders lost, the last try failed', ticksLost: 1 }]);
  });

  test('a tick older than four and a half minutes is counted as lost, and asks for nothing', async () => {
    const { error, lines } = await tellAfter(4.5 * MINUTE + 1, denied);
    expect(error).toBeUndefined();
    expect(lines).toMatchObject([{ message: 'reminders lost, tick too old', ticksLost: 1 }]);
  });

  test('a tick without anything to tell leaves no line', async () => {
    expect(await tellAfter(0, async () => [])).toEqual({ error: undefined, lines: [] });
  });
});
