import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

const JOB = 'Batch Job State Change';

describe('batch: states', () => {
  test.each([
    [JOB, 'SUBMITTED', 'info', '开始'],
    [JOB, 'PENDING', 'info', '开始'],
    [JOB, 'RUNNABLE', 'info', '等待中'],
    [JOB, 'STARTING', 'info', '开始'],
    [JOB, 'RUNNING', 'info', '进行中'],
    [JOB, 'SUCCEEDED', 'recovery', '成功'],
    [JOB, 'FAILED', 'error', '失败'],
    ['Batch Job Queue Blocked', 'RUNNABLE', 'warning', '队列阻塞'],
    ['Batch Service Job Queue Blocked', 'RUNNABLE', 'warning', '队列阻塞'],
    ['Batch Service Job State Change', 'SCHEDULED', 'info', '等待中'],
    ['Batch Service Job Preempted', 'RUNNING', 'warning', '被中断'],
  ])('%s %s: %s, %s', (detailType, status, severity, word) => {
    expect(verdictOf(renderEvent(detailType, { status }))).toEqual([severity, word]);
  });
});

describe('batch: why it failed', () => {
  const attempt = {
    container: { exitCode: 1, reason: 'OutOfMemoryError' },
    statusReason: 'Essential container exited',
  };

  test('the job’s own container, else that of the last attempt', () => {
    for (const detail of [attempt, { attempts: [{}, attempt] }]) {
      const content = renderEvent(JOB, { status: 'FAILED', ...detail });
      expect(lineOf(content, '退出码')).toBe('1');
      expect(content.details).toBe('OutOfMemoryError\nEssential container exited');
    }
  });

  test('a success needs neither reason nor exit code', () => {
    const content = renderEvent(JOB, { status: 'SUCCEEDED', container: { exitCode: 0 }, statusReason: 'exited' });
    expect([lineOf(content, '退出码'), content.details]).toEqual([undefined, undefined]);
  });

  test('attempts are counted where there may be several', () => {
    const made = (attempts: number) =>
      lineOf(renderEvent(JOB, { attempts: [attempt], retryStrategy: { attempts } }), '尝试次数');
    expect([made(3), made(1)]).toEqual(['1/3', undefined]);
  });

  test('milliseconds become a length of time', () => {
    const content = renderEvent(JOB, { startedAt: 1_795_190_460_000, stoppedAt: 1_795_192_020_000 });
    expect(lineOf(content, '用时')).toBe('26 分钟');
  });
});

test('batch: the job’s page; a service job has another, so none', () => {
  expect(renderEvent(JOB, { jobId: 'j-1' }).link).toBe(
    'https://cn-north-1.console.amazonaws.cn/batch/home?region=cn-north-1#jobs/detail/j-1',
  );
  expect(renderEvent('Batch Service Job State Change', { jobId: 'j-1' }).link).toBeUndefined();
});

describe('batch: what a job requires', () => {
  const resourceRequirements = [
    { type: 'VCPU', value: '4' },
    { type: 'MEMORY', value: '8192' },
  ];
  const jobDefinition = 'arn:aws-cn:batch:cn-north-1:111122223333:job-definition/risk:9';

  test.each([
    ['Batch Job Queue Blocked', 'RUNNABLE', { resourceRequirements }, '4 vCPU、8192 MiB', 'risk:9'],
    [JOB, 'FAILED', { vcpus: 2, memory: 512 }, '2 vCPU、512 MiB', 'risk:9'],
    [JOB, 'FAILED', {}, undefined, 'risk:9'],
    [JOB, 'SUCCEEDED', { resourceRequirements }, undefined, undefined],
  ])('%s %s %j: %s, %s', (detailType, status, container, required, definition) => {
    const content = renderEvent(detailType, { status, jobDefinition, container });
    expect([lineOf(content, '所需资源'), lineOf(content, '作业定义')]).toEqual([required, definition]);
  });
});
