import { expect, test } from 'vitest';
import { readableSentence } from '../../../src/renderers/toolkit/readable-sentence.js';

test.each([
  ['an ARN is its name', 'Role arn:aws:iam::111122223333:role/etl, please.', 'Role etl, please.'],
  ['an ARN may end the sentence', 'No access to arn:aws-cn:s3:::orders/2026.', 'No access to orders/2026.'],
  ['two ARNs', 'arn:aws:sns:us-east-1:111122223333:a and arn:aws:sns:us-east-1:111122223333:b', 'a and b'],
  [
    'of a request nothing but its error code',
    'x exists (Service: Amazon S3; Status Code: 409; Error Code: BucketAlreadyExists; Request ID: 4X; Proxy: null)',
    'x exists (BucketAlreadyExists)',
  ],
  [
    'of a request nothing at all',
    'No such role. (Service: Ecs, Status Code: 400, Request ID: 7b) (SDK Attempt Count: 1) (RequestToken: 0d, HandlerErrorCode: NotFound)',
    'No such role. (NotFound)',
  ],
  ['UTC is local time', 'failed at 2026-11-22 03:12 UTC.', 'failed at 2026-11-22 11:12:00.'],
  [
    'UTC in words',
    'alarm transitioned at Saturday 21 November, 2026 18:31:07 UTC, and on Nov 22, 2026 at 3:12 AM GMT',
    'alarm transitioned at 2026-11-22 02:31:07, and on 2026-11-22 11:12:00',
  ],
  ['words without a zone', 'on November 22, 2026 3:12 AM', 'on November 22, 2026 3:12 AM'],
  ['a day that is none', 'on 99 November 2026 3:12 UTC', 'on 99 November 2026 3:12 UTC'],
  ['white space is single', 'a\n   b\t c', 'a b c'],
  ['quotes around it all', '"The vault does not exist."', 'The vault does not exist.'],
  ['quotes around a part', '"a" and "b"', '"a" and "b"'],
  ['nothing', undefined, undefined],
])('readableSentence: %s', (_, text, expected) => {
  expect(readableSentence(text, 'Asia/Shanghai')).toBe(expected);
});
