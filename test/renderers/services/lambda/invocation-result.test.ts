import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../../support/render-event.js';

const FAILURE = 'Lambda Function Invocation Result - Failure';
const record = (condition: string, more: object = {}) => ({
  requestContext: {
    condition,
    functionArn: 'arn:aws-cn:lambda:cn-north-1:111122223333:function:pay:$LATEST',
    approximateInvokeCount: 3,
  },
  requestPayload: { cardNumber: 'never shown' },
  ...more,
});

describe('lambda-destination: conditions', () => {
  test.each([
    ['RetriesExhausted', 'error', '失败', '重试次数已用完'],
    ['EventAgeExceeded', 'error', '失败', '等待太久，事件已过期'],
    ['RetryAttemptsExhausted', 'error', '失败', '重试次数已用完'],
    ['SomethingNew', 'error', '失败', 'SomethingNew'],
    ['Success', 'recovery', '成功', undefined],
  ])('%s: %s, %s, because of %s', (condition, severity, status, reason) => {
    for (const content of [renderEvent('', record(condition)), renderNotification(record(condition))]) {
      expect(content.renderer).toBe('lambda-destination');
      expect(content.title).toBe('Lambda 函数 pay');
      expect(verdictOf(content)).toEqual([severity, status]);
      expect(lineOf(content, '原因')).toBe(reason);
    }
  });

  test('the detail-type says so where the record does not', () => {
    expect(verdictOf(renderEvent(FAILURE, {}))).toEqual(['error', '失败']);
    expect(verdictOf(renderEvent('Lambda Function Invocation Result - Success', {}))).toEqual(['recovery', '成功']);
  });
});

describe('lambda-destination: what is shown', () => {
  test.each([
    [
      '2026-11-20T18:42:05.812Z 00000000-0000-4000-8000-000000000001 Task timed out after 30.00 seconds',
      'Task timed out after 30.00 seconds',
    ],
    ['RequestId: 00000000-0000-4000-8000-000000000001 Error: Runtime exited', 'Error: Runtime exited'],
    ['connect ETIMEDOUT', 'connect ETIMEDOUT'],
  ])('%s', (errorMessage, details) => {
    expect(renderEvent(FAILURE, record('RetriesExhausted', { responsePayload: { errorMessage } })).details).toBe(
      details,
    );
  });

  test('never what the function was given', () => {
    expect(JSON.stringify(renderEvent(FAILURE, record('RetriesExhausted')))).not.toContain('never shown');
  });

  test('the error type unless it tells nothing', () => {
    const typed = (responsePayload: object) =>
      lineOf(
        renderEvent(FAILURE, record('x', { responsePayload, responseContext: { functionError: 'Unhandled' } })),
        '错误',
      );
    expect([typed({ errorType: 'TypeError' }), typed({})]).toEqual(['TypeError', undefined]);
  });

  test('a stream’s batch by the stream’s name', () => {
    const KinesisBatchInfo = { streamArn: 'arn:aws-cn:kinesis:cn-north-1:111122223333:stream/orders' };
    expect(lineOf(renderEvent('', record('x', { KinesisBatchInfo })), '来源')).toBe('orders');
  });

  test('the function’s page', () => {
    expect(renderEvent(FAILURE, record('x')).link).toBe(
      'https://cn-north-1.console.amazonaws.cn/lambda/home?region=cn-north-1#/functions/pay',
    );
  });
});

describe('lambda-destination: which call of which version', () => {
  const called = (
    qualifier: string,
    executedVersion: string | undefined,
    more: object = {},
    condition = 'RetriesExhausted',
  ) =>
    renderEvent('', {
      requestContext: {
        condition,
        functionArn: `arn:aws-cn:lambda:cn-north-1:111122223333:function:pay${qualifier}`,
        ...more,
      },
      responseContext: { executedVersion },
    });

  test.each([
    [':prod', '27', 'prod（版本 27）', undefined],
    [':prod', undefined, 'prod', undefined],
    [':27', '27', undefined, '27'],
    [':$LATEST', '$LATEST', undefined, undefined],
    ['', '27', undefined, '27'],
    ['', '$LATEST', undefined, undefined],
  ])('%s that ran as %s: %s, %s', (qualifier, executedVersion, alias, version) => {
    const content = called(qualifier, executedVersion);
    expect([lineOf(content, '别名'), lineOf(content, '版本')]).toEqual([alias, version]);
  });

  test.each([
    [1, 'RetriesExhausted', '1（未再重试）'],
    [3, 'RetriesExhausted', '3'],
    [1, 'Success', '1'],
  ])('%i attempts of %s: %s', (approximateInvokeCount, condition, attempts) => {
    expect(lineOf(called('', '1', { approximateInvokeCount }, condition), '尝试次数')).toBe(attempts);
  });

  test('the request that failed, to look up in the log', () => {
    const lineFor = (condition: string) => lineOf(called('', '1', { requestId: 'r-1' }, condition), '请求 ID');
    expect([lineFor('RetriesExhausted'), lineFor('Success')]).toEqual(['r-1', undefined]);
  });
});
