import { webhook } from '../../toolkit/tool.js';
import { firingEvent, recoveredEvent, severalEvents } from './event.js';

/** Nightingale: an event, and the list of events of version 8. @see https://flashcat.cloud/docs/content/flashcat-monitor/nightingale-v8/usage/notify-channel/callback_en/ */
export const nightingale = webhook({
  name: 'nightingale',
  service: 'Nightingale',
  match: {
    keys: [
      { rule_id: true, rule_name: true, is_recovered: true },
      { 'items.0.rule_id': true, 'items.0.rule_name': true, 'items.0.is_recovered': true },
    ],
  },
  within: 'items.0',
  common: { link: 'runbook_url', labels: { severity: 'severity', group: 'group_name', cluster: 'cluster' } },
  rows: { severalEvents, recoveredEvent },
  other: firingEvent,
});
