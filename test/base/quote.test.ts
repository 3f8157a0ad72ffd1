import { describe, expect, it } from 'vitest';
import { nameOrLength, quote } from '../../src/base/quote.js';

const KEY = '00000000-0000-4000-8000-000000000001';

describe('quote: a given value as an error shows it', () => {
  it.each([
    ['a', '"a"'],
    ['a\nb', '"a\\nb"'],
    ['长'.repeat(41), `"${'长'.repeat(40)}…"`],
    [5, '5'],
    [null, 'null'],
    [[1, 2], 'a list of 2'],
    [{ key: KEY }, 'an object'],
    [() => KEY, 'a function'],
    [Symbol(KEY), 'a symbol'],
    [10n ** 100n, 'a bigint'],
    [undefined, 'undefined'],
  ])('%o', (value, shown) => {
    expect(quote(value)).toBe(shown);
  });

  it.each([
    [KEY, '36 characters'],
    [KEY.replaceAll('-', ''), '32 characters'],
    [KEY.slice(0, 20), '20 characters'],
    [`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`, '89 characters'],
    ['send?key=not-a-uuid&robot=dba', '29 characters'],
    [`${'x'.repeat(30)} ${KEY}`, '67 characters'],
    [`${'长'.repeat(60)} ${KEY}`, '97 characters'],
    ['5f2d7b1c9e', '10 characters'],
    ['Zm9vYmFyYmF6cXV4', '16 characters'],
    ['ghp_aaaaaaaaaaaaaaaa', '20 characters'],
    ['13800138000', '11 characters'],
    [13_800_138_000, '11 characters'],
    ['+86 138-0013-8000', '17 characters'],
    ['１３８００１３８０００', '11 characters'],
    ['oncall-13800138000', '18 characters'],
    ['138001', '6 characters'],
  ])('what may be a key, a token or a mobile is described: %s', (value, shown) => {
    expect(quote(value)).toBe(shown);
  });

  it.each([
    'dba',
    'prod-payments-critical',
    'zhifuwangguangaojing',
    'k8s-prod-web01',
    'PaymentsProdAlerts',
    'ECONNRESET',
    'gpu-a100-h100x8',
    'Asia/Shanghai',
    '支付网关-告警群2',
    '2026-11-29',
    'team-20240101',
    '12345',
    'arn:aws:sns:us-east-1:111122223333:ops-alerts',
  ])('what cannot be one is quoted: %s', (value) => {
    expect(quote(value)).toBe(JSON.stringify(value).replace(/^"(.{40}).+"$/, '"$1…"'));
  });

  it('of an ARN only the resource is judged', () => {
    expect(quote(`arn:aws:kms:us-east-1:111122223333:key/${KEY}`)).toBe('"arn:aws:kms:us-east-1:111122223333:***"');
  });
});

describe('nameOrLength: a name as logs show it', () => {
  it.each([
    ['dba', 'dba'],
    ['wecomrobot/robots', 'wecomrobot/robots'],
    [KEY, '36 characters'],
    [
      'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:wecomrobot/robots-AbCdEf',
      'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:wecomrobot/robots-AbCdEf',
    ],
  ])('%s', (name, shown) => {
    expect(nameOrLength(name)).toBe(shown);
  });
});
