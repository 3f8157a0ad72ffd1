import type { RenderedContent } from '../../src/domain/content.js';

/** An EventBridge envelope as Lambda gets it. */
export function eventBridgeEvent(detailType: string, detail: unknown, changed: Readonly<Record<string, unknown>> = {}) {
  return {
    version: '0',
    id: '00000000-0000-4000-8000-0000000000e1',
    'detail-type': detailType,
    source: 'aws.test',
    account: '111122223333',
    time: '2026-11-22T03:12:45Z',
    region: 'cn-north-1',
    resources: [],
    detail,
    ...changed,
  };
}

/** An SNS record as Lambda gets it; anything but a text is written as JSON. */
export function snsEvent(message: unknown, subject: string | null = null, region = 'cn-north-1') {
  const Sns = {
    Type: 'Notification',
    MessageId: '00000000-0000-4000-8000-0000000000a1',
    TopicArn: `arn:aws${region.startsWith('cn-') ? '-cn' : ''}:sns:${region}:111122223333:ops-alerts`,
    Subject: subject,
    Message: typeof message === 'string' ? message : JSON.stringify(message),
    Timestamp: '2026-11-22T03:12:45.123Z',
    MessageAttributes: {},
  };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns }] };
}

/** What stands first in a message, without the emoji: `error 失败 | 构建 payment-api`. */
export function firstLine({ severity, status, title }: RenderedContent): string {
  return `${severity} ${status} | ${title}`;
}

/** The value of a message's line. */
export function lineOf({ fields }: RenderedContent, label: string): string | undefined {
  return fields.find((field) => field.label === label)?.value;
}
