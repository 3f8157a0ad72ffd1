import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../../support/render-event.js';

const mail = { source: 'shop@example.com', destination: ['wang.fang@example.com'], commonHeaders: { subject: '订单' } };

describe('ses: what became of a mail', () => {
  test.each([
    [{ notificationType: 'Bounce', bounce: { bounceType: 'Permanent' } }, 'error', '退信'],
    [{ notificationType: 'Bounce', bounce: { bounceType: 'Transient' } }, 'warning', '退信'],
    [{ notificationType: 'Bounce', bounce: { bounceType: 'Undetermined' } }, 'error', '退信'],
    [{ eventType: 'Complaint' }, 'error', '投诉'],
    [{ eventType: 'Delivery' }, 'recovery', '已送达'],
    [{ eventType: 'DeliveryDelay' }, 'warning', '延迟投递'],
    [{ eventType: 'Send' }, 'info', '已发送'],
    [{ eventType: 'Reject' }, 'error', '已拒绝'],
    [{ eventType: 'Open' }, 'info', '已打开'],
    [{ eventType: 'Click' }, 'info', '已点击'],
    [{ eventType: 'Rendering Failure' }, 'error', '模板渲染失败'],
    [{ eventType: 'RenderingFailure' }, 'error', '模板渲染失败'],
    [{ eventType: 'Subscription' }, 'info', '订阅变更'],
    [{ notificationType: 'Received', receipt: {} }, 'info', '已收到'],
    [{ notificationType: 'Received', receipt: { virusVerdict: { status: 'FAIL' } } }, 'warning', '已收到'],
  ])('%j', (event, severity, status) => {
    const content = renderNotification({ mail, ...event });
    expect(content.renderer).toBe('ses');
    expect(verdictOf(content)).toEqual([severity, status]);
  });

  test('a topic that may now be told is told so first', () => {
    const content = renderNotification({
      notificationType: 'AmazonSnsSubscriptionSucceeded',
      message: "You have subscribed your Amazon SNS topic 'arn:aws:sns:us-east-1:111122223333:ops'.",
    });
    expect(content).toMatchObject({ renderer: 'ses', title: 'SES 邮件' });
    expect(verdictOf(content)).toEqual(['recovery', '已启用']);
    expect(content.details).toBe("You have subscribed your Amazon SNS topic 'ops'.");
  });

  test('EventBridge tells the same', () => {
    const bounce = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'li@example.com' }] };
    const content = renderEvent('Email Bounced', { eventType: 'Bounce', mail, bounce }, { source: 'aws.ses' });
    expect(lineOf(content, '收件人')).toBe('l***@example.com');
  });

  test.each([
    ['Email Bounced', 'error', '退信'],
    ['Email Complaint Received', 'error', '投诉'],
    ['Email Delivered', 'recovery', '已送达'],
    ['Email Delivery Delayed', 'warning', '延迟投递'],
    ['Email Rendering Failed', 'error', '模板渲染失败'],
    ['Email Sent', 'info', '已发送'],
    ['Email Subscribed', 'info', '订阅变更'],
  ])('its detail-type is enough: %s', (detailType, severity, status) => {
    expect(verdictOf(renderEvent(detailType, { mail }, { source: 'aws.ses' }))).toEqual([severity, status]);
  });

  test('an invocation by SES has neither type, and is a mail that came', () => {
    const content = renderEvent(
      'aws:ses',
      { eventSource: 'aws:ses', ses: { mail, receipt: { recipients: ['a@example.com'] } } },
      { source: 'aws.ses' },
    );
    expect(content).toMatchObject({ status: '已收到', title: 'SES 邮件 订单' });
  });
});

describe("ses: nobody's address is shown", () => {
  test('not in a subject, a reason or a list', () => {
    const content = renderNotification({
      notificationType: 'Bounce',
      mail: { ...mail, commonHeaders: { subject: 'Re: zhang@example.com' } },
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [
          {
            emailAddress: '王芳 <wang.fang@example.com>',
            diagnosticCode: 'smtp; 550 5.1.1 <wang.fang@example.com> unknown',
          },
        ],
      },
    });
    expect(JSON.stringify([content.title, content.fields, content.details])).not.toMatch(/zhang|wang|shop@/);
    expect(content.details).toBe('550 5.1.1 <w***@example.com> unknown');
  });

  test('recipients that look alike when masked are counted apart', () => {
    const destination = ['wa@example.com', 'wb@example.com', 'wc@example.com', 'wd@example.com'];
    const content = renderNotification({ eventType: 'Send', mail: { ...mail, destination } });
    expect(lineOf(content, '收件人')).toBe('w***@example.com、w***@example.com、w***@example.com 等 4 个');
  });
});

describe('ses: the sending itself', () => {
  test.each([
    ['Sending Status Disabled', 'error', '已禁用'],
    ['Sending Status Enabled', 'recovery', '已启用'],
    ['Advisor Recommendation Status Open', 'warning', '待处理'],
    ['Advisor Recommendation Status Resolved', 'recovery', '恢复'],
  ])('%s', (detailType, severity, status) => {
    expect(verdictOf(renderEvent(detailType, {}, { source: 'aws.ses' }))).toEqual([severity, status]);
  });
});

test('ses: account and region are those of the sender', () => {
  const sourceArn = 'arn:aws:ses:us-east-1:444455556666:identity/example.com';
  const content = renderNotification({
    eventType: 'Send',
    mail: { ...mail, sourceArn, sendingAccountId: '444455556666' },
  });
  expect(content.where).toBe('444455556666 us-east-1');
});
