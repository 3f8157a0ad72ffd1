import type { ToolRow } from '../../toolkit/tool.js';

/** A rule on a number. */
export const metricAlert: ToolRow = {
  when: { 'data.metric_alert.id': true },
  kind: 'metricAlert',
  name: ['data.metric_alert.title', 'data.description_title'],
  state: 'action',
  fields: { project: 'data.metric_alert.projects', started: 'data.metric_alert.date_started as time' },
  details: 'data.description_text',
  link: 'data.web_url',
  thing: 'data.metric_alert.id',
};
