import { describe, expect, test } from 'vitest';
import { codeOf, type DeliveryResult, errcodeOf, isRetryable, textOfCode } from '../../src/domain/delivery.js';

const RESULTS = {
  delivered: { status: 'delivered', messages: 1 },
  wecom: { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: 'r' },
  http: { status: 'refused', code: { kind: 'http', value: 404 }, reason: 'r' },
  missing: { status: 'refused', code: { kind: 'robot-missing' }, reason: 'r' },
  busy: { status: 'unavailable', code: { kind: 'wecom', value: -1 }, retryAfterMs: 5000, reason: 'r' },
  offline: { status: 'unavailable', retryAfterMs: 5000, reason: 'r' },
  unconfirmed: { status: 'unconfirmed', retryAfterMs: 5000, reason: 'r' },
  invalid: { status: 'invalid', field: 'f', reason: 'r' },
} satisfies Readonly<Record<string, DeliveryResult>>;

describe('DeliveryResult', () => {
  test('isRetryable: only what is unavailable or unconfirmed may be helped by sending it again', () => {
    const retryable = Object.entries(RESULTS).filter(([, result]) => isRetryable(result));
    expect(retryable.map(([name]) => name)).toEqual(['busy', 'offline', 'unconfirmed']);
  });

  test('textOfCode: says whose code it is, so that a missing robot is no HTTP 404', () => {
    const codes = Object.values(RESULTS).flatMap((result: DeliveryResult) => codeOf(result) ?? []);
    expect(codes.map(textOfCode)).toEqual(['wecom:93000', 'http:404', 'robot-missing', 'wecom:-1']);
  });

  test('errcodeOf: is WeCom’s own number and nobody else’s', () => {
    expect(Object.values(RESULTS).map(errcodeOf)).toEqual([
      undefined,
      93000,
      undefined,
      undefined,
      -1,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
