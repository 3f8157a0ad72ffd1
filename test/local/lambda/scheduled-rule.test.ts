import { expect, it } from 'vitest';
import { startScheduledRule } from '../../../local/lambda/scheduled-rule.js';
import { createFakeClock } from '../../support/fake-clock.js';

it('startScheduledRule: an event after each interval, with its own time, until it is stopped', async () => {
  const clock = createFakeClock(0);
  const sent: (readonly [number, number])[] = [];
  const stop = startScheduledRule({ everyMs: 300, send: (at) => sent.push([at, clock.now()]), clock });
  await clock.advance(1000);
  expect(sent).toEqual([
    [300, 300],
    [600, 600],
    [900, 900],
  ]);
  stop();
  await clock.advance(1000);
  expect(sent).toHaveLength(3);
});
