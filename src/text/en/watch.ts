import type { watch as zhCN } from '../zh-CN/watch.js';

/** Words of what is told at a tick. */
export const watch: typeof zhCN = {
  stillInAlarm: 'Still in alarm',
  one: (name, duration) => `${name}, ${duration}`,
  count: (n, longest) => `${n} alarms (longest ${longest})`,
  others: (n) => `${n} more`,
};
