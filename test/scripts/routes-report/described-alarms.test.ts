import { expect, test } from 'vitest';
import { describedAlarms } from '../../../scripts/routes-report/described-alarms.js';
import { readConfig } from '../../../src/app/config.js';
import { NO_ROUTES } from '../../../src/routing/rule.js';

test('describedAlarms: a log alarm has its query and its log groups from the configuration in which AWS has them', async () => {
  const LogAlarms = [
    {
      AlarmName: '应用错误日志过多',
      AlarmArn: 'arn:aws-cn:cloudwatch:cn-north-1:111122223333:alarm:应用错误日志过多',
      AlarmActions: ['arn:aws-cn:sns:cn-north-1:111122223333:ops-alarms'],
      ScheduledQueryConfiguration: {
        QueryString: 'fields @message | filter level = "ERROR"',
        AggregationExpression: 'count(*)',
        LogGroupIdentifiers: ['/aws/lambda/payment-api'],
      },
    },
  ];
  const [alarm] = await describedAlarms(
    { LogAlarms },
    { ...readConfig({}), routes: NO_ROUTES },
    Date.UTC(2026, 10, 29),
  );
  expect(alarm?.draft.origin).toMatchObject({
    source: 'sns',
    topic: 'ops-alarms',
    facts: { resources: expect.arrayContaining(['/aws/lambda/payment-api']) },
  });
});
