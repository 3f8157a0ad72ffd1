import type { FieldRow } from '../toolkit/event-fields.js';
import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const QUALITY: readonly FieldRow[] = [
  ['database', 'context.databaseName'],
  ['ruleset', 'rulesetNames'],
  ['score', 'score', 'share'],
  ['failedRules', 'rulesFailed', 'count'],
  ['passedRules', 'rulesSucceeded', 'count'],
  ['resultId', 'resultID'],
];
const CATALOG: EventRow = {
  kind: 'catalog',
  name: ['tableName', 'databaseName'],
  verdict: ['info', 'updated'],
  fields: [
    ['operation', 'typeOfChange'],
    ['database', 'databaseName'],
    ['table', 'changedTables'],
    ['partition', 'changedPartitions'],
  ],
  page: 'glue-table',
  at: 'detail.tableName',
  within: 'databaseName',
};
const STATISTICS: EventRow = {
  kind: 'statistics',
  name: ['tableName', 'table'],
  fields: [['database', ['databaseName', 'database']]],
};

/** Glue's jobs, crawlers, catalog, statistics and data quality. @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-glue.html */
export const glue = tableRenderer({
  name: 'glue',
  service: 'Glue',
  sources: ['aws.glue', 'aws.glue-dataquality'],
  types: /^(Glue|Data Quality) /,
  rows: {
    'Glue Job State Change': {
      kind: 'job',
      name: 'jobName',
      noise: /^Job run \w+( out)?\.?$|^JobName:.+? failed to execute with exception /,
      page: 'glue',
    },
    'Glue Job Run Status': {
      kind: 'job',
      name: 'jobName',
      // Sent only if a run takes longer than the delay its owner set.
      verdict: ['warning', 'delayed'],
      fields: [
        ['state', 'state'],
        ['notifyAfter', 'notificationCondition.NotifyDelayAfter', 'minutes'],
        ['started', 'startedOn', 'time'],
      ],
      details: [],
      page: 'glue',
    },
    'Glue Crawler State Change': {
      kind: 'crawler',
      name: 'crawlerName',
      fields: [
        ['duration', 'runningTime (sec)', 'seconds'],
        ['tablesCreated', 'tablesCreated', 'count'],
        ['tablesUpdated', 'tablesUpdated', 'count'],
        ['tablesDeleted', 'tablesDeleted', 'count'],
      ],
      details: ['errorMessage', 'warningMessage'],
      page: 'glue-crawler',
    },
    'Glue Scheduled Crawler Invocation Failure': {
      kind: 'crawler',
      name: 'crawlerName',
      verdict: ['error', 'notStarted'],
      details: ['errorMessage', 'errorCode', 'message'],
      page: 'glue-crawler',
    },
    'Glue Catalog State Change': CATALOG,
    'Glue Data Catalog Database State Change': CATALOG,
    'Glue Data Catalog Table State Change': CATALOG,
    'Glue Crawler Table Change': CATALOG,
    'Glue Statistics Task Started': { ...STATISTICS, verdict: ['info', 'started'] },
    'Glue Statistics Task Succeeded': { ...STATISTICS, verdict: ['recovery', 'succeeded'] },
    'Glue Statistics Task Failed': { ...STATISTICS, verdict: ['error', 'failed'] },
    'Glue Auto Statistics Invocation Failure': { ...STATISTICS, verdict: ['error', 'notStarted'] },
    'Glue Scheduled Statistics Invocation Failure': { ...STATISTICS, verdict: ['error', 'notStarted'] },
    'Data Quality Task State Change': { kind: 'dataQuality', name: ['context.tableName', 'context.jobName'] },
    'Data Quality Evaluation Results Available': {
      kind: 'dataQuality',
      name: ['context.tableName', 'context.jobName'],
      fields: QUALITY,
      page: 'glue-table',
      at: 'detail.context.tableName',
      within: 'context.databaseName',
    },
  },
  other: { kind: 'job', name: ['jobName', 'crawlerName', 'tableName', 'databaseName'] },
});

/** @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-databrew.html */
export const databrew = tableRenderer({
  name: 'databrew',
  service: 'Glue DataBrew',
  sources: ['aws.databrew'],
  types: /^DataBrew /,
  rows: {
    'DataBrew Job State Change': { kind: 'job', name: 'jobName', page: 'databrew-job' },
    'DataBrew Ruleset Validation Result': {
      kind: 'ruleset',
      name: 'rulesetName',
      state: 'validationState',
      fields: [
        ['dataset', 'datasetName'],
        ['job', 'jobName'],
      ],
    },
  },
  other: { kind: 'job', name: ['jobName', 'rulesetName'] },
});
