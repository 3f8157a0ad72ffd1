import { webhook } from '../../toolkit/tool.js';
import { defaultMessage, resolved, updated } from './after.js';
import { problem } from './problem.js';

/** Zabbix: the parameters of its own media types, and those that a new one of the type Webhook has. @see https://www.zabbix.com/documentation/current/en/manual/config/notifications/media/webhook */
export const zabbix = webhook({
  name: 'zabbix',
  service: 'Zabbix',
  match: {
    keys: [
      { event_source: true, event_value: true, event_nseverity: true },
      { To: true, Message: true, Subject: ['Problem: *', 'Resolved*', 'Updated problem*'] },
    ],
  },
  common: {
    name: ['event_name', 'alert_subject'],
    where: 'host_name',
    link: ['{zabbix_url}/tr_events.php?triggerid={trigger_id}&eventid={event_id}', 'zabbix_url'],
    labels: { host: 'host_name', severity: 'event_severity' },
  },
  rows: { defaultMessage, resolved, updated },
  other: problem,
});
