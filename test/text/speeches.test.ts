import { describe, expect, test } from 'vitest';
import type { Violation, ViolationKind } from '../../src/domain/violation.js';
import { explain, speechOf } from '../../src/text/speeches.js';
import { isWhollyIn } from '../support/is-wholly-in.js';

const SECRET = { secretId: 'wecomrobot/robots', region: 'cn-north-1' };
const [given, allowed] = ['"x"', 'a, b'];

/** A violation of each kind: the compiler misses none. */
const VIOLATIONS: { readonly [Kind in ViolationKind]: Violation<Kind> } = {
  notText: { kind: 'notText', given: 'a list of 3' },
  tooManyBytes: { kind: 'tooManyBytes', max: 10, bytes: 11 },
  halfCharacter: { kind: 'halfCharacter', index: 1 },
  nulCharacter: { kind: 'nulCharacter', index: 1 },
  nothingToRead: { kind: 'nothingToRead' },
  tooManyParts: { kind: 'tooManyParts', parts: 10, room: '20 KB', size: '27.3 KB' },
  format: { kind: 'format', allowed, given: 'an object' },
  isAtAll: { kind: 'isAtAll', given: 'a function' },
  mobileList: { kind: 'mobileList', given: 'a bigint' },
  mobile: { kind: 'mobile', given },
  accessKey: { kind: 'accessKey', problem: 'a URL of another host', baseUrl: 'https://example.com' },
  baseUrl: { kind: 'baseUrl', example: 'https://example.com' },
  proxy: { kind: 'proxy', example: 'http://proxy.example.com:3128', protocol: 'socks5:' },
  timeout: { kind: 'timeout', min: 1, max: 2, given },
  language: { kind: 'language', allowed, given: 'a symbol' },
  command: { kind: 'command' },
  messages: { kind: 'messages' },
  option: { kind: 'option', name: '--colour' },
  optionValue: { kind: 'optionValue', name: '--at' },
  keyTwice: { kind: 'keyTwice' },
  robotOfNothing: { kind: 'robotOfNothing' },
  noMessage: { kind: 'noMessage' },
  noKey: { kind: 'noKey' },
  noRegion: { kind: 'noRegion' },
  noToken: { kind: 'noToken' },
  doorUrl: { kind: 'doorUrl' },
  robotOfSecret: { kind: 'robotOfSecret', robots: allowed, given },
  secretUnread: { kind: 'secretUnread', ...SECRET, error: 'AccessDeniedException' },
  secretEmpty: { kind: 'secretEmpty', ...SECRET, region: '' },
  secretWithoutDefault: { kind: 'secretWithoutDefault', secretId: '', robots: '' },
};

describe('explain', () => {
  test.each(Object.values<Violation>(VIOLATIONS))('explain: $kind is wholly in Chinese', (violation) => {
    const reason = explain({ message: 'Cannot', violation }, 'zh-CN');
    expect(isWhollyIn('zh-CN', reason), reason).toBe(true);
    expect(reason).not.toMatch(/undefined|\[object/);
  });

  test('explain: in English, and without a violation, an error explains itself', () => {
    expect(explain({ message: 'Cannot a', violation: VIOLATIONS.mobile }, 'en')).toBe('Cannot a');
    expect(explain({ message: 'Cannot b', violation: undefined }, 'zh-CN')).toBe('Cannot b');
  });

  test('explain: an error of Secrets Manager that is not foreseen is named', () => {
    const violation = { ...VIOLATIONS.secretUnread, error: 'ThrottlingException' };
    expect(explain({ message: 'Cannot', violation }, 'zh-CN')).toContain('没有应答（ThrottlingException）');
  });

  test('explain: a certificate that is not trusted on the way to Secrets Manager: what to set', () => {
    const violation = { ...VIOLATIONS.secretUnread, error: 'SELF_SIGNED_CERT_IN_CHAIN' };
    const reason = explain({ message: 'Cannot', violation }, 'zh-CN');
    expect(reason).toContain('NODE_EXTRA_CA_CERTS');
    expect(isWhollyIn('zh-CN', reason), reason).toBe(true);
  });
});

test('speechOf: the English has nothing Chinese in it', () => {
  const { print, unknownError, usage } = speechOf('en');
  const lines = Object.values(print).map((line) => (typeof line === 'string' ? line : line('x' as never, 'y')));
  expect([...lines, unknownError, usage].filter((line) => /\p{Script=Han}/u.test(line))).toEqual([]);
});
