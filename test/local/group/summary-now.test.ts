import { describe, expect, it } from 'vitest';
import { createSummaryNow, withSummaryAt } from '../../../local/group/summary-now.js';
import { NO_ROUTES, type Routes } from '../../../src/routing/rule.js';
import { slotOf } from '../../../src/watch/alarm/slot.js';
import { dueSummaries } from '../../../src/watch/summary/summary-time.js';

const TICK = Date.parse('2026-11-30T04:35:00Z');
const OWN: Routes = { ...NO_ROUTES, summary: [{ at: 570, robots: ['dba', 'default'] }] };

describe('withSummaryAt', () => {
  it.each([
    ['without a summary of its own: the default robot', NO_ROUTES, ['default']],
    ['the robots of its own summaries', OWN, ['dba', 'default']],
  ])('%s, due at the tick of that moment', (_, routes, robots) => {
    const due = dueSummaries(withSummaryAt(routes, TICK), slotOf(TICK), 'Asia/Shanghai');
    expect(due.map(({ robot }) => robot)).toEqual(robots);
    expect(dueSummaries(withSummaryAt(routes, TICK), slotOf(TICK + 300_000), 'Asia/Shanghai')).toEqual([]);
  });
});

describe('createSummaryNow', () => {
  it('a tick runs with a summary at its time, and the rules are as before after it, even if it fails', async () => {
    const done: unknown[] = [];
    let now = TICK + 61_000;
    let fails = false;
    const tellSummary = createSummaryNow({
      routes: OWN,
      deploy: async ({ summary }) => void done.push(summary?.[0]?.at),
      notify: async (event) => {
        done.push(event);
        if (fails) throw new Error('no');
      },
      now: () => now,
    });
    await tellSummary();
    expect(done).toEqual([275, { wecomrobot: 'tick', time: '2026-11-30T04:35:00Z' }, 570]);
    await expect(tellSummary()).rejects.toThrow(
      'Cannot tell another summary as a tick tells one, every five minutes: current value is 4 min until the next',
    );
    now += 300_000;
    fails = true;
    await expect(tellSummary()).rejects.toThrow('no');
    expect(done.at(-1)).toBe(570);
    fails = false;
    await tellSummary();
    expect(done).toHaveLength(9);
  });

  it('rules that cannot be deployed tell nothing, so it may be tried again at once', async () => {
    const [told, failures]: [unknown[], Error[]] = [[], [new Error('Cannot write the rules')]];
    const tellSummary = createSummaryNow({
      routes: OWN,
      deploy: async ({ summary }) => {
        const failure = summary?.[0]?.at === 275 ? failures.pop() : undefined;
        if (failure) throw failure;
      },
      notify: async (event) => void told.push(event),
      now: () => TICK,
    });
    await expect(tellSummary()).rejects.toThrow('Cannot write the rules');
    expect(told).toEqual([]);
    await tellSummary();
    expect(told).toHaveLength(1);
  });

  it('rules that cannot be deployed again after it do not have it told twice', async () => {
    const told: unknown[] = [];
    const tellSummary = createSummaryNow({
      routes: OWN,
      deploy: async ({ summary }) => {
        if (summary?.[0]?.at !== 275) throw new Error('Cannot write the rules');
      },
      notify: async (event) => void told.push(event),
      now: () => TICK,
    });
    await expect(tellSummary()).rejects.toThrow('Cannot write the rules');
    await expect(tellSummary()).rejects.toThrow('Cannot tell another summary');
    expect(told).toHaveLength(1);
  });
});
