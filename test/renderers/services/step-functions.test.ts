import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';
import { renderedOf } from '../../support/render-sample.js';

const EXECUTION = 'Step Functions Execution Status Change';

describe('step-functions', () => {
  test.each([
    ['RUNNING', 'info', '进行中'],
    ['SUCCEEDED', 'recovery', '成功'],
    ['FAILED', 'error', '失败'],
    ['TIMED_OUT', 'error', '超时'],
    ['ABORTED', 'warning', '已取消'],
    ['PENDING_REDRIVE', 'warning', '等待中'],
  ])('%s: %s, %s', (status, severity, word) => {
    expect(verdictOf(renderEvent(EXECUTION, { status }))).toEqual([severity, word]);
  });

  test.each([
    ['plain', 'Bucket is missing', 'Bucket is missing'],
    ['a Lambda task’s JSON', '{"errorMessage":"connect ETIMEDOUT","trace":["at x"]}', 'connect ETIMEDOUT'],
    ['other JSON', '{"Attempts":[]}', undefined],
  ])('the cause: %s', (_what, cause, details) => {
    expect(renderEvent(EXECUTION, { status: 'FAILED', cause }).details).toBe(details);
  });

  test('input and output are never shown', () => {
    const content = renderEvent(EXECUTION, { input: '{"a":"never shown"}', output: '{"b":"never shown"}' });
    expect(JSON.stringify(content)).not.toContain('never shown');
  });

  test('milliseconds become local times', () => {
    const content = renderEvent(EXECUTION, { startDate: 1_795_199_400_000, stopDate: 1_795_199_527_000 });
    expect(lineOf(content, '开始时间')).toBe('2026-11-21 02:30:00');
    expect(lineOf(content, '用时')).toBe('2 分钟 7 秒');
  });

  test('links to the execution', () => {
    const executionArn = 'arn:aws:states:us-east-1:111122223333:execution:settle:e-1';
    expect(renderEvent(EXECUTION, { executionArn }, { region: 'us-east-1' }).link).toBe(
      `https://us-east-1.console.aws.amazon.com/states/home?region=us-east-1#/v2/executions/details/${encodeURIComponent(executionArn)}`,
    );
  });
});

describe('step-functions: an error beside the input it came of', () => {
  const Cause = JSON.stringify({ Containers: [{ ExitCode: 137, Reason: 'OutOfMemoryError' }] });
  const failure = { Error: 'States.TaskFailed', Cause };

  test.each([
    [{ orderId: 'A-0041' }, 'Step Functions 状态机（orderId A-0041）'],
    [{ order: { id: 'nested' }, id: 7 }, 'Step Functions 状态机（id 7）'],
    [{ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', cardNumber: '4111', paid: 'A-0041' }, 'Step Functions 状态机'],
    [{ orderId: 'more than a handle has in it' }, 'Step Functions 状态机'],
  ])('%j: %s', async (input, title) => {
    const content = await renderedOf({ ...input, failure });
    expect(content.title).toBe(title);
    expect(lineOf(content, '退出码')).toBe('137（被强制终止，常因内存不足）');
  });

  test('has the time it was received, as it has none of its own', async () => {
    const content = await renderedOf({ orderId: 'A-0041', failure });
    expect(content.fields.map(({ label }) => label)).toEqual(['错误', '退出码', '收到时间']);
  });
});
