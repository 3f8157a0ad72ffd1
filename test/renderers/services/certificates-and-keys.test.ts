import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../support/lambda-events.js';
import { renderedOf } from '../../support/render-sample.js';

describe('acm', () => {
  test.each([
    ['ACM Certificate Approaching Expiration', { DaysToExpiry: 31 }, 'warning 即将过期'],
    ['ACM Certificate Approaching Expiration', { DaysToExpiry: 7 }, 'error 即将过期'],
    ['ACM Certificate Approaching Expiration', {}, 'warning 即将过期'],
    ['ACM Certificate Available', { DaysToExpiry: 395 }, 'recovery 可用'],
    ['ACM Certificate Expired', {}, 'error 已过期'],
    ['ACM Certificate Renewal Action Required', { DaysToExpiry: 30 }, 'error 续订需要处理'],
    ['ACM Certificate Revoked', {}, 'error 已吊销'],
    ['ACM Certificate Revoked by Certificate Authority (CA)', {}, 'error 已吊销'],
    ['ACM Certificate Renamed', {}, 'info 已更新'],
  ])('%s %j: %s', async (detailType, detail, line) => {
    const event = eventBridgeEvent(detailType, { CommonName: 'pay.example.cn', ...detail });
    expect(firstLine(await renderedOf(event))).toBe(`${line} | 证书 pay.example.cn`);
  });

  test('without a common name the certificate’s id names it; the link opens it', async () => {
    const resources = ['arn:aws-cn:acm:cn-north-1:111122223333:certificate/c-1'];
    const content = await renderedOf(eventBridgeEvent('ACM Certificate Expired', {}, { resources }));
    expect(content.title).toBe('证书 c-1');
    expect(content.link).toBe('https://cn-north-1.console.amazonaws.cn/acm/home?region=cn-north-1#/certificates/c-1');
  });
});

test.each([
  ['TRUE', '是'],
  ['FALSE', '否'],
  [true, '是'],
  [undefined, undefined],
])('acm: in use %j: %s', async (InUse, shown) => {
  expect(lineOf(await renderedOf(eventBridgeEvent('ACM Certificate Expired', { InUse })), '使用中')).toBe(shown);
});

describe('acm-pca', () => {
  test.each([
    ['ACM Private CA Certificate Issuance', 'failure', 'error 失败 | 私有 CA 证书签发'],
    ['ACM Private CA CRL Generation', 'success', 'recovery 成功 | 私有 CA 吊销列表生成'],
    ['ACM Private CA Creation', undefined, 'info 通知 | 私有 CA 创建'],
  ])('%s, %s: %s', async (detailType, result, line) => {
    const arn = 'arn:aws-cn:acm-pca:cn-north-1:111122223333:certificate-authority/ca-1';
    const content = await renderedOf(eventBridgeEvent(detailType, { result }, { resources: [arn] }));
    expect(firstLine(content)).toBe(line);
    expect(content.link).toBe(
      `https://cn-north-1.console.amazonaws.cn/acm-pca/home?region=cn-north-1#/details?arn=${encodeURIComponent(arn)}`,
    );
  });
});

test.each([
  [
    'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/ca-1/certificate/286535153982981100925020015808220737245',
    '证书',
  ],
  ['arn:aws:s3:::ca-revoked', '存储桶'],
])('acm-pca: the second resource, %s, is a %s', async (resource, label) => {
  const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/ca-1';
  const content = await renderedOf(
    eventBridgeEvent('ACM Private CA CRL Generation', { result: 'success' }, { resources: [arn, resource] }),
  );
  expect(lineOf(content, label)).toBe(resource.split(/[/:]/).at(-1));
});

describe('kms', () => {
  test.each([
    ['KMS CMK Rotation', 'info 已轮换'],
    ['KMS CMK Deletion', 'warning 已删除'],
    ['KMS Imported Key Material Expiration', 'error 密钥材料已过期'],
    ['KMS Key Something New', 'info 已更新'],
  ])('%s: %s', async (detailType, line) => {
    const content = await renderedOf(eventBridgeEvent(detailType, { 'key-id': 'k-1' }));
    expect(firstLine(content)).toBe(`${line} | KMS 密钥 k-1`);
    expect(content.link).toBe('https://cn-north-1.console.amazonaws.cn/kms/home?region=cn-north-1#/kms/keys/k-1');
  });
});
