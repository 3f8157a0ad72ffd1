import { type EventRow, tableRenderer } from '../toolkit/event-table.js';
import { sourceEventRenderer } from '../toolkit/source-event.js';

/** Clusters tell by SNS, serverless workgroups by EventBridge. @see https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-event-notifications.html */
export const redshift = sourceEventRenderer({
  name: 'redshift',
  service: 'Redshift',
  sources: ['aws.redshift', 'aws.redshift-serverless'],
  types: /^Redshift (?!Data )/,
  marks: /REDSHIFT-|\/redshift\//i,
  kinds: {
    cluster: { thing: 'cluster', page: 'redshift' },
    'cluster-parameter-group': { thing: 'dbParameterGroup' },
    'cluster-security-group': { thing: 'securityGroup' },
    'cluster-snapshot': { thing: 'snapshot' },
    'scheduled-action': { thing: 'plan' },
    workgroup: { thing: 'workgroup' },
  },
  other: { thing: 'cluster' },
});

const STATEMENT: EventRow = {
  thing: 'statement',
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
