import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const DEPLOYMENT: EventRow = {
  kind: 'app',
  name: 'appId',
  state: 'jobStatus',
  fields: [['branch', 'branchName']],
  page: 'amplify',
  within: 'branchName',
};

/** @see https://docs.aws.amazon.com/amplify/latest/userguide/custom-notifications.html */
export const amplify = tableRenderer({
  name: 'amplify',
  service: 'Amplify',
  sources: ['aws.amplify'],
  types: /^Amplify /,
  rows: { 'Amplify Deployment Status Change': DEPLOYMENT },
  other: DEPLOYMENT,
});
