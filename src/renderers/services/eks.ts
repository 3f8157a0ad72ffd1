import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const CLUSTER = ['clusterName', 'cluster-name', 'cluster'];
const ADDON: EventRow = {
  kind: 'addon',
  name: ['addonName', 'addon-name', 'addon'],
  fields: [
    ['cluster', CLUSTER],
    ['version', ['addonVersion', 'addon-version']],
  ],
  details: [
    'message',
    'reason',
    'errorMessage',
    'health.issues.0.message',
    'issues.0.message',
    'errors.0.errorMessage',
  ],
  page: 'eks',
  at: CLUSTER.map((key) => `detail.${key}`),
};
const FAILED: EventRow = { ...ADDON, verdict: ['error', 'failed'] };
const SUCCEEDED: EventRow = { ...ADDON, verdict: ['recovery', 'succeeded'] };

/** Add-ons and Fargate pods of Amazon EKS. @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-eks.html */
export const eks = tableRenderer({
  name: 'eks',
  service: 'EKS',
  sources: ['aws.eks'],
  types: /^EKS /,
  rows: {
    'EKS Addon Creation Failed': FAILED,
    'EKS Addon Creation Succeeded': SUCCEEDED,
    'EKS Addon Deletion Failed': FAILED,
    'EKS Addon Deletion Succeeded': { ...ADDON, verdict: ['info', 'deleted'] },
    'EKS Addon Health Degraded': { ...ADDON, verdict: ['error', 'unhealthy'] },
    'EKS Addon Health Restored': { ...ADDON, verdict: ['recovery', 'recovered'] },
    'EKS Addon Update Failed': FAILED,
    'EKS Addon Update Succeeded': SUCCEEDED,
    'EKS Fargate Pod Scheduled Termination': {
      ...ADDON,
      kind: 'pod',
      name: ['podName', 'pod-name', 'pod.name', 'pod'],
      verdict: ['warning', 'ending'],
    },
  },
  other: { ...ADDON, kind: 'cluster', name: CLUSTER },
});
