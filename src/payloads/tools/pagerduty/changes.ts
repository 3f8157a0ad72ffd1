import type { ToolRow } from '../../toolkit/tool.js';

/** Changes of an incident that goes on: who has it now, and what was written about it. */
export const changes: Readonly<Record<string, ToolRow>> = {
  'incident.escalated|incident.unacknowledged|incident.delegated|incident.reassigned': {
    verdict: { 'triggered|acknowledged': ['warning', 'handedOn'] },
  },
  'incident.annotated|incident.status_update_published|*updated|*changed|*added|*assigned|*replied': {
    verdict: { '|triggered|acknowledged|resolved': ['info', 'changed'] },
    fields: { event: 'event.event_type', actor: 'event.agent.summary' },
    details: ['content', 'message'],
  },
};
