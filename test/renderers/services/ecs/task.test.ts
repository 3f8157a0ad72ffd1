import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/base/json.js';
import { lineOf, renderEvent, verdictOf } from '../../../support/render-event.js';

const TASK = 'ECS Task State Change';
const stopped = (detail: JsonObject) => renderEvent(TASK, { lastStatus: 'STOPPED', group: 'service:pay', ...detail });

describe('ecs-task: until it has stopped', () => {
  test.each([
    ['PROVISIONING', '开始'],
    ['PENDING', '开始'],
    ['ACTIVATING', '开始'],
    ['RUNNING', '运行中'],
    ['DEACTIVATING', '正在停止'],
    ['STOPPING', '正在停止'],
    ['DEPROVISIONING', '正在停止'],
  ])('%s is routine: %s', (lastStatus, status) => {
    expect(verdictOf(renderEvent(TASK, { lastStatus }))).toEqual(['info', status]);
  });
});

describe('ecs-task: why it stopped', () => {
  const exited = (...exitCodes: number[]) => exitCodes.map((exitCode, index) => ({ name: `c${index}`, exitCode }));

  test.each([
    ['a container crashed', 'EssentialContainerExited', exited(1, 0), '', 'error', '失败'],
    ['killed by itself', 'EssentialContainerExited', exited(137), '', 'error', '失败'],
    ['a service’s task ended in peace', 'EssentialContainerExited', exited(0), '', 'warning', '已停止'],
    ['it could not start', 'TaskFailedToStart', [], '', 'error', '启动失败'],
    [
      'scaled in',
      'ServiceSchedulerInitiated',
      exited(143),
      'Scaling activity initiated by (deployment x)',
      'info',
      '已停止',
    ],
    [
      'health checks',
      'ServiceSchedulerInitiated',
      exited(137),
      'Task failed ELB health checks in (x)',
      'error',
      '失败',
    ],
    [
      'unhealthy',
      'ServiceSchedulerInitiated',
      exited(137),
      '(port 80) is unhealthy in (target-group x)',
      'error',
      '失败',
    ],
    ['somebody stopped it', 'UserInitiated', exited(0, 137), 'Task stopped by user', 'info', '已停止'],
    ['it crashed while being stopped', 'UserInitiated', exited(139), '', 'error', '失败'],
    ['Spot', 'SpotInterruption', exited(143), '', 'warning', '被中断'],
    ['retirement', 'TerminationNotice', [], '', 'warning', '被中断'],
    ['nothing is known', undefined, [], undefined, 'info', '已停止'],
  ])('%s', (_why, stopCode, containers, stoppedReason, severity, status) => {
    expect(verdictOf(stopped({ stopCode, containers, stoppedReason }))).toEqual([severity, status]);
  });

  test('out of memory is a failure whoever stopped the task', () => {
    const containers = [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed' }];
    const content = stopped({ stopCode: 'UserInitiated', containers });
    expect(verdictOf(content)).toEqual(['error', '失败']);
    expect(lineOf(content, '容器')).toBe('app，退出码 137（被强制终止，常因内存不足）');
    expect(content.details).toBe('OutOfMemoryError: Container killed');
  });

  test('a job that ended in peace has done its work, and nothing is to be explained', () => {
    const content = renderEvent(TASK, {
      lastStatus: 'STOPPED',
      group: 'family:nightly',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: exited(0),
    });
    expect(verdictOf(content)).toEqual(['recovery', '成功']);
    expect(content.details).toBeUndefined();
  });

  test('at most three containers are named', () => {
    const content = stopped({ stopCode: 'EssentialContainerExited', containers: exited(1, 2, 3, 4) });
    expect(content.fields.filter(({ label }) => label === '容器')).toHaveLength(3);
  });
});

describe('ecs-task: title and link', () => {
  const arns = {
    clusterArn: 'arn:aws-cn:ecs:cn-north-1:111122223333:cluster/prod',
    taskArn: 'arn:aws-cn:ecs:cn-north-1:111122223333:task/prod/0a1b',
    taskDefinitionArn: 'arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/pay:42',
  };

  test.each([
    [{ group: 'service:pay-api' }, 'ECS 任务 pay-api'],
    [{ group: 'family:nightly' }, 'ECS 任务 nightly'],
    [{ group: 'adhoc' }, 'ECS 任务 adhoc'],
    [{}, 'ECS 任务 pay:42'],
  ])('%j', (detail, title) => {
    expect(renderEvent(TASK, { ...arns, ...detail }).title).toBe(title);
  });

  test('the task’s page, else the cluster’s', () => {
    expect(renderEvent(TASK, arns).link).toBe(
      'https://cn-north-1.console.amazonaws.cn/ecs/v2/clusters/prod/tasks/0a1b?region=cn-north-1',
    );
    expect(renderEvent(TASK, { clusterArn: arns.clusterArn }).link).toBe(
      'https://cn-north-1.console.amazonaws.cn/ecs/v2/clusters/prod?region=cn-north-1',
    );
  });
});

test('ecs-task: inside a line the exit code has no capital', () => {
  const containers = [{ name: 'app', exitCode: 137 }];
  const detail = { lastStatus: 'STOPPED', stopCode: 'EssentialContainerExited', containers };
  expect(lineOf(renderEvent(TASK, detail, {}, 'en'), 'Container')).toBe(
    'app, exit code 137 (killed, often out of memory)',
  );
});
