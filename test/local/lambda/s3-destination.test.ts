import { expect, test } from 'vitest';
import { invocationRecord } from '../../../local/lambda/invocation-record.js';
import { recordKey, s3Destination } from '../../../local/lambda/s3-destination.js';

const record = invocationRecord({
  event: { push_message: '未入队' },
  requestId: 'r',
  functionArn: 'arn:aws:lambda:ap-southeast-1:111122223333:function:wecomrobot-prod-notify',
  condition: 'RetriesExhausted',
  invokeCount: 3,
  error: new Error('SQS did not take it'),
  at: Date.UTC(2026, 10, 2, 3, 4, 5, 678),
});

test('recordKey: function, day, second and a UUID, as AWS’s page has it', () => {
  expect(recordKey(record)).toMatch(
    /^aws\/lambda\/async\/wecomrobot-prod-notify\/2026\/11\/02\/2026-11-02T03\.04\.05-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  );
});

test('s3Destination: writes the whole record, and rejects if S3 does not take it', async () => {
  const written: string[] = [];
  await s3Destination((_, body) => void written.push(body))(record);
  expect(written.map((body) => JSON.parse(body))).toEqual([record]);
  const refused = s3Destination(() => {
    throw new Error('Access Denied');
  });
  await expect(refused(record)).rejects.toThrow('Access Denied');
});
