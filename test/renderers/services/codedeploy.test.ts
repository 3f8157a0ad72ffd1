import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';

const DEPLOYMENT = 'CodeDeploy Deployment State-change Notification';
const trigger = { eventTriggerName: 't', deploymentId: 'd-1', accountId: '444455556666', region: 'us-east-1' };

describe('codedeploy: states', () => {
  test.each([
    [DEPLOYMENT, 'START', 'info', '开始'],
    [DEPLOYMENT, 'SUCCESS', 'recovery', '成功'],
    [DEPLOYMENT, 'FAILURE', 'error', '失败'],
    [DEPLOYMENT, 'STOP', 'warning', '已停止'],
    [DEPLOYMENT, 'READY', 'info', '就绪'],
    ['CodeDeploy Instance State-change Notification', 'FAILURE', 'error', '失败'],
  ])('%s %s: %s, %s', (detailType, state, severity, status) => {
    expect(verdictOf(renderEvent(detailType, { state }))).toEqual([severity, status]);
  });

  test.each([
    ['CREATED', 'info', '已创建'],
    ['SUCCEEDED', 'recovery', '成功'],
    ['FAILED', 'error', '失败'],
    ['STOPPED', 'warning', '已停止'],
  ])('a trigger’s %s: %s, %s', (status, severity, word) => {
    expect(verdictOf(renderNotification({ ...trigger, status }))).toEqual([severity, word]);
    expect(verdictOf(renderNotification({ ...trigger, instanceStatus: status }))).toEqual([severity, word]);
  });
});

describe('codedeploy: a trigger’s message', () => {
  const errorInformation = { ErrorCode: 'HEALTH_CONSTRAINTS', ErrorMessage: 'Too few healthy instances' };
  const deploymentOverview = { Succeeded: 2, Failed: 1, Pending: 0 };
  const lifecycleEvents = [
    { LifecycleEvent: 'ApplicationStop', LifecycleEventStatus: 'Succeeded' },
    { LifecycleEvent: 'AfterInstall', LifecycleEventStatus: 'Failed' },
  ];

  test.each([
    ['objects', { errorInformation, deploymentOverview, lifecycleEvents }],
    [
      'JSON as text',
      {
        errorInformation: JSON.stringify(errorInformation),
        deploymentOverview: JSON.stringify(deploymentOverview),
        lifecycleEvents: JSON.stringify(lifecycleEvents),
      },
    ],
  ])('its parts are read as %s', (_form, parts) => {
    const content = renderNotification({ ...trigger, status: 'FAILED', ...parts });
    expect(lineOf(content, '错误')).toBe('HEALTH_CONSTRAINTS');
    expect(lineOf(content, '实例状态')).toBe('成功 2、失败 1');
    expect(lineOf(content, '失败位置')).toBe('AfterInstall');
    expect(content.details).toBe('Too few healthy instances');
  });

  test('its own account and region, how long it took, and the link', () => {
    const times = { createTime: 'Fri Nov 20 18:31:20 UTC 2026', completeTime: 'Fri Nov 20 18:42:03 UTC 2026' };
    const content = renderNotification({ ...trigger, ...times, applicationName: 'pay', status: 'SUCCEEDED' });
    expect(content.where).toBe('444455556666 us-east-1');
    expect(lineOf(content, '用时')).toBe('10 分钟 43 秒');
    expect(content.link).toBe(
      'https://us-east-1.console.aws.amazon.com/codesuite/codedeploy/deployments/d-1?region=us-east-1',
    );
  });

  test('the deployment names itself where nothing else does', () => {
    const content = renderNotification({ ...trigger, instanceStatus: 'Failed' });
    expect(content.title).toBe('部署 d-1');
    expect(lineOf(content, '部署 ID')).toBeUndefined();
  });
});
