import { type ToolVerdicts, webhook } from '../toolkit/tool.js';

const VERDICT: ToolVerdicts = {
  '*recovered*': ['recovery', 'recovered'],
  '*no data*': ['warning', 'noData'],
  '*warn*': ['warning', 'warning'],
  '*triggered*|*renotify*': ['error', 'alarm'],
};

/** Datadog: its default body, and the template to paste. @see https://docs.datadoghq.com/integrations/webhooks/ */
export const datadog = webhook({
  name: 'datadog',
  service: 'Datadog',
  match: {
    keys: [
      { event_type: true, last_updated: true, 'org.id': true },
      { alert_transition: true, alert_id: true },
    ],
  },
  other: {
    name: ['alert_title', 'title'],
    where: 'hostname',
    state: ['alert_transition', 'title'],
    verdict: VERDICT,
    fields: { condition: 'alert_status', priority: 'priority', labels: 'tags', time: 'last_updated as time' },
    details: ['text', 'body'],
    link: 'link',
    thing: '{alert_id} {alert_scope|hostname}',
    labels: { priority: 'priority', host: 'hostname' },
  },
});
