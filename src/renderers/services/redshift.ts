import { type EventRow, tableRenderer } from '../toolkit/event-table.js';
import { sourceEventRenderer } from '../toolkit/source-event.js';

/** Clusters report by SNS, serverless workgroups by EventBridge. @see https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-event-notifications.html */
export const redshift = sourceEventRenderer({
  name: 'redshift',
  service: 'Redshift',
  sources: ['aws.redshift', 'aws.redshift-serverless'],
  types: /^Redshift (?!Data )/,
  marks: /REDSHIFT-|\/redshift\//i,
  kinds: {
    cluster: { kind: 'cluster', page: 'redshift' },
    'cluster-parameter-group': { kind: 'dbParameterGroup' },
    'cluster-security-group': { kind: 'securityGroup' },
    'cluster-snapshot': { kind: 'snapshot' },
    'scheduled-action': { kind: 'plan' },
    workgroup: { kind: 'workgroup' },
  },
  other: { kind: 'cluster' },
});

const STATEMENT: EventRow = {
  kind: 'statement',
  name: ['statementName', 'workgroupName', 'clusterId', 'statementId'],
  fields: [
    ['cluster', ['clusterId', 'workgroupName']],
    ['database', 'database'],
    ['user', 'dbUser'],
  ],
  details: ['error', 'errorMessage', 'message'],
  page: 'redshift',
  at: 'detail.clusterId',
};

/** The Data API's statements. @see https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-monitoring-events.html */
export const redshiftData = tableRenderer({
  name: 'redshift-data',
  service: 'Redshift',
  sources: ['aws.redshift-data'],
  types: /^Redshift Data /,
  rows: { 'Redshift Data Statement Status Change': STATEMENT },
  other: STATEMENT,
});
