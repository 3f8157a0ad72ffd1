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
      'info 已存档 | GuardDuty：疑有未授权访问',
    );
  });
});

describe('guardduty: what was attacked', () => {
  test.each([
    [{ resourceType: 'Instance', instanceDetails: { instanceId: 'i-1' } }, 'EC2 实例 i-1'],
    [{ resourceType: 'AccessKey', accessKeyDetails: { userName: 'li.na' } }, '访问密钥 li.na'],
    [
      { resourceType: 'S3Bucket', s3BucketDetails: [{ name: 'orders' }], accessKeyDetails: { userName: 'x' } },
      'S3 存储桶 orders',
    ],
    [
      { resourceType: 'AccessKey', s3BucketDetails: [{ name: 'orders' }], accessKeyDetails: { userName: 'x' } },
      'S3 存储桶 orders',
    ],
    [{ resourceType: 'RDSDBInstance', rdsDbInstanceDetails: { dbInstanceIdentifier: 'pay' } }, 'RDS 数据库实例 pay'],
    [{ resourceType: 'EKSCluster', eksClusterDetails: { name: 'shop' } }, 'EKS 集群 shop'],
    [{ resourceType: 'ECSCluster', ecsClusterDetails: { name: 'pay' } }, 'ECS 集群 pay'],
    [{ resourceType: 'Lambda', lambdaDetails: { functionName: 'export' } }, 'Lambda export'],
    [{ resourceType: 'Container', containerDetails: { name: 'web' } }, '容器 web'],
    [
      { resourceType: 'EBSSnapshot', ebsSnapshotDetails: { snapshotArn: 'arn:aws:ec2:us-east-1::snapshot/snap-1' } },
      'EBS 快照 snap-1',
    ],
  ])('%j: %s', async (resource, name) => {
    expect((await renderedOf(finding({ resource }))).title).toBe(`GuardDuty：${name} 疑有未授权访问`);
  });

  test.each([
    ['Recon:EC2/PortProbeUnprotectedPort', '遭端口探测'],
    ['Recon:EC2/PortProbeEMRUnprotectedPort', '遭端口探测'],
    ['Recon:EC2/Portscan', '正在扫描其他主机的端口'],
    ['Recon:IAMUser/MaliciousIPCaller', '疑涉及侦察'],
    ['CryptoCurrency:EC2/BitcoinTool.B', '疑在加密货币挖矿'],
  ])('%s says of the resource: %s', async (type, claim) => {
    const resource = { resourceType: 'Instance', instanceDetails: { instanceId: 'i-1' } };
    expect((await renderedOf(finding({ type, resource }))).title).toBe(`GuardDuty：EC2 实例 i-1 ${claim}`);
  });

  test('a finding type we do not know keeps AWS’s word', async () => {
    expect((await renderedOf(finding({ type: 'Quantum:EC2/New' }))).title).toBe('GuardDuty：Quantum');
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

describe('guardduty: the port that somebody came in through', () => {
  const portOf = (port: number, portName: string) => ({ port, portName });

  test.each([
    ['INBOUND', '入站 TCP 22（SSH）'],
    ['OUTBOUND', '出站 TCP 50123'],
  ])('%s: ours of who came in, theirs of who went out', async (connectionDirection, connection) => {
    const networkConnectionAction = {
      connectionDirection,
      protocol: 'TCP',
      localPortDetails: portOf(22, 'SSH'),
      remotePortDetails: portOf(50123, 'Unknown'),
    };
    const content = await renderedOf(finding({ service: { action: { networkConnectionAction } } }));
    expect(lineOf(content, '连接')).toBe(connection);
  });

  test('every port that is probed, once', async () => {
    const portProbeDetails = [22, 3389, 22].map((port) => ({
      localPortDetails: portOf(port, port === 22 ? 'SSH' : 'RDP'),
    }));
    const content = await renderedOf(finding({ service: { action: { portProbeAction: { portProbeDetails } } } }));
    expect(lineOf(content, '被探测端口')).toBe('22（SSH）、3389（RDP）');
  });

  test('of a stolen key its id, which has to be disabled', async () => {
    const accessKeyDetails = { userName: 'li.na', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' };
    const content = await renderedOf(finding({ resource: { resourceType: 'AccessKey', accessKeyDetails } }));
    expect(lineOf(content, '访问密钥')).toBe('AKIAIOSFODNN7EXAMPLE');
  });

  test.each([
    [{ kubernetesApiCallAction: { verb: 'list', requestUri: '/api/v1/secrets' } }, 'API', 'list /api/v1/secrets'],
    [{ rdsLoginAttemptAction: { LoginAttributes: [{ user: 'admin' }] } }, '用户', 'admin'],
  ])('%j', async (action, label, value) => {
    expect(lineOf(await renderedOf(finding({ service: { action } })), label)).toBe(value);
  });
});
