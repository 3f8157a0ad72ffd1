import { describe, expect, test } from 'vitest';
import type { ServiceEvent } from '../../../src/aws/service-event.js';
import { renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';

const renderText = (text: string, event: Partial<ServiceEvent> = {}) =>
  renderEvent('', {}, { sourceName: 'sns', text, ...event });

describe('managed-grafana: both forms', () => {
  test.each([
    ['alerting', 'error', '告警'],
    ['ok', 'recovery', '恢复'],
    ['no_data', 'warning', '没有数据'],
    ['NoData', 'warning', '没有数据'],
    ['Error', 'warning', '警告'],
    ['newer', 'warning', '警告'],
  ])('%s', (state, severity, status) => {
    for (const content of [
      renderText(`State: ${state}\nCPU high\non web-1`),
      renderNotification({ body: 'CPU high\non web-1', state }),
    ]) {
      expect([...verdictOf(content), content.title, content.details]).toEqual([
        severity,
        status,
        'CPU high',
        'on web-1',
      ]);
    }
  });
});

describe('opensearch-monitor', () => {
  test.each([
    ['1', 'critical'],
    ['2', 'error'],
    ['3', 'warning'],
    ['5', 'info'],
    ['x', 'error'],
  ])('severity %s of 5', (severity, ours) => {
    const content = renderText(
      `Monitor m just entered alert status. Please investigate the issue.\n  - Severity: ${severity}`,
    );
    expect([content.severity, content.title]).toEqual([ours, 'OpenSearch 监控 m']);
  });
});

describe('jenkins', () => {
  const page = 'https://jenkins.example.com/job/pay/12/';
  test.each([
    ['SUCCESS', 'recovery'],
    ['FAILURE', 'error'],
    ['UNSTABLE', 'warning'],
    ['STARTED', 'info'],
  ])('%s', (result, severity) => {
    const content = renderText(page, { subject: `Build ${result}: pay #12` });
    expect(content).toMatchObject({ severity, title: 'Jenkins pay #12', link: page });
  });
});

test.each([
  ['aft-failure-notifications', 'error'],
  ['aft-notifications', 'info'],
])('account-factory: %s', (topic, severity) => {
  const topicArn = `arn:aws:sns:ap-southeast-1:111122223333:${topic}`;
  const content = renderText('The email is in use', { subject: 'AFT: Failed to create', topicArn });
  expect(content).toMatchObject({
    severity,
    title: 'Control Tower AFT Failed to create',
    details: 'The email is in use',
  });
});
