import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../../support/lambda-events.js';
import { renderedOf } from '../../../support/render-sample.js';

describe('guardduty-protection', () => {
  test.each([
    ['THREATS_FOUND', 'critical 发现恶意软件 | GuardDuty 恶意软件扫描 uploads'],
    ['NO_THREATS_FOUND', 'recovery 未发现威胁 | GuardDuty 恶意软件扫描 uploads'],
    ['UNSUPPORTED', 'warning 未扫描 | GuardDuty 恶意软件扫描 uploads'],
    ['ACCESS_DENIED', 'warning 未扫描 | GuardDuty 恶意软件扫描 uploads'],
  ])('a scan that ended %s: %s', async (scanResultStatus, line) => {
    const detail = { s3ObjectDetails: { bucketName: 'uploads' }, scanResultDetails: { scanResultStatus } };
    const event = eventBridgeEvent('GuardDuty Malware Protection Object Scan Result', detail);
    expect(firstLine(await renderedOf(event))).toBe(line);
  });

  test.each([
    ['GuardDuty Malware Protection Resource Status Active', 'recovery 正常'],
    ['GuardDuty Malware Protection Resource Status Warning', 'warning 警告'],
    ['GuardDuty Malware Protection Resource Status Error', 'error 失败'],
    ['GuardDuty Malware Protection Post Scan Action Failed', 'error 失败'],
  ])('%s: %s', async (detailType, line) => {
    const detail = {
      s3BucketDetails: { bucketName: 'uploads' },
      statusReasons: [{ code: 'INSUFFICIENT_PERMISSIONS' }],
    };
    const content = await renderedOf(eventBridgeEvent(detailType, detail));
    expect(firstLine(content)).toBe(`${line} | GuardDuty S3 恶意软件防护 uploads`);
    expect(lineOf(content, '原因')).toBe('INSUFFICIENT_PERMISSIONS');
  });

  test('a runtime agent that is healthy again is good news', async () => {
    const detail = { resourceDetails: { ec2InstanceDetails: { instanceId: 'i-1' } } };
    const content = await renderedOf(eventBridgeEvent('GuardDuty Runtime Protection Healthy', detail));
    expect(firstLine(content)).toBe('recovery 正常 | GuardDuty 运行时监控 i-1');
    expect(content.link).toBe('https://cn-north-1.console.amazonaws.cn/guardduty/home?region=cn-north-1#/summary');
  });
});
