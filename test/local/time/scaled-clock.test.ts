import { describe, expect, it, vi } from 'vitest';
import { preloadedTime, scaledTime } from '../../../local/time/scaled-time.js';

describe('scaledTime', () => {
  it('scaledTime: a scaled minute takes a twentieth of one, and no timer fires before its scaled time', async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const { clock, env } = scaledTime(20);
    const woken: number[] = [];
    clock.after(60_000, () => woken.push(clock.now()));
    await vi.advanceTimersByTimeAsync(2999);
    expect(woken).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    vi.useRealTimers();
    expect(woken).toEqual([1_000_000 + 60_020]);
    expect(env).toEqual({ TIME_SCALE: '20', TIME_SCALE_EPOCH: '1000000' });
  });

  it('preloadedTime: passes on what this process was started with', () => {
    expect(preloadedTime({ TIME_SCALE: '10', TIME_SCALE_EPOCH: '5' }).env).toEqual({
      TIME_SCALE: '10',
      TIME_SCALE_EPOCH: '5',
    });
  });

  it('preloadedTime: real time cannot be passed on', () => {
    expect(() => preloadedTime({})).toThrow('TIME_SCALE must be set');
  });
});
