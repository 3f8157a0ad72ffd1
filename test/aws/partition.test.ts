import { describe, expect, test } from 'vitest';
import { consoleHost, partitionOf } from '../../src/aws/partition.js';

describe('partitionOf', () => {
  test.each([
    ['ap-southeast-1', 'aws'],
    ['us-east-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['arn:aws:s3:::orders', 'aws'],
    ['arn:aws-cn:iam::111122223333:role/x', 'aws-cn'],
    ['arn:aws-us-gov:health:global::event/x', 'aws-us-gov'],
    // The partition of an ARN says more than the name of what is in it.
    ['arn:aws:s3:::cn-north-1', 'aws'],
    ['', 'aws'],
    ['global', 'aws'],
  ])('%j is of %s', (regionOrArn, partition) => {
    expect(partitionOf(regionOrArn)).toBe(partition);
  });
});

test.each([
  ['ap-southeast-1', 'console.aws.amazon.com'],
  ['cn-north-1', 'console.amazonaws.cn'],
  ['us-gov-west-1', 'console.amazonaws-us-gov.com'],
  ['arn:aws-cn:health:global::event/x', 'console.amazonaws.cn'],
])('consoleHost: %s has %s', (regionOrArn, host) => {
  expect(consoleHost(regionOrArn)).toBe(host);
});
