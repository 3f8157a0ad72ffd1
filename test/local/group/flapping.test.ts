import { describe, expect, it } from 'vitest';
import type { Happening } from '../../../local/group/entry.js';
import { createFlapping, FLAPPING_ALARM } from '../../../local/group/flapping.js';
import { createFakeClock } from '../../support/fake-clock.js';

function startFlapping() {
  const clock = createFakeClock();
  const sent: string[] = [];
  const left: number[] = [];
  const flapping = createFlapping({
    clock,
    send: async ({ label, via, event }) => {
      expect(via).toBe('flapping');
      expect(JSON.stringify(event)).toContain(FLAPPING_ALARM);
      sent.push(label);
    },
    tell: (happening: Happening) => {
      if (happening.kind === 'flapping') left.push(happening.changesLeft);
    },
  });
  return { clock, sent, left, ...flapping };
}

describe('createFlapping', () => {
  it('twelve changes, twenty seconds apart, from an ALARM to an OK', async () => {
    const { clock, sent, left, flap } = startFlapping();
    flap(true);
    expect(sent).toEqual(['ALARM']);
    await clock.advance(20_000);
    expect(sent).toEqual(['ALARM', 'OK']);
    await clock.advance(3_600_000);
    expect(sent).toEqual(Array.from({ length: 6 }, () => ['ALARM', 'OK']).flat());
    expect(left).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('ended in ALARM it recovers, and ended in OK it is silent', async () => {
    const inAlarm = startFlapping();
    inAlarm.flap(true);
    inAlarm.flap(false);
    await inAlarm.clock.advance(3_600_000);
    expect([inAlarm.sent, inAlarm.left]).toEqual([
      ['ALARM', 'OK'],
      [11, 0],
    ]);

    const inOk = startFlapping();
    inOk.flap(true);
    await inOk.clock.advance(20_000);
    inOk.flap(false);
    await inOk.clock.advance(3_600_000);
    expect([inOk.sent, inOk.left]).toEqual([
      ['ALARM', 'OK'],
      [11, 10, 0],
    ]);
  });

  it('the same again does nothing; ended, it can be begun again', async () => {
    const { clock, sent, flap } = startFlapping();
    for (const on of [false, true, true, false, false, true]) flap(on);
    expect(sent).toEqual(['ALARM', 'OK', 'ALARM']);
    await clock.advance(3_600_000);
    expect(sent.slice(2)).toHaveLength(12);
  });

  it('stop: nothing more is sent', async () => {
    const { clock, sent, flap, stop } = startFlapping();
    flap(true);
    stop();
    await clock.advance(3_600_000);
    expect(sent).toEqual(['ALARM']);
  });
});
