import { describe, expect, test } from 'vitest';
import { canDeliver, isOptIn } from '../../deploy/regions.js';

describe('isOptIn', () => {
  test.each([
    ['ap-east-1', true],
    ['me-south-1', true],
    ['eu-south-2', true],
    ['a region opened later', true],
    ['us-east-1', false],
    ['ap-northeast-3', false],
    ['cn-north-1', false],
    ['us-gov-west-1', false],
  ])('isOptIn: %s %s', (region, expected) => {
    expect(isOptIn(region)).toBe(expected);
  });
});

describe('canDeliver', () => {
  test.each([
    ['ap-east-1', 'us-east-1', true],
    ['us-east-1', 'ap-east-1', false],
    ['me-south-1', 'ap-east-1', false],
    ['ap-east-1', 'ap-east-1', true],
    ['us-east-1', 'eu-west-1', true],
  ])('canDeliver: from %s to %s: %s', (from, to, expected) => {
    expect(canDeliver(from, to)).toBe(expected);
  });
});
