import { describe, expect, test } from 'vitest';
import { sectionsOf } from '../../deploy/summary.js';

const TOPIC = 'arn:aws-cn:sns:cn-north-1:111122223333:wecomrobot-prod-Topic-1';
const gathered = {
  info: { stage: 'prod', region: 'cn-north-1' },
  outputs: [
    { OutputKey: 'ServerlessDeploymentBucketName', OutputValue: 'bucket' },
    { OutputKey: 'TopicArn', OutputValue: TOPIC },
    { OutputKey: 'Url', OutputValue: 'https://example.com' },
  ],
};

describe('sectionsOf', () => {
  test('sectionsOf: the stack’s addresses, and what to try next', () => {
    expect(sectionsOf(gathered, { http: 'token' })).toEqual([
      ['wecomrobot', [`TopicArn: ${TOPIC}`, 'Url: https://example.com']],
      [
        'next',
        [
          'npm run ping -- --stage prod --region cn-north-1',
          `aws sns publish --region cn-north-1 --topic-arn ${TOPIC} --message '测试'`,
          'curl https://example.com/health',
        ],
      ],
    ]);
  });

  test('sectionsOf: where IAM is the door, curl signs', () => {
    const [, next] = sectionsOf(gathered, { http: 'iam' });
    expect(next?.[1].at(-1)).toBe(
      'curl --aws-sigv4 aws:amz:cn-north-1:execute-api --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" https://example.com/health',
    );
  });

  test.each([
    ['off', 2],
    ['token', 3],
  ] as const)('sectionsOf: with http %s there are %i commands', (http, count) => {
    expect(sectionsOf(gathered, { http })[1]?.[1]).toHaveLength(count);
  });

  test.each([[{}], [{ outputs: [] }], [undefined]])('sectionsOf: nothing for %j', (nothing) => {
    expect(sectionsOf(nothing, { http: 'token' })).toEqual([]);
  });
});
