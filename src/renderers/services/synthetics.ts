import type { FieldRow } from '../toolkit/event-fields.js';
import { tableRenderer } from '../toolkit/event-table.js';

const RUN: readonly FieldRow[] = [
  ['started', 'canary-run-timeline.started', 'time'],
  ['duration', ['canary-run-timeline.started', 'canary-run-timeline.completed'], 'span'],
];

/** CloudWatch Synthetics. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitoring-events-eventbridge.html */
export const synthetics = tableRenderer({
  name: 'synthetics',
  service: 'CloudWatch Synthetics',
  sources: ['aws.synthetics'],
  types: /^Synthetics Canary /,
  rows: {
    'Synthetics Canary Status Change': {
      kind: 'canary',
      name: 'canary-name',
      state: 'current-state',
      verdict: { ready: ['info', 'available'] },
      fields: [['previous', 'previous-state']],
      details: ['state-reason', 'message'],
      page: 'synthetics',
    },
    'Synthetics Canary TestRun Successful': {
      kind: 'canary',
      name: 'canary-name',
      state: 'test-run-status',
      verdict: ['recovery', 'succeeded'],
      fields: RUN,
      details: [],
      page: 'synthetics',
    },
    'Synthetics Canary TestRun Failure': {
      kind: 'canary',
      name: 'canary-name',
      state: 'test-run-status',
      verdict: ['error', 'failed'],
      fields: RUN,
      details: ['state-reason', 'message'],
      page: 'synthetics',
    },
  },
  other: { kind: 'canary', name: 'canary-name', state: ['test-run-status', 'current-state'], page: 'synthetics' },
});
