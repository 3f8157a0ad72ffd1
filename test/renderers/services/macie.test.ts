import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../support/lambda-events.js';
import { renderedOf } from '../../support/render-sample.js';

const bucket = { resourcesAffected: { s3Bucket: { name: 'orders' } } };

describe('macie: a finding', () => {
  test.each([
    ['SensitiveData:S3Object/Credentials', 'High', 'error 高危 | Macie S3 存储桶 orders 含敏感数据'],
    ['SensitiveData:S3Object/Personal', 'Medium', 'warning 中危 | Macie S3 存储桶 orders 含敏感数据'],
    ['Policy:IAMUser/S3BucketSharedExternally', 'Low', 'info 低危 | Macie S3 存储桶 orders 与外部账号共享'],
    ['Policy:IAMUser/S3BucketPublic', undefined, 'warning 警告 | Macie S3 存储桶 orders 可公开访问'],
  ])('%s, %s: %s', async (type, description, line) => {
    const event = eventBridgeEvent('Macie Finding', { ...bucket, type, severity: { description } });
    expect(firstLine(await renderedOf(event))).toBe(line);
  });

  test('one of a type we do not know has AWS’s title', async () => {
    const event = eventBridgeEvent('Macie Finding', { ...bucket, type: 'New:Thing/X', title: 'Something new' });
    expect((await renderedOf(event)).title).toBe('Macie Something new orders');
  });

  test.each([
    [{ assumedRole: { arn: 'arn:aws:sts::111122223333:assumed-role/admin/li.na' } }, 'admin/li.na', '198.51.100.23'],
    [{}, '198.51.100.23', undefined],
  ])('of a changed policy the call, who made it and from where: %j', async (userIdentity, actor, address) => {
    const apiCallDetails = { api: 'PutBucketPolicy', apiServiceName: 's3.amazonaws.com' };
    const ipAddressDetails = { ipAddressV4: '198.51.100.23' };
    const policyDetails = { action: { apiCallDetails }, actor: { userIdentity, ipAddressDetails } };
    const content = await renderedOf(eventBridgeEvent('Macie Finding', { ...bucket, policyDetails }));
    expect(['操作者', '操作', '来源 IP'].map((label) => lineOf(content, label))).toEqual([
      actor,
      's3:PutBucketPolicy',
      address,
    ]);
  });

  test('an archived one is no alert', async () => {
    const event = eventBridgeEvent('Macie Finding', { ...bucket, archived: true, severity: { description: 'High' } });
    expect((await renderedOf(event)).severity).toBe('info');
  });

  test('the link leads to the findings in the partition of the region', async () => {
    const { link } = await renderedOf(eventBridgeEvent('Macie Finding', bucket));
    expect(link).toBe('https://cn-north-1.console.amazonaws.cn/macie/home?region=cn-north-1#findings');
  });
});

describe('macie: an alert of the first Macie', () => {
  test.each([
    [95, 'error 高危'],
    [50, 'warning 中危'],
    [10, 'info 低危'],
  ])('risk %i: %s', async (risk, line) => {
    const event = eventBridgeEvent('Macie Alert', { name: 'Odd calls', 'risk-score': risk });
    expect(firstLine(await renderedOf(event))).toBe(`${line} | Macie：Odd calls`);
  });

  test('the unusual feature says why, and the link is AWS’s own', async () => {
    const content = await renderedOf(
      eventBridgeEvent('Macie Alert', {
        name: 'Odd calls',
        url: 'https://lb00.us-east-1.macie.aws.amazon.com/posts/1',
        actor: '111122223333:assumed-role:deploy',
        trigger: {
          features: { a: { narrative: 'Usual.' }, b: { anomalous: true, narrative: 'Somebody looks around.' } },
        },
      }),
    );
    expect(content.details).toBe('Somebody looks around.');
    expect(content.link).toBe('https://lb00.us-east-1.macie.aws.amazon.com/posts/1');
    expect(lineOf(content, '操作者')).toBe('assumed-role:deploy');
  });
});
