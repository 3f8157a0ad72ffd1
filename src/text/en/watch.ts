import type { watch as zhCN } from '../zh-CN/watch.js';

/** Words of what is told at a tick. */
export const watch: typeof zhCN = {
  stillInAlarm: 'Still in alarm',
  one: (name, duration) => `${name}, ${duration}`,
  count: (n, longest) => `${n} alarms (longest ${longest})`,
  after: (lasting, ended) => `${lasting} (${ended === 'mute' ? 'mute' : 'quiet hours'} over)`,
  settledNow: 'Stopped flapping',
  countSettled: (n) => `${n} alarms`,
  settled: (name, state, minutes, count) =>
    `${name}: ${state.toLowerCase()} (steady after ${count} alarms in ${minutes} minutes)`,
  others: (n) => `${n} more`,
  has: (who) => `, ${who} is on it`,
  tagWithoutTime: (who) => ` (the tag wecom:ack has no time or a wrong one, so people are called: ${who})`,
  takeIt: 'I have it',
};
