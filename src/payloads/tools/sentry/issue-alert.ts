import type { ToolRow } from '../../toolkit/tool.js';

/** A rule on issues. The issue is the thing that recovers. */
export const issueAlert: ToolRow = {
  when: { 'data.event.event_id': true, 'data.triggered_rule': true },
  name: 'data.event.title',
  grade: 'data.event.level',
  fields: {
    failedAt: 'data.event.culprit',
    environment: 'data.event.environment',
    version: 'data.event.release',
    rule: 'data.triggered_rule',
    time: 'data.event.datetime as time',
  },
  details: 'data.event.message',
  link: ['data.event.web_url', 'data.event.issue_url'],
  thing: 'data.event.issue_id',
  labels: { environment: 'data.event.environment' },
};
