import { describe, expect, it } from 'vitest';
import { MAX_STORM_SIZE, STORM_SIZE, stormEvents } from '../../../local/group/storm.js';
import { manySamples } from '../../../local/group-server/samples.js';
import { readSamples } from '../../../local/samples/samples.js';
import { at, parseObject, textAt } from '../../../src/base/json.js';

const NOW = Date.UTC(2026, 10, 22, 4, 0, 0);

/** Returns name and state of the alarms in a storm, in their order. */
function alarmsOf(events: readonly unknown[]) {
  return events.map((event) => {
    const alarm = parseObject(textAt(event, 'Records', 0, 'Sns', 'Message') ?? '');
    return { name: textAt(alarm, 'AlarmName'), state: textAt(alarm, 'NewStateValue') };
  });
}

describe('stormEvents', () => {
  it.each([1, 2, 4, 5, 81, STORM_SIZE, MAX_STORM_SIZE])('as many as are chosen, each another change: %i', (count) => {
    const alarms = alarmsOf(stormEvents(NOW, count));
    expect(alarms).toHaveLength(count);
    expect(new Set(alarms.map(({ name, state }) => `${name} ${state}`)).size).toBe(count);
    expect(alarms.every(({ name, state }) => name !== undefined && state !== undefined)).toBe(true);
  });

  it('a recovery is that of an alarm before it', () => {
    const alarms = alarmsOf(stormEvents(NOW));
    const recovered = alarms.flatMap(({ name, state }, index) => (state === 'OK' ? [{ name, index }] : []));
    expect(recovered).toHaveLength(20);
    for (const { name, index } of recovered) expect(alarms.slice(0, index)).toContainEqual({ name, state: 'ALARM' });
  });

  it('alarms alone: none recovers', () => {
    const alarms = alarmsOf(stormEvents(NOW, MAX_STORM_SIZE, false));
    expect(new Set(alarms.map(({ state }) => state))).toEqual(new Set(['ALARM']));
    expect(new Set(alarms.map(({ name }) => name)).size).toBe(MAX_STORM_SIZE);
  });
});

describe('manySamples', () => {
  const freshen = async (event: unknown) => ({ event });

  it('one of each folder in turn, each made anew', async () => {
    const folders = await readSamples();
    const firsts = folders.map(({ samples }) => samples[0]?.event);
    const events = await manySamples(firsts.length, freshen);
    expect(events.map((event) => at(event, 'event'))).toEqual(firsts);
    expect(folders.length).toBeGreaterThan(20);
  });

  it('more than there are: from the first again', async () => {
    const all = (await readSamples()).flatMap(({ samples }) => samples);
    const events = await manySamples(all.length + 3, freshen);
    expect(events).toHaveLength(all.length + 3);
    expect(events.slice(all.length)).toEqual(events.slice(0, 3));
  });
});
