import { describe, expect, test } from 'vitest';
import { insightsQuery } from '../../src/watch/metric-filter.js';

/** Patterns of AWS's guide, and the filter that finds the same. */
const PATTERNS = [
  ['ERROR', '@message like "ERROR"'],
  ['ERROR ARGUMENTS', '@message like "ERROR" and @message like "ARGUMENTS"'],
  ['?ERROR ?ARGUMENTS', '@message like "ERROR" or @message like "ARGUMENTS"'],
  ['"INTERNAL SERVER ERROR"', '@message like "INTERNAL SERVER ERROR"'],
  ['ERROR -ARGUMENTS', '@message like "ERROR" and @message not like "ARGUMENTS"'],
  ['-"a b" 支付', '@message not like "a b" and @message like "支付"'],
  ['"say \\"no\\""', '@message like "say \\"no\\""'],
  ['%AUTHORIZED%', '@message like /AUTHORIZED/'],
  ['%/api/v1/orders%', '@message like /\\/api\\/v1\\/orders/'],
  ['%\\/api\\/v1\\\\/orders\\d%', '@message like /\\/api\\/v1\\\\\\/orders\\d/'],
  ['{ $.eventType = "UpdateTrail" }', 'eventType = "UpdateTrail"'],
  ['{$.latency>1000}', 'latency > 1000'],
  ['{ $.user.id = 1 && $.level != "info" }', 'user.id = 1 and level != "info"'],
  ['{ $.status >= 500 || $.status = 429 }', 'status >= 500 or status = 429'],
] as const;

describe('insightsQuery', () => {
  test.each(PATTERNS)('%s is %s', (pattern, filter) => {
    expect(insightsQuery(pattern)).toBe(`fields @timestamp, @message | filter ${filter} | sort @timestamp desc`);
  });

  test('a pattern that takes every event is no filter', () => {
    expect(insightsQuery(' ')).toBe('fields @timestamp, @message | sort @timestamp desc');
  });

  test.each([
    '?ERROR WARN',
    '[ip, user, timestamp, request, status_code=5*, size]',
    '{ $.name = "pay*" }',
    '{ $.a = 1 && $.b = 2 || $.c = 3 }',
    '{ ($.a = 1) }',
    '{ $.error IS TRUE }',
    '{ $.items[0].id = 3 }',
    '"never closed',
    `${'x '.repeat(600)}`,
  ])('%s has no short equal', (pattern) => {
    expect(insightsQuery(pattern)).toBeUndefined();
  });
});
