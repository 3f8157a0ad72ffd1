import type { FieldRow } from '../toolkit/event-fields.js';
import { tableRenderer } from '../toolkit/event-table.js';

const CAPACITY: readonly FieldRow[] = [
  ['cluster', 'clusterId'],
  ['type', ['instanceGroupType', 'instanceFleetType']],
  ['instanceType', 'instanceType'],
  ['requested', ['requestedInstanceCount', 'targetOnDemandCapacity'], 'count'],
  ['requestedSpot', 'targetSpotCapacity', 'count'],
  ['running', ['runningInstanceCount', 'provisionedOnDemandCapacity'], 'count'],
  ['runningSpot', 'provisionedSpotCapacity', 'count'],
];

/** EMR on EC2. @see https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-events.html */
export const emr = tableRenderer({
  name: 'emr',
  service: 'EMR',
  sources: ['aws.emr'],
  types: /^EMR (?!Serverless|Job Run|Virtual)/,
  rows: {
    'EMR Cluster State Change': {
      kind: 'cluster',
      name: ['name', 'clusterId'],
      verdict: { waiting: ['recovery', 'available'], terminated: ['info', 'terminated'] },
      fields: [['id', 'clusterId']],
      details: ['stateChangeReason.message', 'message'],
      page: 'emr',
      at: 'detail.clusterId',
    },
    'EMR Step Status Change': {
      kind: 'step',
      name: ['name', 'stepId'],
      fields: [
        ['cluster', 'clusterId'],
        ['onFailure', 'actionOnFailure'],
      ],
      page: 'emr',
      at: 'detail.clusterId',
    },
    'EMR Instance Group State Change': {
      kind: 'instanceGroup',
      name: 'instanceGroupId',
      verdict: { running: ['recovery', 'available'], terminated: ['info', 'terminated'] },
      fields: CAPACITY,
      page: 'emr',
      at: 'detail.clusterId',
    },
    'EMR Instance Fleet State Change': {
      kind: 'instanceFleet',
      name: 'instanceFleetId',
      verdict: { running: ['recovery', 'available'], terminated: ['info', 'terminated'] },
      fields: CAPACITY,
      page: 'emr',
      at: 'detail.clusterId',
    },
    'EMR Auto Scaling Policy State Change': {
      kind: 'scalingPolicy',
      name: 'resourceId',
      fields: [['cluster', 'clusterId']],
      page: 'emr',
      at: 'detail.clusterId',
    },
  },
  other: { kind: 'cluster', name: ['clusterName', 'clusterId'], page: 'emr', at: 'detail.clusterId' },
});

/** @see https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/using-eventbridge.html */
export const emrServerless = tableRenderer({
  name: 'emr-serverless',
  service: 'EMR Serverless',
  sources: ['aws.emr-serverless'],
  types: /^EMR Serverless /,
  rows: {
    'EMR Serverless Application State Change': {
      kind: 'application',
      name: ['applicationName', 'applicationId'],
      fields: [
        ['type', 'type'],
        ['version', 'releaseLabel'],
      ],
    },
    'EMR Serverless Job Run State Change': {
      kind: 'jobRun',
      name: ['jobRunName', 'jobRunId'],
      fields: [
        ['application', ['applicationName', 'applicationId']],
        ['version', 'releaseLabel'],
        ['duration', ['createdAt', 'updatedAt'], 'span'],
      ],
      details: ['stateDetails', 'failureReason', 'message'],
    },
  },
  other: { kind: 'jobRun', name: ['jobRunName', 'jobRunId', 'applicationName', 'applicationId'] },
});

/** @see https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/monitoring.html */
export const emrOnEks = tableRenderer({
  name: 'emr-on-eks',
  service: 'EMR on EKS',
  sources: ['aws.emr-containers'],
  types: /^EMR (Job Run|Virtual Cluster) /,
  rows: {
    'EMR Job Run State Change': {
      kind: 'jobRun',
      name: ['name', 'id'],
      fields: [
        ['cluster', 'virtualClusterId'],
        ['version', 'releaseLabel'],
      ],
      details: ['stateDetails', 'failureReason'],
    },
    'EMR Virtual Cluster State Change': { kind: 'virtualCluster', name: ['name', 'id'] },
  },
  other: { kind: 'jobRun', name: ['name', 'id'] },
});
