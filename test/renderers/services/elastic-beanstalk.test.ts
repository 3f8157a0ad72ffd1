import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

const HEALTH = 'Health status change';
const byMail = (message: string) =>
  renderEvent(
    '',
    {},
    { sourceName: 'sns', text: `Timestamp: x\nMessage: ${message}\n\nEnvironment: prod\nApplication: shop\n` },
  );

describe('elastic-beanstalk: what the message says, by both roads', () => {
  test.each([
    ['Environment health has transitioned from Ok to Severe. 3 instances.', 'error', '异常'],
    ['Environment health has transitioned from Warning to Degraded.', 'error', '异常'],
    ['Environment health has transitioned from GREEN to RED', 'error', '异常'],
    ['Environment health has transitioned from Ok to Warning.', 'warning', '警告'],
    ['Environment health has transitioned from Severe to Ok.', 'recovery', '恢复'],
    ['Environment health has transitioned from Ok to Info.', 'info', '通知'],
    ['Failed to deploy application.', 'error', '失败'],
    ['New application version was deployed to running EC2 instances.', 'recovery', '成功'],
    ['Environment update completed successfully.', 'recovery', '成功'],
    ['Hello', 'info', '通知'],
  ])('%s: %s, %s', (message, severity, status) => {
    const event = renderEvent(HEALTH, { EnvironmentName: 'prod', Message: message });
    expect(verdictOf(event)).toEqual([severity, status]);
    expect(verdictOf(byMail(message))).toEqual([severity, status]);
    expect([event.title, byMail(message).title]).toEqual(Array(2).fill('Elastic Beanstalk 环境 prod'));
  });

  test.each([
    ['WARN', 'warning', '警告'],
    ['ERROR', 'error', '失败'],
    ['FATAL', 'error', '失败'],
  ])('a severity of %s counts where the message names no health', (Severity, severity, status) => {
    expect(verdictOf(renderEvent(HEALTH, { EnvironmentName: 'prod', Severity, Message: 'Hello' }))).toEqual([
      severity,
      status,
    ]);
  });
});

test('elastic-beanstalk: its own time counts', () => {
  const content = renderEvent(HEALTH, { EnvironmentName: 'prod', EventDate: Date.UTC(2026, 10, 20) });
  expect(content.occurredAt).toBe(Date.UTC(2026, 10, 20));
  expect(lineOf(content, '时间')).toBe('2026-11-20 08:00:00');
});

test('elastic-beanstalk: a status change of another service is not its own', () => {
  expect(renderEvent('Glue Crawler State Change', { EnvironmentName: 'prod' }).renderer).not.toBe('elastic-beanstalk');
});

test('elastic-beanstalk: a person’s own text with some of its lines is not its own', () => {
  expect(() => renderEvent('', {}, { sourceName: 'sns', text: 'Environment: prod\nMessage: hello' })).toThrow();
});
