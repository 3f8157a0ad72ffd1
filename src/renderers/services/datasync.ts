import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

/** DataSync says no more than an ARN and a state. */
const STATES: EventRow['verdict'] = {
  available: ['recovery', 'available'],
  offline: ['error', 'unavailable'],
  online: ['recovery', 'available'],
  unavailable: ['error', 'unavailable'],
};

/** @see https://docs.aws.amazon.com/datasync/latest/userguide/event-notifications.html */
export const datasync = tableRenderer({
  name: 'datasync',
  service: 'DataSync',
  sources: ['aws.datasync'],
  types: /^DataSync /,
  rows: {
    'DataSync Task Execution State Change': {
      kind: 'taskExecution',
      part: /^task-\w+/,
      verdict: STATES,
      page: 'datasync',
    },
    'DataSync Task State Change': { kind: 'task', verdict: STATES, page: 'datasync' },
    'DataSync Agent State Change': { kind: 'agent', verdict: STATES, page: 'datasync' },
    'DataSync Location State Change': { kind: 'location', verdict: STATES, page: 'datasync' },
  },
  other: { kind: 'task', verdict: STATES, page: 'datasync' },
});
