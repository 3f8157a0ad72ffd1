import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../support/lambda-events.js';
import { renderedOf } from '../../support/render-sample.js';

const refresh = (detail: object) =>
  eventBridgeEvent(
    'Trusted Advisor Check Item Refresh Notification',
    { 'check-name': 'Idle', ...detail },
    { region: 'us-east-1' },
  );

describe('trusted-advisor', () => {
  test.each([
    ['ERROR', 'error 建议立即处理'],
    ['WARN', 'warning 建议检查'],
    ['OK', 'recovery 正常'],
    ['INFO', 'info 通知'],
  ])('%s: %s', async (status, line) => {
    const content = await renderedOf(refresh({ status }));
    expect(firstLine(content)).toBe(`${line} | Trusted Advisor：Idle`);
    expect(content.link).toBe('https://console.aws.amazon.com/trustedadvisor/home#/dashboard');
  });

  test('the region is the item’s, not the one that Trusted Advisor lives in', async () => {
    const whereOf = async (item: object) => (await renderedOf(refresh({ 'check-item-detail': item }))).where;
    expect(await whereOf({ 'Region/AZ': 'ca-central-1a' })).toBe('生产 ca-central-1');
    expect(await whereOf({})).toBe('生产');
  });

  test('of the columns the first few are shown, none that only repeats the resource', async () => {
    const item = { Status: 'Red', 'Instance ID': 'i-1', 'Day 1': '0.1%', 'Instance Type': 't3.nano', Savings: '$9' };
    const content = await renderedOf(
      refresh({ resource_id: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1', 'check-item-detail': item }),
    );
    expect(content.fields.map(({ label }) => label)).toEqual(['资源', 'Savings', '实例类型', '时间']);
    expect(lineOf(content, '资源')).toBe('i-1');
  });

  test('of an exposed key the key, its user, where it lies and until when, whatever their order', async () => {
    const item = {
      'Case ID': '02648f3b',
      'Usage (USD per Day)': '0',
      'User Name (IAM or Root)': 'ci-deployer',
      Deadline: '1795348800000',
      'Access Key ID': 'AKIAIOSFODNN7EXAMPLE',
      'Time Updated': '1795340000000',
      'Fraud Type': 'Exposed',
      Location: 'git.example.com/pay',
    };
    const content = await renderedOf(refresh({ 'check-item-detail': item }));
    expect(lineOf(content, '访问密钥 ID')).toBe('AKIAIOSFODNN7EXAMPLE');
    expect(lineOf(content, '用户（IAM 或 root）')).toBe('ci-deployer');
    expect(lineOf(content, '位置')).toBe('git.example.com/pay');
    expect(lineOf(content, '截止时间')).toMatch(/^2026-11-2\d \d\d:/);
  });
});
