/**
 * An alarm with the properties that most alarms have: code the rehearsal leaves out is compiled when it first matters.
 */
const ALARM_MESSAGE = {
  AlarmName: 'rehearsal',
  AlarmDescription: 'Nobody reads this.\nRunbook: https://example.com/runbook',
  AlarmArn: 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:rehearsal',
  AWSAccountId: '111122223333',
  Region: 'US East (N. Virginia)',
  OldStateValue: 'OK',
  NewStateValue: 'ALARM',
  NewStateReason:
    'Threshold Crossed: 2 out of the last 3 datapoints [4250.5 (01/01/26 00:01:00), 42.0 (01/01/26 00:00:00)] were greater ' +
    'than the threshold (10.0) (minimum 2 datapoints for OK -> ALARM transition).',
  StateChangeTime: '2026-01-01T00:00:00.000+0000',
  Trigger: {
    MetricName: 'HTTPCode_Target_5XX_Count',
    Namespace: 'AWS/ApplicationELB',
    StatisticType: 'Statistic',
    Statistic: 'SUM',
    Unit: null,
    Dimensions: [
      { name: 'TargetGroup', value: 'targetgroup/rehearsal/0123456789abcdef' },
      { name: 'LoadBalancer', value: 'app/rehearsal/0123456789abcdef' },
    ],
    Period: 60,
    EvaluationPeriods: 3,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 10,
  },
};

/** Returns a message of SNS. */
export const rehearsedMessage = (message: string) => ({
  Records: [
    {
      EventSource: 'aws:sns',
      Sns: {
        Type: 'Notification',
        MessageId: 'rehearsal',
        TopicArn: 'arn:aws:sns:us-east-1:111122223333:rehearsal',
        Subject: 'rehearsal',
        Message: message,
        Timestamp: '2026-01-01T00:00:00.000Z',
        MessageAttributes: {},
      },
    },
  ],
});

/** Returns a CloudWatch alarm from SNS. */
export const rehearsedAlarm = () => rehearsedMessage(JSON.stringify(ALARM_MESSAGE));
