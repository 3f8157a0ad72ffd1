import type { ToolRow } from '../../toolkit/tool.js';

/** A problem. Severities: 5 is Disaster, 4 High, 3 Average, 2 Warning, 1 Information, 0 not classified. */
export const problem: ToolRow = {
  state: 'event_nseverity',
  verdict: { 5: ['critical', 'alarm'], 4: ['error', 'alarm'], '2|3': ['warning', 'alarm'], '0|1': ['info', 'notice'] },
  fields: {
    severity: 'event_severity',
    current: 'event_opdata',
    labels: 'event_tags',
    time: '{event_date} {event_time}',
  },
  details: ['trigger_description', 'alert_message'],
  thing: '{trigger_id|event_name} {host_name}',
};
