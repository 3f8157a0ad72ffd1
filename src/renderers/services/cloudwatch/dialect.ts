/** The path of a value in the JSON. */
export type Path = readonly (string | number)[];

/** The paths of an alarm's parts in the JSON of one source. An empty path leads nowhere: that source does not carry it. */
export interface Dialect {
  readonly name: Path;
  readonly arn: Path;
  readonly state: Path;
  readonly previousState: Path;
  readonly previousSince: Path;
  readonly suppressor: Path;
  readonly reason: Path;
  readonly since: Path;
  readonly description: Path;
  readonly account: Path;
  readonly metrics: Path;
  readonly metric: MetricPaths;
  readonly threshold: Path;
  readonly rule: Path;
  /** An object, or its JSON text. */
  readonly reasonData: Path;
  readonly contributorId: Path;
  readonly attributes: Path;
  readonly logQuery: Path;
  readonly promQl: Path;
  readonly aggregation: Path;
  readonly logGroups: Path;
  /** Sent only if the alarm's `AlarmTagsPropagation` is on. */
  readonly tags: Path;
}

export interface MetricPaths {
  readonly id: Path;
  readonly returned: Path;
  readonly label: Path;
  readonly expression: Path;
  readonly namespace: Path;
  readonly name: Path;
  readonly dimensions: Path;
  readonly account: Path;
  readonly statistic: Path;
  /** A percentile, if it is kept apart from the other statistics. */
  readonly percentile: Path;
  readonly period: Path;
  /** An expression's own period. */
  readonly expressionPeriod: Path;
  readonly unit: Path;
}

/**
 * SNS: PascalCase.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export const SNS: Dialect = {
  name: ['AlarmName'],
  arn: ['AlarmArn'],
  state: ['NewStateValue'],
  previousState: ['OldStateValue'],
  previousSince: [],
  suppressor: [],
  reason: ['NewStateReason'],
  since: ['StateChangeTime'],
  description: ['AlarmDescription'],
  account: ['AWSAccountId'],
  metrics: ['Trigger', 'Metrics'],
  metric: {
    id: ['Id'],
    returned: ['ReturnData'],
    label: ['Label'],
    expression: ['Expression'],
    namespace: ['MetricStat', 'Metric', 'Namespace'],
    name: ['MetricStat', 'Metric', 'MetricName'],
    dimensions: ['MetricStat', 'Metric', 'Dimensions'],
    account: ['AccountId'],
    statistic: ['MetricStat', 'Stat'],
    percentile: [],
    period: ['MetricStat', 'Period'],
    expressionPeriod: ['Period'],
    unit: ['MetricStat', 'Unit'],
  },
  threshold: ['Trigger', 'Threshold'],
  rule: ['AlarmRule'],
  reasonData: ['NewStateReasonData'],
  contributorId: ['AlarmContributorId'],
  attributes: ['AlarmContributorAttributes'],
  logQuery: ['QueryString'],
  promQl: ['Trigger', 'EvaluationCriteria', 'PromQLCriteria', 'Query'],
  aggregation: ['AggregationExpression'],
  logGroups: ['LogGroups'],
  tags: ['AlarmTags'],
};

/** An alarm on a single metric has it in SNS's `Trigger` itself. */
export const SNS_TRIGGER: MetricPaths = {
  id: [],
  returned: [],
  label: [],
  expression: [],
  namespace: ['Namespace'],
  name: ['MetricName'],
  dimensions: ['Dimensions'],
  account: [],
  statistic: ['Statistic'],
  percentile: ['ExtendedStatistic'],
  period: ['Period'],
  expressionPeriod: [],
  unit: ['Unit'],
};

/**
 * EventBridge's `detail` and the direct action's `alarmData`: camelCase, identical except for what surrounds them.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
 */
export const EVENT: Dialect = {
  name: ['alarmName'],
  arn: [],
  state: ['state', 'value'],
  previousState: ['previousState', 'value'],
  previousSince: ['previousState', 'timestamp'],
  suppressor: ['configuration', 'actionsSuppressor'],
  reason: ['state', 'reason'],
  since: ['state', 'timestamp'],
  description: ['configuration', 'description'],
  account: [],
  metrics: ['configuration', 'metrics'],
  metric: {
    id: ['id'],
    returned: ['returnData'],
    label: ['label'],
    expression: ['expression'],
    namespace: ['metricStat', 'metric', 'namespace'],
    name: ['metricStat', 'metric', 'name'],
    dimensions: ['metricStat', 'metric', 'dimensions'],
    account: ['accountId'],
    statistic: ['metricStat', 'stat'],
    percentile: [],
    period: ['metricStat', 'period'],
    expressionPeriod: ['period'],
    unit: ['metricStat', 'unit'],
  },
  threshold: [],
  rule: ['configuration', 'alarmRule'],
  reasonData: ['state', 'reasonData'],
  contributorId: ['alarmContributor', 'id'],
  attributes: ['alarmContributor', 'attributes'],
  logQuery: ['configuration', 'queryString'],
  promQl: ['configuration', 'evaluationCriteria', 'promQLCriteria', 'query'],
  aggregation: ['configuration', 'aggregationExpression'],
  logGroups: ['configuration', 'logGroupIdentifiers'],
  tags: ['alarmTags'],
};
