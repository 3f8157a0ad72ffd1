import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf, snsEvent } from '../../../support/lambda-events.js';
import { renderedOf } from '../../../support/render-sample.js';

const finding = (detail: object, detailType = 'Inspector2 Finding') =>
  eventBridgeEvent(detailType, { title: 'CVE-2026-1 - openssl', severity: 'HIGH', ...detail });

describe('inspector: a finding', () => {
  test.each([
    [{}, 'error 高危'],
    [{ severity: 'CRITICAL' }, 'critical 严重'],
    [{ severity: 'UNTRIAGED' }, 'warning 警告'],
    [{ status: 'CLOSED' }, 'recovery 已解决'],
    [{ status: 'SUPPRESSED' }, 'info 已抑制'],
  ])('%j: %s', async (detail, line) => {
    expect(firstLine(await renderedOf(finding(detail)))).toBe(`${line} | Amazon Inspector：CVE-2026-1 - openssl`);
  });

  test('an on-demand scan of a machine image finds the same way', async () => {
    const resources = [{ type: 'MACHINE_IMAGE', id: 'ami-1' }];
    const content = await renderedOf(finding({ resources }, 'OnDemand AMI Scan Findings'));
    expect(lineOf(content, '资源')).toBe('机器镜像 ami-1');
  });

  test('a resource of another cloud is named without its path', async () => {
    const id = '/subscriptions/a/resourcegroups/b/providers/microsoft.compute/virtualmachines/vm-1';
    const resources = [{ type: 'Microsoft.Compute/virtualMachines', id, details: { vm: { vmName: 'vm-1' } } }];
    expect(lineOf(await renderedOf(finding({ resources })), '资源')).toContain('vm-1');
    expect(lineOf(await renderedOf(finding({ resources })), '资源')).not.toContain('subscriptions');
  });

  test.each([
    ['0:3.0.18-1', 'openssl 3.0.13 → 3.0.18-1'],
    ['NotAvailable', undefined],
  ])('a fix in %s: %s', async (fixedInVersion, fix) => {
    const vulnerablePackages = [{ name: 'openssl', version: '3.0.13', fixedInVersion }];
    const content = await renderedOf(finding({ packageVulnerabilityDetails: { vulnerablePackages } }));
    expect(lineOf(content, '修复版本')).toBe(fix);
  });
});

describe('inspector-scan', () => {
  test.each([
    ['Inspector2 Scan', { 'finding-severity-counts': { CRITICAL: 0, HIGH: 2, TOTAL: 2 } }, 'error 高危', '高危 2'],
    ['Inspector2 Scan', { 'finding-severity-counts': { CRITICAL: 0, TOTAL: 0 } }, 'recovery 成功', '无'],
    ['Inspector2 OnDemand Scan Complete', { findingSeverityCounts: { LOW: 1 } }, 'info 低危', '低危 1'],
    ['Inspector2 OnDemand Scan Complete', { scanStatus: 'FAILED' }, 'error 失败', undefined],
  ])('%s %j: %s', async (detailType, detail, line, counts) => {
    const content = await renderedOf(eventBridgeEvent(detailType, { 'instance-id': 'i-1', ...detail }));
    expect(firstLine(content)).toBe(`${line} | Amazon Inspector 漏洞扫描 i-1`);
    expect(lineOf(content, '发现')).toBe(counts);
  });

  test.each([
    ['INACTIVE', 'warning 未扫描'],
    ['ACTIVE', 'recovery 正常'],
  ])('coverage that became %s: %s', async (statusCodeValue, line) => {
    const detail = { scanStatus: { reason: 'UNSUPPORTED_OS', statusCodeValue } };
    const content = await renderedOf(eventBridgeEvent('Inspector2 Coverage', detail, { resources: ['i-1'] }));
    expect(firstLine(content)).toBe(`${line} | Amazon Inspector 扫描覆盖 i-1`);
    expect(lineOf(content, '原因')).toBe('unsupported OS');
  });

  test('members that could not be enabled are a failure', async () => {
    const detail = { AutoEnableStatus: 'Failed', Reason: 'The number of member accounts has reached the limit' };
    const content = await renderedOf(eventBridgeEvent('Inspector2 AutoEnable', detail));
    expect(content.severity).toBe('error');
    expect(lineOf(content, '原因')).toBe(detail.Reason);
  });
});

describe('inspector-classic', () => {
  test.each([
    [{ event: 'ASSESSMENT_RUN_STARTED' }, 'info 开始'],
    [{ event: 'ASSESSMENT_RUN_COMPLETED' }, 'recovery 成功'],
    [{ event: 'ASSESSMENT_RUN_STATE_CHANGED', newstate: 'FAILED' }, 'error 失败'],
    [{ event: 'ASSESSMENT_RUN_STATE_CHANGED', newstate: 'COMPLETED_WITH_ERRORS' }, 'warning 警告'],
    [{ event: 'ASSESSMENT_RUN_STATE_CHANGED', newstate: 'EVALUATING_RULES' }, 'info 通知'],
    [{ event: 'FINDING_REPORTED' }, 'warning 警告'],
    [{ event: 'DISABLE_ASSESSMENT_NOTIFICATIONS' }, 'info 通知'],
  ])('%j: %s', async (message, line) => {
    const target = 'arn:aws:inspector:us-west-2:444455556666:target/0-EXAMPLE';
    const content = await renderedOf(snsEvent({ template: `${target}/template/0-EXAMPLE`, target, ...message }));
    expect(firstLine(content)).toBe(`${line} | Amazon Inspector 安全评估`);
    expect(content.where).toBe('444455556666 us-west-2');
    expect(content.link).toBe('https://us-west-2.console.aws.amazon.com/inspector/home?region=us-west-2#/run');
  });
});

test('inspector: without a fix, the package, its version and where it lies; the CVE if the title does not say it', async () => {
  const packageVulnerabilityDetails = {
    vulnerabilityId: 'CVE-2026-7',
    vulnerablePackages: [{ name: 'zlib', version: '1.2', filePath: 'lib/a.jar', fixedInVersion: 'NotAvailable' }],
  };
  const content = await renderedOf(finding({ title: 'Heap overflow', packageVulnerabilityDetails }));
  expect(lineOf(content, '编号')).toBe('CVE-2026-7');
  expect(lineOf(content, '软件包')).toBe('zlib 1.2（lib/a.jar）');
  const titled = await renderedOf(finding({ title: 'CVE-2026-7 - zlib', packageVulnerabilityDetails }));
  expect(lineOf(titled, '编号')).toBeUndefined();
});
