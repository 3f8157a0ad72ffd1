import { describe, expect, test } from 'vitest';
import { parseArn, resourceName } from '../../src/aws/arn.js';

test('parseArn: keeps the colons of the resource', () => {
  expect(parseArn('arn:aws-cn:cloudwatch:cn-north-1:111122223333:alarm:支付:5xx')).toEqual({
    partition: 'aws-cn',
    service: 'cloudwatch',
    region: 'cn-north-1',
    account: '111122223333',
    resource: 'alarm:支付:5xx',
  });
});

test.each(['', 'payment', 'arn', 'arn:aws', 'arn:aws:s3:::', 'arn:other:s3:::bucket', 'urn:aws:s3:::bucket'])(
  'parseArn: %j is no ARN, or one whose resource is empty',
  (text) => {
    expect(parseArn(text)?.resource ?? '').toBe('');
  },
);

describe('resourceName', () => {
  test.each([
    ['arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:支付网关 5xx', '支付网关 5xx'],
    ['arn:aws:s3:::orders-archive', 'orders-archive'],
    ['arn:aws:s3:::orders-archive/2026/11', 'orders-archive/2026/11'],
    ['arn:aws:sns:cn-north-1:111122223333:alarms', 'alarms'],
    ['arn:aws:ecs:ap-southeast-1:111122223333:service/prod/payment-api', 'prod/payment-api'],
    ['arn:aws:logs:ap-southeast-1:111122223333:log-group:/aws/lambda/pay:*', '/aws/lambda/pay'],
    ['arn:aws:elasticloadbalancing:ap-southeast-1:111122223333:loadbalancer/app/pay/50dc6c495c0c9188', 'app/pay'],
    ['arn:aws:elasticloadbalancing:ap-southeast-1:111122223333:targetgroup/pay/73e2d6bc24d8a067', 'pay'],
    ['arn:aws:lambda:ap-southeast-1:111122223333:function:order-export:$LATEST', 'order-export'],
    ['app/pay/50dc6c495c0c9188', 'app/pay'],
    ['targetgroup/pay/73e2d6bc24d8a067', 'pay'],
    ['payment-api', 'payment-api'],
    ['', ''],
  ])('%s is %j', (text, name) => {
    expect(resourceName(text)).toBe(name);
  });
});
