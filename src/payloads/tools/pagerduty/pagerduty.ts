import { webhook } from '../../toolkit/tool.js';
import { changes } from './changes.js';

/** PagerDuty's webhooks of version 3. @see https://developer.pagerduty.com/docs/webhooks/v3-overview/ */
export const pagerduty = webhook({
  name: 'pagerduty',
  service: 'PagerDuty',
  match: { keys: { 'event.event_type': true, 'event.resource_type': true, 'event.occurred_at': true } },
  within: 'event.data',
  event: 'event.event_type',
  common: {
    kind: 'incident',
    name: ['{title} #{number}', 'incident.summary', 'summary'],
    state: 'status',
    grade: 'priority.summary',
    verdict: { acknowledged: ['info', 'acknowledged'] },
    fields: {
      service: 'service.summary',
      priority: '{priority.summary} {urgency}',
      assignee: 'assignees.*.summary',
      actor: 'event.agent.summary',
    },
    link: ['html_url', 'incident.html_url'],
    labels: { service: 'service.summary', priority: 'priority.summary' },
  },
  rows: {
    'pagey.ping': { details: 'message', test: true },
    'incident.triggered|incident.acknowledged|incident.resolved|incident.reopened': { thing: 'id' },
    ...changes,
  },
  other: { unlisted: true },
});
