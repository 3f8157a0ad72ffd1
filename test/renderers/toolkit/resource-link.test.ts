import { describe, expect, test } from 'vitest';
import { resourceLink } from '../../../src/renderers/toolkit/resource-link.js';

const home = 'https://ap-southeast-1.console.aws.amazon.com';
const arn = (service: string, resource: string) => `arn:aws:${service}:ap-southeast-1:111122223333:${resource}`;

describe('resourceLink', () => {
  test.each([
    [arn('ec2', 'instance/i-1'), '/ec2/home?region=ap-southeast-1#InstanceDetails:instanceId=i-1'],
    [arn('lambda', 'function:pay:live'), '/lambda/home?region=ap-southeast-1#/functions/pay'],
    [arn('cloudwatch', 'alarm:a:b/c'), '/cloudwatch/home?region=ap-southeast-1#alarmsV2:alarm/a%3Ab%2Fc'],
    [arn('codepipeline', 'pay/Deploy'), '/codesuite/codepipeline/pipelines/pay/view?region=ap-southeast-1'],
    [
      arn('autoscaling', 'autoScalingGroup:0-1:autoScalingGroupName/web'),
      '/ec2/home?region=ap-southeast-1#AutoScalingGroupDetails:id=web',
    ],
    [
      arn('states', 'execution:daily:1'),
      '/states/home?region=ap-southeast-1#/v2/executions/details/arn%3Aaws%3Astates%3Aap-southeast-1%3A111122223333%3Aexecution%3Adaily%3A1',
    ],
  ])('%s', (resource, path) => {
    expect(resourceLink(resource)).toBe(`${home}${path}`);
  });

  test.each(['', 'i-1', 'arn:aws:s3:::orders', arn('ec2', 'volume/vol-1'), arn('unknown', 'x')])(
    '%j has none',
    (text) => {
      expect(resourceLink(text)).toBeUndefined();
    },
  );
});
