import type { digest as zhCN } from '../zh-CN/digest.js';

/** Words of a message that shows many notifications, one row each. */
export const digest: typeof zhCN = {
  firedAndOver: (n) => `${n} fired and recovered`,
  alarmsRecovered: (n) => `${n} ${n === 1 ? 'alarm' : 'alarms'} recovered`,
  recovered: (n) => `${n} recovered`,
  good: (n) => `${n} recovered or fine`,
  here: (n) => `${n} here`,
  continued: ' (continued)',
  fired: (times) => (times === 1 ? ' (had fired)' : ` (fired ${times} times)`),
  people: (named, _all, others) => `${named} and ${others} more`,
  list: 'Alarms',
  elsewhere: 'Other',
  place: (place) => `[${place}]`,
};
