import type { ToolRow } from '../../toolkit/tool.js';

/** A problem that is over. */
export const resolved: ToolRow = {
  when: { event_value: '0' },
  verdict: ['recovery', 'recovered'],
  fields: {
    lasted: ['event_duration as duration', 'event_duration'],
    started: '{event_date} {event_time}',
    recoveredAt: '{event_recovery_date} {event_recovery_time}',
  },
  thing: '{trigger_id|event_name} {host_name}',
};

/** A problem that somebody acknowledged, closed or commented on. */
export const updated: ToolRow = {
  when: { event_update_status: '1' },
  verdict: ['info', 'updated'],
  fields: { user: 'event_update_user', action: 'event_update_action' },
  details: ['event_update_message', 'alert_message'],
};

/** The parameters that a new media type has: a subject and a message. */
export const defaultMessage: ToolRow = { when: { Subject: true }, name: 'Subject', details: 'Message' };
