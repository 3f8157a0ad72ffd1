import { expect, test } from 'vitest';
import { globalConsoleLink } from '../../src/aws/global-console-link.js';

test.each([
  ['budgets', 'ap-southeast-1', '', 'https://console.aws.amazon.com/costmanagement/home#/budgets/overview'],
  ['cost-anomalies', 'cn-north-1', '', 'https://console.amazonaws.cn/costmanagement/home#/anomaly-detection/overview'],
  [
    'health',
    'arn:aws:health:global::event/x',
    'e/1',
    'https://health.aws.amazon.com/health/home#/account/event-log?eventID=e%2F1',
  ],
  [
    'health',
    'arn:aws-cn:health:global::event/x',
    'e',
    'https://console.amazonaws.cn/health/home#/account/event-log?eventID=e',
  ],
  ['support-case', 'us-gov-west-1', '12', 'https://console.amazonaws-us-gov.com/support/home#/case/?displayId=12'],
  ['trusted-advisor', '', '', 'https://console.aws.amazon.com/trustedadvisor/home#/dashboard'],
] as const)('globalConsoleLink: %s in the partition of %j', (page, where, name, link) => {
  expect(globalConsoleLink(page, where, name)).toBe(link);
});

test('globalConsoleLink: a name too long for a link has none, a lone surrogate does not throw', () => {
  expect(globalConsoleLink('health', 'cn-north-1', 'x'.repeat(1024))).toBeUndefined();
  expect(globalConsoleLink('health', 'cn-north-1', '\uD800')).toContain('%EF%BF%BD');
});
