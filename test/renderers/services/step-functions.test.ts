import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

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
