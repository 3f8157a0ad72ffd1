import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../../support/render-event.js';

const ACTION = 'ECS Service Action';
const DEPLOYMENT = 'ECS Deployment State Change';

describe('ecs-service: events', () => {
  test.each([
    [ACTION, 'INFO', 'SERVICE_STEADY_STATE', 'recovery', '正常'],
    [ACTION, 'INFO', 'TASKSET_STEADY_STATE', 'recovery', '正常'],
    [ACTION, 'INFO', 'CAPACITY_PROVIDER_STEADY_STATE', 'recovery', '正常'],
    [ACTION, 'INFO', 'SERVICE_DESIRED_COUNT_UPDATED', 'info', '已更新'],
    [ACTION, 'INFO', 'TASKS_STOPPED', 'info', '已停止'],
    [ACTION, 'WARN', 'SERVICE_TASK_START_IMPAIRED', 'warning', '启动失败'],
    [ACTION, 'WARN', 'SERVICE_DISCOVERY_INSTANCE_UNHEALTHY', 'warning', '异常'],
    [ACTION, 'WARN', 'VPC_LATTICE_TARGET_UNHEALTHY', 'warning', '异常'],
    [ACTION, 'WARN', 'SOMETHING_NEW', 'warning', '通知'],
    [ACTION, 'ERROR', 'SERVICE_TASK_PLACEMENT_FAILURE', 'error', '失败'],
    [ACTION, 'ERROR', 'ECS_OPERATION_THROTTLED', 'error', '失败'],
    [ACTION, 'ERROR', 'SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED', 'error', '失败'],
    [DEPLOYMENT, 'INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'info', '进行中'],
    [DEPLOYMENT, 'INFO', 'SERVICE_DEPLOYMENT_COMPLETED', 'recovery', '成功'],
    [DEPLOYMENT, 'ERROR', 'SERVICE_DEPLOYMENT_FAILED', 'error', '失败'],
  ])('%s %s %s: %s, %s', (detailType, eventType, eventName, severity, status) => {
    expect(verdictOf(renderEvent(detailType, { eventType, eventName }))).toEqual([severity, status]);
  });

  test('a rollback, which only the reason tells, is a warning', () => {
    const reason = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.';
    const detail = { eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS', reason };
    expect(verdictOf(renderEvent(DEPLOYMENT, detail))).toEqual(['warning', '回滚中']);
  });
});

describe('ecs-service: which service', () => {
  const clusterArn = 'arn:aws-cn:ecs:cn-north-1:111122223333:cluster/prod';

  test.each([
    ['arn:aws-cn:ecs:cn-north-1:111122223333:service/prod/pay', {}],
    ['arn:aws-cn:ecs:cn-north-1:111122223333:service/pay', { clusterArn }],
  ])('%s', (service, detail) => {
    const content = renderEvent(ACTION, detail, { resources: [service] });
    expect(content.title).toBe('ECS 服务 pay');
    expect(content.link).toBe(
      'https://cn-north-1.console.amazonaws.cn/ecs/v2/clusters/prod/services/pay?region=cn-north-1',
    );
  });

  test('without its ARN, the cluster is linked', () => {
    expect(renderEvent(ACTION, { clusterArn }).link).toBe(
      'https://cn-north-1.console.amazonaws.cn/ecs/v2/clusters/prod?region=cn-north-1',
    );
  });
});

describe('ecs-service: daemons and hooks', () => {
  test('a daemon that cannot start its task', () => {
    const daemonArn = 'arn:aws-cn:ecs:cn-north-1:111122223333:daemon/prod/log-agent';
    const content = renderEvent('ECS Daemon Service Action', {
      eventType: 'WARN',
      eventName: 'DAEMON_TASK_START_IMPAIRED',
      clusterArn: 'arn:aws-cn:ecs:cn-north-1:111122223333:cluster/prod',
      daemonArn,
      failureType: 'TASK_CREATION_FAILED',
    });
    expect(content).toMatchObject({ renderer: 'ecs-service', title: 'ECS 守护程序 log-agent' });
    expect(content.details).toBe('TASK_CREATION_FAILED');
    expect(verdictOf(content)).toEqual(['warning', '启动失败']);
    expect(content.link).toBe('https://cn-north-1.console.amazonaws.cn/ecs/v2/clusters/prod?region=cn-north-1');
  });

  test.each([
    ['ECS Daemon Deployment State Change', { eventName: 'DAEMON_DEPLOYMENT_COMPLETED' }, 'recovery', 'ECS 部署 pay'],
    ['ECS Hook State Change', { status: 'FAILED' }, 'error', 'ECS 服务 pay'],
  ])('%s %j', (detailType, detail, severity, title) => {
    const resources = ['arn:aws-cn:ecs:cn-north-1:111122223333:service/prod/pay'];
    expect(renderEvent(detailType, detail, { resources })).toMatchObject({ renderer: 'ecs-service', severity, title });
  });
});

test('ecs-container-instance: its health, and which checks failed', () => {
  const health = (overallStatus: string, status: string) =>
    renderEvent('ECS Container Instance Health Change', {
      ec2InstanceId: 'i-1',
      overallStatus,
      details: [{ type: 'CONTAINER_RUNTIME', status, statusReason: 'Docker does not answer' }],
    });
  const impaired = health('IMPAIRED', 'IMPAIRED');
  expect(verdictOf(impaired)).toEqual(['error', '异常']);
  expect(impaired.details).toBe('CONTAINER_RUNTIME: Docker does not answer');
  expect(verdictOf(health('OK', 'OK'))).toEqual(['recovery', '正常']);
  expect(health('OK', 'OK').details).toBeUndefined();
});

describe('ecs-container-instance', () => {
  test.each([
    [{ status: 'ACTIVE', agentConnected: true }, 'info', '运行中'],
    [{ status: 'ACTIVE', agentConnected: false }, 'warning', '代理断开'],
    [{ status: 'DRAINING', agentConnected: true }, 'warning', '排空中'],
    [{ status: 'INACTIVE' }, 'warning', '已停止'],
    [{ status: 'REGISTRATION_FAILED' }, 'error', '失败'],
    [{}, 'info', '通知'],
  ])('%j: %s, %s', (detail, severity, status) => {
    expect(verdictOf(renderEvent('ECS Container Instance State Change', detail))).toEqual([severity, status]);
  });
});

test('ecs-service: why a task found no place is told in words, and not twice', () => {
  const content = renderEvent('ECS Service Action', {
    eventType: 'ERROR',
    eventName: 'SERVICE_TASK_PLACEMENT_FAILURE',
    reason: 'RESOURCE:MEMORY',
  });
  expect(lineOf(content, '原因')).toBe('内存不足（RESOURCE:MEMORY）');
  expect(content.details).toBeUndefined();
});
