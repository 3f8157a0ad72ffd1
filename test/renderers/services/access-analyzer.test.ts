import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../support/lambda-events.js';
import { renderedOf } from '../../support/render-sample.js';

const BUCKET = { resourceType: 'AWS::S3::Bucket', resource: 'arn:aws-cn:s3:::reports', status: 'ACTIVE' };

describe('access-analyzer', () => {
  test.each([
    ['Access Analyzer Finding', { isPublic: true }, 'error 公开访问'],
    ['Access Analyzer Finding', { isPublic: false }, 'warning 外部访问'],
    ['Access Analyzer Finding', { error: 'ACCESS_DENIED' }, 'warning 未扫描'],
    ['Access Analyzer Finding', { isPublic: true, status: 'RESOLVED' }, 'recovery 已解决'],
    ['Access Analyzer Finding', { isPublic: true, status: 'ARCHIVED' }, 'info 已存档'],
    ['Access Analyzer Finding', { isPublic: true, isDeleted: true }, 'recovery 已解决'],
    ['Internal Access Finding', {}, 'warning 内部访问'],
    ['Unused Access Finding for IAM entities', {}, 'info 未使用的访问'],
    ['Access Preview State Change', { status: 'CREATING' }, 'info 进行中'],
    ['Access Preview State Change', { status: 'COMPLETED' }, 'recovery 成功'],
    ['Access Preview State Change', { status: 'FAILED' }, 'error 失败'],
  ])('%s %j: %s', async (detailType, detail, line) => {
    const content = await renderedOf(eventBridgeEvent(detailType, { ...BUCKET, ...detail }));
    expect(firstLine(content)).toBe(`${line} | IAM Access Analyzer S3 存储桶 reports`);
  });

  test.each([
    [{ AWS: '*' }, '任何人'],
    [{ AWS: 'arn:aws-cn:iam::444455556666:role/vendor' }, 'vendor'],
    [{ AWS: '111122223333' }, '生产'],
    [{ Service: 'cloudfront.amazonaws.com' }, 'cloudfront.amazonaws.com'],
  ])('%j is granted to %s', async (principal, name) => {
    const event = eventBridgeEvent('Access Analyzer Finding', { ...BUCKET, principal });
    expect(lineOf(await renderedOf(event), '授权给')).toBe(name);
  });

  test('the link leads to the findings of the finding’s region', async () => {
    const event = eventBridgeEvent('Access Analyzer Finding', { ...BUCKET, region: 'cn-northwest-1' });
    expect((await renderedOf(event)).link).toBe(
      'https://cn-northwest-1.console.amazonaws.cn/access-analyzer/home?region=cn-northwest-1#/findings',
    );
  });
});
