import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const IMAGE: EventRow = {
  kind: 'machineImage',
  name: [],
  state: 'state.status',
  verdict: { available: ['recovery', 'available'], deprecated: ['info', 'outdated'] },
  fields: [['previous', 'previous-state.status']],
  details: 'state.reason',
  page: 'imagebuilder',
};

/** @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/integ-eventbridge.html */
export const imageBuilder = tableRenderer({
  name: 'image-builder',
  service: 'EC2 Image Builder',
  sources: ['aws.imagebuilder'],
  types: /^EC2 Image Builder /,
  rows: {
    'EC2 Image Builder Image State Change': IMAGE,
    'EC2 Image Builder CVE Detected': {
      ...IMAGE,
      verdict: ['warning', 'vulnerable'],
      fields: [
        ['criticalCount', 'finding-severity-counts.critical', 'count'],
        ['highCount', 'finding-severity-counts.high', 'count'],
        ['vulnerabilities', 'finding-severity-counts.all', 'count'],
      ],
    },
    'EC2 Image Builder Workflow Step Waiting': {
      ...IMAGE,
      verdict: ['warning', 'waiting'],
      fields: [['step', 'workflow-step-name']],
    },
  },
  other: IMAGE,
});
