import { LEVELS } from '../toolkit/levels.js';
import { webhook } from '../toolkit/tool.js';

const FIELDS = { resource: 'impactedEntities', condition: 'alertConditionNames', policy: 'alertPolicyNames' };

/** New Relic: an issue, in the default template of a workflow. @see https://docs.newrelic.com/docs/alerts/get-notified/message-templates/ */
export const newrelic = webhook({
  name: 'newrelic',
  service: 'New Relic',
  match: { keys: { issueUrl: true, workflowName: true, state: true, priority: true } },
  other: {
    name: 'title',
    state: '{state} {priority}',
    verdict: { 'closed*': ['recovery', 'closed'], 'acknowledged*': ['info', 'acknowledged'], ...LEVELS },
    fields: { ...FIELDS, priority: 'priority', started: 'createdAt as time' },
    link: 'issueUrl',
    thing: 'id',
    labels: { priority: 'priority', policy: 'alertPolicyNames', condition: 'alertConditionNames' },
  },
});
