import { describe, expect, test } from 'vitest';
import { renderEvent, verdictOf } from '../../support/render-event.js';

describe('emr: verdicts', () => {
  test.each([
    ['EMR Cluster State Change', { state: 'STARTING' }, 'info', '开始'],
    ['EMR Cluster State Change', { state: 'WAITING' }, 'recovery', '可用'],
    ['EMR Cluster State Change', { state: 'TERMINATING' }, 'info', '进行中'],
    ['EMR Cluster State Change', { state: 'TERMINATED' }, 'info', '已终止'],
    ['EMR Cluster State Change', { state: 'TERMINATED_WITH_ERRORS' }, 'error', '失败'],
    ['EMR Step Status Change', { state: 'PENDING' }, 'info', '开始'],
    ['EMR Step Status Change', { state: 'COMPLETED' }, 'recovery', '成功'],
    ['EMR Step Status Change', { state: 'CANCELLED' }, 'info', '已取消'],
    ['EMR Instance Group State Change', { state: 'RUNNING' }, 'recovery', '可用'],
    ['EMR Instance Fleet State Change', { state: 'SUSPENDED' }, 'warning', '警告'],
    ['EMR Auto Scaling Policy State Change', { state: 'FAILED' }, 'error', '失败'],
    ['EMR Configuration Error', { severity: 'ERROR', message: 'x' }, 'error', '失败'],
    ['EMR Instance Group Status Notification', { severity: 'WARN', message: 'x' }, 'warning', '警告'],
  ])('%s %j', (detailType, detail, severity, status) => {
    const content = renderEvent(detailType, { ...detail, clusterId: 'j-1' });
    expect(content.renderer).toBe('emr');
    expect(verdictOf(content)).toEqual([severity, status]);
    expect(content.link).toBe('https://cn-north-1.console.amazonaws.cn/emr/home?region=cn-north-1#/clusterDetails/j-1');
  });
});

test.each([
  [
    'EMR Serverless Job Run State Change',
    { jobRunName: 'daily', state: 'FAILED' },
    'emr-serverless',
    'EMR Serverless 作业运行 daily',
  ],
  [
    'EMR Serverless Application State Change',
    { applicationName: 'etl', state: 'STOPPED' },
    'emr-serverless',
    'EMR Serverless 应用程序 etl',
  ],
  ['EMR Job Run State Change', { name: 'spark-pi', state: 'FAILED' }, 'emr-on-eks', 'EMR on EKS 作业运行 spark-pi'],
  ['EMR Virtual Cluster State Change', { name: 'eks', state: 'TERMINATED' }, 'emr-on-eks', 'EMR on EKS 虚拟集群 eks'],
])('emr: %s is of another service', (detailType, detail, renderer, title) => {
  expect(renderEvent(detailType, detail)).toMatchObject({ renderer, title });
});

test('emr: the reason is the one inside stateChangeReason, else the message', () => {
  const detailsOf = (stateChangeReason: string) =>
    renderEvent('EMR Cluster State Change', { state: 'TERMINATED', stateChangeReason, message: 'm' }).details;
  expect([detailsOf('{"code":"X","message":"gone"}'), detailsOf('{"code":""}'), detailsOf('{')]).toEqual([
    'gone',
    'm',
    'm',
  ]);
});
