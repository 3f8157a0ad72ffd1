import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../../support/lambda-events.js';
import { renderedOf } from '../../../support/render-sample.js';

const TYPE = 'UnauthorizedAccess:EC2/SSHBruteForce';
const finding = (detail: Readonly<Record<string, unknown>>) =>
  eventBridgeEvent('GuardDuty Finding', { id: 'f1', type: TYPE, severity: 5, ...detail });

describe('guardduty: severity bands', () => {
  test.each([
    [10, 'critical', '严重'],
    [9, 'critical', '严重'],
    [8.9, 'error', '高危'],
    [7, 'error', '高危'],
    [6.9, 'warning', '中危'],
    [4, 'warning', '中危'],
    [3.9, 'info', '低危'],
    [1, 'info', '低危'],
    [0.5, 'warning', '警告'],
    ['high', 'warning', '警告'],
  ])('%s is %s %s', async (severity, expected, status) => {
    const content = await renderedOf(finding({ severity }));
    expect([content.severity, content.status]).toEqual([expected, status]);
  });

  test('an archived finding is no alert', async () => {
    expect(firstLine(await renderedOf(finding({ severity: 9, service: { archived: true } })))).toBe(
      'info 已存档 | GuardDuty 未授权访问',
    );
  });
});

describe('guardduty: what was attacked', () => {
  test.each([
    [{ resourceType: 'Instance', instanceDetails: { instanceId: 'i-1' } }, 'EC2 Instance i-1'],
    [{ resourceType: 'AccessKey', accessKeyDetails: { userName: 'li.na' } }, 'Access Key li.na'],
    [
      { resourceType: 'S3Bucket', s3BucketDetails: [{ name: 'orders' }], accessKeyDetails: { userName: 'x' } },
      'S3 Bucket orders',
    ],
    [
      { resourceType: 'AccessKey', s3BucketDetails: [{ name: 'orders' }], accessKeyDetails: { userName: 'x' } },
      'S3 Bucket orders',
    ],
    [{ resourceType: 'RDSDBInstance', rdsDbInstanceDetails: { dbInstanceIdentifier: 'pay' } }, 'RDS DB Instance pay'],
    [{ resourceType: 'EKSCluster', eksClusterDetails: { name: 'shop' } }, 'EKS Cluster shop'],
    [{ resourceType: 'ECSCluster', ecsClusterDetails: { name: 'pay' } }, 'ECS Cluster pay'],
    [{ resourceType: 'Lambda', lambdaDetails: { functionName: 'export' } }, 'Lambda export'],
    [{ resourceType: 'Container', containerDetails: { name: 'web' } }, 'Container web'],
    [
      { resourceType: 'EBSSnapshot', ebsSnapshotDetails: { snapshotArn: 'arn:aws:ec2:us-east-1::snapshot/snap-1' } },
      'EBS Snapshot snap-1',
    ],
  ])('%j: %s', async (resource, name) => {
    expect((await renderedOf(finding({ resource }))).title).toBe(`GuardDuty 未授权访问 ${name}`);
  });

  test('a finding type we do not know keeps AWS’s word', async () => {
    expect((await renderedOf(finding({ type: 'Quantum:EC2/New' }))).title).toBe('GuardDuty Quantum');
  });
});

test('guardduty: a direction, a protocol and a port make one line', async () => {
  const networkConnectionAction = {
    connectionDirection: 'OUTBOUND',
    protocol: 'TCP',
    remotePortDetails: { port: 443 },
    remoteIpDetails: { ipAddressV4: '198.51.100.7', country: { countryName: 'Netherlands' } },
  };
  const content = await renderedOf(finding({ service: { action: { networkConnectionAction } } }));
  expect(lineOf(content, '连接')).toBe('出站 TCP 443');
  expect(lineOf(content, '远端 IP')).toBe('198.51.100.7（Netherlands）');
});

test('guardduty: the finding of a member account is that account’s, and the link its region’s', async () => {
  const content = await renderedOf(finding({ accountId: '444455556666', region: 'cn-northwest-1' }));
  expect(content.where).toBe('444455556666 cn-northwest-1');
  expect(content.link).toBe(
    'https://cn-northwest-1.console.amazonaws.cn/guardduty/home?region=cn-northwest-1#/findings?macros=current&fId=f1',
  );
});
