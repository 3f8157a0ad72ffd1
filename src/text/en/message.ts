import type { message as zhCN } from '../zh-CN/message.js';
import { digest } from './digest.js';
import { errcode } from './errcode.js';
import { status } from './status.js';

/** The words of English by which a message is composed and delivered, whatever it tells: all that `deliver` loads. */
export const message: typeof zhCN = {
  locale: 'en-GB',
  colon: ': ',
  listSeparator: ', ',
  comma: ', ',
  aside: (text) => ` (${text})`,

  severity: {
    critical: 'Critical',
    error: 'Error',
    warning: 'Warning',
    info: 'Info',
    recovery: 'Recovery',
  },
  digest,
  errcode,
  status,

  delivery: {
    network: (why) => `Network error: ${why}`,
    untrusted: (why) =>
      `Network error: ${why}: the certificate is not trusted. If the network intercepts TLS, set NODE_EXTRA_CA_CERTS to a PEM file with its CA certificate`,
    noRobot: (name) => `The secret holds neither a robot "${name}" nor a default one`,
    confinedRobotMissing: 'the secret has no robot for it, and its token may reach no other group',
    outOfTime: 'Not sent: too little time left',
    partlySent: (reason) => `Only part of it was sent: ${reason}`,
    rejected: (httpStatus) => `The server rejected the request: HTTP ${httpStatus}`,
    serverBusy: (httpStatus) => `The server is temporarily unavailable: HTTP ${httpStatus}`,
    unreadable: (what) => `Cannot read WeCom's answer: ${what}`,
  },

  phrase: {
    items: (n) => `${n}`,
    itemsInAll: (n) => `… ${n} in all`,
    andMore: (shown, total) => `${shown} … (${total} in all)`,
    autoshift: 'AWS believes this Availability Zone is impaired and is moving traffic to the others',
    late: (duration) => ` (${duration} late)`,
    flaps: (minutes, count) => ` (flapping, no. ${count} in ${minutes} min)`,
    mayBeRepeat: ' (may be a repeat)',
    meantFor: (robot) => ` (meant for "${robot}")`,
    parked: (count, names, reason) =>
      `⚠️ ${count === 1 ? '1 message was' : `${count} messages were`} not sent and moved to the dead-letter queue: ${names}. Reason: ${reason}. To replay: npm run replay -- --queue dead`,
    unreadableLog: (reason) => `The log lines cannot be read (${reason})`,
    unconfirmedSubscription:
      'Until it is confirmed, nothing from this topic arrives here. Check the queue’s policy, then delete the subscription in the SNS console and create it again.',
    unsubscribed:
      'Messages of this topic no longer arrive here. If that was not intended, subscribe again in the SNS console.',
    moreLines: (n) => `and ${n} more lines`,
    unreadableMessage: 'a message that cannot be read',
    notRetried: 'not retried',
    globalRegion: 'global',
    everybody: 'all',
    inTwoMinutes: (action) => `${action}, in about 2 minutes`,
    ofBudget: (percent) => `${percent}% of the budget`,
    others: 'Other',
    overspent: (what, amount) => `${what} cost ${amount} more`,
    removed: (key) => `${key} (removed)`,
    robotGone: (robot, errcode, parked) =>
      `⚠️ Robot "${robot}" no longer works (${errcode}): ${parked} messages are kept in the dead-letter queue`,
    part: (number, of) => `(${number}/${of})`,
    seeAbove: (title) => `${title}: details in the message above`,
    spend: (actual, expected) => `${actual}, expected ${expected}`,
    truncated: (size) => `… (cut, ${size} in all)`,
    unknownPerson: (name) => `@${name} (not registered)`,
    unknownRobot: (name) => `⚠️ Robot "${name}" not found, sent to the default group`,
    wouldCall: (people) => (people === '' ? 'A real alarm would call nobody' : `A real alarm would call: ${people}`),
  },

  duration: {
    days: (n) => `${n} d`,
    hours: (n) => `${n} h`,
    minutes: (n) => `${n} min`,
    seconds: (n) => `${n} s`,
    milliseconds: (n) => `${n} ms`,
  },

  link: {
    page: 'Details',
    logs: 'Logs',
  },

  lasted: {
    label: 'Lasted',
    brief: (duration) => `lasted ${duration}`,
    timesInDay: (n) => `no. ${n} within 24 hours`,
  },
};
