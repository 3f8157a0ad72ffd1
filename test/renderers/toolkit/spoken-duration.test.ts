import { expect, test } from 'vitest';
import { spokenDuration } from '../../../src/renderers/toolkit/spoken-duration.js';
import { message } from '../../../src/text/zh-CN/message.js';

test.each([
  ['7m 51s', '7 分钟 51 秒'],
  ['2h7m', '2 小时 7 分钟'],
  ['1d 2h 7m 51s', '1 天 2 小时'],
  ['1M 2d', '32 天'],
  ['45s', '45 秒'],
])('spokenDuration: %s is %s', (written, spoken) => {
  expect(spokenDuration(written, message)).toBe(spoken);
});

test.each(['0s', '', '7', '7 minutes', 'm', '-7m', '7m!', '{EVENT.DURATION}', '1.5h'])(
  'spokenDuration: %j is none that it knows',
  (written) => {
    expect(spokenDuration(written, message)).toBeUndefined();
  },
);
