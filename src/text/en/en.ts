import type { zhCN } from '../zh-CN/zh-CN.js';
import { account } from './account.js';
import { alarm } from './alarm.js';
import { config } from './config.js';
import { data } from './data.js';
import { errcode } from './errcode.js';
import { generic } from './generic.js';
import { health } from './health.js';
import { security } from './security.js';
import { webhook } from './webhook.js';
import { workload } from './workload.js';

/** Every word a person in the group reads, in English. */
export const en: typeof zhCN = {
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

  status: {
    alarm: 'ALARM',
    recovered: 'Recovered',
    ok: 'OK',
    insufficientData: 'Insufficient data',
    failed: 'Failed',
    succeeded: 'Succeeded',
    started: 'Started',
    running: 'Running',
    stopped: 'Stopped',
    cancelled: 'Cancelled',
    timedOut: 'Timed out',
    created: 'Created',
    updated: 'Updated',
    deleted: 'Deleted',
    notice: 'Notice',
    denied: 'Denied',
    warning: 'Warning',
  },

  label: {
    account: 'Account',
    condition: 'Condition',
    current: 'Value',
    description: 'Description',
    link: 'Details',
    logs: 'Logs',
    metric: 'Metric',
    name: 'Name',
    reason: 'Reason',
    region: 'Region',
    resource: 'Resource',
    service: 'Service',
    since: 'Since',
    state: 'State',
    threshold: 'Threshold',
    time: 'Time',
    topic: 'Topic',
    type: 'Type',
  },

  thing: {
    alarm: 'Alarm',
    event: 'Event',
  },

  account,
  alarm,
  generic,
  config,
  data,
  errcode,
  health,
  security,
  webhook,
  workload,

  delivery: {
    network: (why) => `Network error: ${why}`,
    noRobot: (name) => `The secret holds neither a robot "${name}" nor a default one`,
    outOfTime: 'Not sent: too little time left',
    partlySent: (reason) => `Only a part was sent: ${reason}`,
    rejected: (httpStatus) => `The server rejected the request: HTTP ${httpStatus}`,
    serverBusy: (httpStatus) => `The server is not available now: HTTP ${httpStatus}`,
    unreadable: (what) => `Cannot read WeCom's answer: ${what}`,
  },

  phrase: {
    andMore: (shown, total) => `${shown} … (${total} in all)`,
    digest: (name, total, counts) => `${name} and more, ${total} in all (${counts})`,
    late: (duration) => ` (${duration} late)`,
    everybody: 'all',
    others: 'Other',
    robotGone: (robot, errcode, parked) =>
      `⚠️ Robot "${robot}" no longer works (${errcode}): ${parked} messages are kept in the dead-letter queue`,
    part: (number, of) => `(${number}/${of})`,
    seeAbove: (title) => `${title}: details in the message above`,
    truncated: (size) => `… (cut, ${size} in all)`,
    unknownPerson: (name) => `@${name} (not registered)`,
    unknownRobot: (name) => `⚠️ Robot "${name}" not found, sent to the default group`,
  },

  duration: {
    days: (n) => `${n} d`,
    hours: (n) => `${n} h`,
    minutes: (n) => `${n} min`,
    seconds: (n) => `${n} s`,
    milliseconds: (n) => `${n} ms`,
  },
};
