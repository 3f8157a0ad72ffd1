import type { watch as zhCN } from '../zh-CN/watch.js';

/** Words of what is told at a tick. */
export const watch: typeof zhCN = {
  stillInAlarm: 'Still in alarm',
  one: (name, duration) => `${name}, ${duration}`,
  count: (n, longest) => `${n} alarms (longest ${longest})`,
  after: (lasting, ended) => `${lasting} (${ended})`,
  ended: { window: 'mute over', mute: 'mute over', quiet: 'quiet hours over', taken: 'no longer taken' },
  settledNow: 'Stopped flapping',
  countSettled: (n) => `${n} alarms`,
  settled: (state, duration, minutes, count) =>
    `${state} for ${duration} (after ${count} alarms within ${minutes} minutes)`,
  named: (name, state) => `${name}: ${state}`,
  others: (n) => `${n} more`,
  has: (who) => `, ${who} is on it`,
  tagWithoutTime: (who) => ` (the tag wecom:ack has no time or a wrong one, so people are called: ${who})`,
};
