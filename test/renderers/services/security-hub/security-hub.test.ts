import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../../support/lambda-events.js';
import { renderedOf } from '../../../support/render-sample.js';

const asff = (finding: object, detailType = 'Security Hub Findings - Imported') =>
  eventBridgeEvent(detailType, {
    findings: [{ Title: 'T', ProductName: 'Inspector', Severity: { Label: 'HIGH' }, ...finding }],
  });
const ocsf = (finding: object) =>
  eventBridgeEvent('Findings Imported V2', {
    findings: [{ class_uid: 2003, finding_info: { title: 'T' }, severity: 'High', ...finding }],
  });

describe('security-hub: ASFF', () => {
  test.each([
    [{}, 'error 高危'],
    [{ Severity: { Label: 'CRITICAL' } }, 'critical 严重'],
    [{ Severity: { Label: 'MEDIUM' } }, 'warning 中危'],
    [{ Severity: { Label: 'LOW' } }, 'info 低危'],
    [{ Severity: { Label: 'INFORMATIONAL' } }, 'info 提示'],
    [{ Severity: null }, 'warning 警告'],
    [{ Compliance: { Status: 'PASSED' } }, 'recovery 已解决'],
    [{ Workflow: { Status: 'RESOLVED' } }, 'recovery 已解决'],
    [{ Workflow: { Status: 'SUPPRESSED' }, Compliance: { Status: 'PASSED' } }, 'info 已抑制'],
    [{ RecordState: 'ARCHIVED' }, 'info 已存档'],
  ])('%j: %s', async (finding, line) => {
    expect(firstLine(await renderedOf(asff(finding)))).toBe(`${line} | Inspector：T`);
  });

  test('a finding without a product name is named after its product’s ARN', async () => {
    const ProductArn = 'arn:aws-cn:securityhub:cn-north-1::product/aws/guardduty';
    expect((await renderedOf(asff({ ProductName: null, ProductArn }))).title).toBe('guardduty：T');
  });

  test('a remedy that only points at the documentation is left out', async () => {
    const remedied = async (Text: string) =>
      lineOf(await renderedOf(asff({ Remediation: { Recommendation: { Text } } })), '修复建议');
    expect(await remedied('For information on how to correct this issue, consult the documentation.')).toBeUndefined();
    expect(await remedied('Upgrade to 3.0.18.')).toBe('Upgrade to 3.0.18.');
  });

  test('the link searches the finding in the console of its own region', async () => {
    const { link } = await renderedOf(asff({ Id: 'arn:x/1', Region: 'cn-northwest-1', AwsAccountId: '444455556666' }));
    expect(link).toBe(
      'https://cn-northwest-1.console.amazonaws.cn/securityhub/home?region=cn-northwest-1#/findings?search=Id%3D%255Coperator%255C%253AEQUALS%255C%253Aarn%253Ax%252F1',
    );
  });

  test('a custom action names itself and says how many findings there are besides', async () => {
    const findings = [{ Title: 'T' }, { Title: 'U' }, { Title: 'V' }];
    const event = eventBridgeEvent('Security Hub Findings - Custom Action', { actionName: '发到值班群', findings });
    const content = await renderedOf(event);
    expect(lineOf(content, '自定义操作')).toBe('发到值班群');
    expect(lineOf(content, '另有')).toBe('2 项');
  });
});

describe('security-hub: OCSF', () => {
  test.each([
    [{}, 'error 高危'],
    [{ severity: 'Fatal' }, 'critical 严重'],
    [{ severity: 'Informational' }, 'info 提示'],
    [{ severity: 'Unknown' }, 'warning 警告'],
    [{ status: 'Resolved' }, 'recovery 已解决'],
    [{ status: 'Suppressed' }, 'info 已抑制'],
    [{ status: 'Archived' }, 'info 已存档'],
    [{ compliance: { status: 'Pass' } }, 'recovery 已解决'],
  ])('%j: %s', async (finding, line) => {
    expect(firstLine(await renderedOf(ocsf(finding)))).toBe(`${line} | Security Hub：T`);
  });

  test('resource, account and region are the finding’s own', async () => {
    const content = await renderedOf(
      ocsf({
        cloud: { account: { uid: '444455556666' }, region: 'us-east-1' },
        resources: [{ type: 'AWS::EC2::Instance', uid: 'arn:aws:ec2:us-east-1:444455556666:instance/i-1' }],
        vulnerabilities: [{ cve: { uid: 'CVE-2026-1' } }],
      }),
    );
    expect(content.where).toBe('444455556666 us-east-1');
    expect(lineOf(content, '资源')).toBe('EC2 实例 i-1');
    expect(lineOf(content, '编号')).toBe('CVE-2026-1');
    expect(content.link).toBe('https://us-east-1.console.aws.amazon.com/securityhub/home?region=us-east-1#/findings');
  });
});
