import { describe, expect, it } from 'vitest';
import { createRecentIds } from '../../src/base/recent-ids.js';
import { createFakeClock } from '../support/fake-clock.js';

describe('createRecentIds', () => {
  it('createRecentIds: an id is known for 15 minutes and then forgotten', async () => {
    const clock = createFakeClock();
    const recent = createRecentIds(clock.now);
    recent.add('a');
    await clock.advance(15 * 60_000 - 1);
    expect(recent.has('a')).toBe(true);
    await clock.advance(1);
    expect(recent.has('a')).toBe(false);
  });

  it('createRecentIds: the last 1,000 are kept, an id added again counts as new', () => {
    const recent = createRecentIds(() => 0);
    for (let n = 0; n < 1000; n++) recent.add(`id-${n}`);
    recent.add('id-0');
    recent.add('one more');
    expect([recent.has('id-0'), recent.has('id-1'), recent.has('id-2'), recent.has('one more')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});
