import type { ToolRow } from '../../toolkit/tool.js';

/** An incident or a planned maintenance. */
export const incident: ToolRow = {
  when: { 'incident.name': true },
  kind: 'incident',
  name: 'incident.name',
  state: 'incident.status',
  grade: 'incident.impact',
  verdict: {
    'resolved|completed|postmortem': ['recovery', 'resolved'],
    monitoring: ['info', 'recovering'],
    'scheduled|in_progress|verifying': ['info', 'maintenance'],
  },
  fields: { started: 'incident.created_at as time' },
  details: 'incident.incident_updates.0.body',
  link: 'incident.shortlink',
  thing: 'incident.id',
};
