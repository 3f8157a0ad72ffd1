import type { summary as zhCN } from '../zh-CN/summary.js';

/** Returns a number and its noun. */
const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Words of the summary at a time of day. */
export const summary: typeof zhCN = {
  status: 'Alarm summary',
  allWell: 'all well',
  inAlarm: (n) => `${n} in alarm`,
  withoutData: (n) => `${n} without data after an alarm`,
  unreadRegions: (n) => `${counted(n, 'region', 'regions')} not read`,
  parkedMessages: (n) => `${counted(n, 'message', 'messages')} parked`,
  parkedUnread: 'dead-letter queue not read',
  stillSilenced: (n) => `${n} in alarm but silenced`,
  open: (title, since, duration) => `${title}, since ${since} (${duration})`,
  noData: (since) => `, no data since ${since}`,
  others: (n) => `${n} more in alarm`,
  othersWithoutData: (n) => `${n} more without data after an alarm`,
  unread: (region, reason) => `${region} not read, its alarms are unknown (${reason})`,
  parked: (n) =>
    `${counted(n, 'message', 'messages')} not delivered, in the dead-letter queue (bring back: npm run replay -- --queue dead)`,
  parkedReason: (reason) => `dead-letter queue not read, its messages are unknown (${reason})`,
  onCall: (duties) => `On call: ${duties}`,
  duty: (name, who, later) => `${name} ${who}${later && ` (${later})`}`,
  from: (time, who) => `${who} from ${time}`,
  past: (since, alarms, times, duration) =>
    `Since ${since}: ${counted(alarms, 'alarm', 'alarms')} ${counted(times, 'time', 'times')}, ${duration} in all`,
  quiet: (since) => `Since ${since}: no alarms`,
  cut: (since) => `too many changes, read only from ${since} on`,
  noisy: (title, times, duration) => `${title}: ${counted(times, 'time', 'times')}, ${duration}`,
  flaps: 'flapping',
  otherPast: (n) => `${n} others`,
  silenced: {
    muteRule: (name) => `muted by ${name}`,
    rule: (name) => `muted by rule "${name}"`,
    suppressed: (name) => `${name} is suppressed`,
    actionsOff: (name) => `${name} has its actions off`,
  },
  until: (time) => `until ${time}`,
  silencedInAlarm: (n) => `${n} in alarm`,
  otherSilences: (n) => `${counted(n, 'other silence', 'other silences')}`,
  read: (regions) => `Read: ${regions}`,
  foreign: 'alarms of other accounts are not included',
};
