import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const PROBLEM: EventRow = {
  kind: 'problem',
  name: 'resourceGroupName',
  verdict: {
    'in progress': ['error', 'alarm'],
    recovering: ['warning', 'recovering'],
    recurring: ['error', 'recurring'],
    resolved: ['recovery', 'recovered'],
  },
  fields: [['severity', 'severity']],
  url: 'problemUrl',
};

/** Problems of an application. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/appinsights-cloudwatch-events.html */
export const applicationInsights = tableRenderer({
  name: 'application-insights',
  service: 'Application Insights',
  sources: ['aws.applicationinsights', 'aws.application-insights'],
  types: /^Application Insights Problem /,
  rows: {
    'Application Insights Problem Created': PROBLEM,
    'Application Insights Problem Detected': PROBLEM,
    'Application Insights Problem Updated': PROBLEM,
    'Application Insights Problem Resolved': PROBLEM,
  },
  other: PROBLEM,
});

/** Failing requests, their place and cause. @see https://docs.aws.amazon.com/xray/latest/devguide/xray-console-insights.html */
export const xray = tableRenderer({
  name: 'xray',
  service: 'X-Ray',
  sources: ['aws.xray'],
  types: /^AWS X-Ray Insight /,
  rows: {
    'AWS X-Ray Insight Update': {
      kind: 'insight',
      name: ['RootCauseServiceId.Name', 'GroupName'],
      state: 'State',
      verdict: { active: ['error', 'alarm'], closed: ['recovery', 'recovered'] },
      fields: [
        ['category', 'Categories'],
        ['group', 'GroupName'],
        ['failedRequests', 'ClientRequestImpactStatistics.FaultCount', 'count'],
        ['requests', 'ClientRequestImpactStatistics.TotalCount', 'count'],
        ['started', 'StartTime', 'time'],
      ],
      details: 'Summary',
      page: 'xray',
    },
  },
  other: { kind: 'insight', name: ['GroupName', 'InsightId'] },
});

/** Trouble between users and AWS. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-IM-EventBridge-integration.html */
export const internetMonitor = tableRenderer({
  name: 'internet-monitor',
  service: 'Internet Monitor',
  sources: ['aws.internetmonitor'],
  types: /Internet Monitor/,
  rows: {},
  other: {
    kind: 'monitor',
    name: ['MonitorName', 'monitorName'],
    state: ['Status', 'status', 'State'],
    verdict: { active: ['error', 'alarm'], resolved: ['recovery', 'recovered'] },
    fields: [
      ['impact', ['ImpactType', 'impactType']],
      ['started', ['StartedAt', 'startedAt'], 'time'],
    ],
    page: 'internet-monitor',
  },
});

const GURU_INSIGHT: EventRow = {
  kind: 'insight',
  name: ['resourceCollection.cloudFormation.stackNames', 'insightName', 'insightId'],
  state: 'insightSeverity',
  verdict: { high: ['error', 'alarm'], medium: ['warning', 'warning'], low: ['info', 'notice'] },
  fields: [
    ['severity', 'insightSeverity'],
    ['type', 'insightType'],
    ['started', 'startTime', 'time'],
  ],
  details: ['insightDescription', 'insightName'],
  url: 'insightUrl',
};

/** Anomalies found by machine learning. @see https://docs.aws.amazon.com/devops-guru/latest/userguide/working-with-eventbridge.html */
export const devOpsGuru = tableRenderer({
  name: 'devops-guru',
  service: 'DevOps Guru',
  sources: ['aws.devops-guru'],
  types: /^DevOps Guru /,
  rows: {
    'DevOps Guru New Insight Open': GURU_INSIGHT,
    'DevOps Guru Insight Severity Upgraded': GURU_INSIGHT,
    // An insight's severity does not change when it closes: the news is that it is over.
    'DevOps Guru Insight Closed': { ...GURU_INSIGHT, verdict: ['recovery', 'recovered'] },
  },
  // More is known of an insight that was already reported.
  other: { ...GURU_INSIGHT, verdict: ['info', 'updated'] },
});
