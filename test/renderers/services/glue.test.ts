import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

describe('glue: verdicts', () => {
  test.each([
    ['Glue Job State Change', { state: 'SUCCEEDED' }, 'recovery', '成功'],
    ['Glue Job State Change', { state: 'FAILED' }, 'error', '失败'],
    ['Glue Job State Change', { state: 'TIMEOUT' }, 'error', '超时'],
    ['Glue Job State Change', { state: 'STOPPED' }, 'warning', '已停止'],
    ['Glue Job Run Status', { state: 'STOPPING' }, 'warning', '超过预期时间'],
    ['Glue Crawler State Change', { state: 'Started' }, 'info', '开始'],
    ['Glue Crawler State Change', { state: 'Succeeded' }, 'recovery', '成功'],
    ['Glue Scheduled Crawler Invocation Failure', {}, 'error', '未能启动'],
    ['Glue Data Catalog Database State Change', { typeOfChange: 'CreateTable' }, 'info', '已更新'],
    ['Glue Statistics Task Succeeded', {}, 'recovery', '成功'],
    ['Glue Statistics Task Failed', {}, 'error', '失败'],
    ['Data Quality Evaluation Results Available', { state: 'SUCCEEDED' }, 'recovery', '成功'],
    ['Glue Something New Failed', {}, 'error', '失败'],
  ])('%s %j', (detailType, detail, severity, status) => {
    const content = renderEvent(detailType, detail);
    expect(content.renderer).toBe('glue');
    expect(verdictOf(content)).toEqual([severity, status]);
  });
});

describe('glue: reasons', () => {
  const detailsOf = (message: string) =>
    renderEvent('Glue Job State Change', { jobName: 'etl', state: 'FAILED', message }).details;

  test.each(['Job run succeeded', 'Job run timed out', 'Job run stopped'])('%j only repeats the state', (message) => {
    expect(detailsOf(message)).toBeUndefined();
  });

  test('what stands before an exception is left out', () => {
    const message = 'JobName:etl and JobRunId:jr_1 failed to execute with exception Out of memory';
    expect(detailsOf(message)).toBe('Out of memory');
  });
});

test('glue: a data quality check of a job is named by the job', () => {
  const detail = { context: { jobName: 'etl' }, state: 'FAILED', score: 0.5, rulesFailed: 2 };
  const content = renderEvent('Data Quality Evaluation Results Available', detail);
  expect(content.title).toBe('Glue 数据质量 etl');
  expect([lineOf(content, '评分'), lineOf(content, '未通过规则数'), content.link]).toEqual(['50%', '2', undefined]);
});

test('databrew: a job and a ruleset', () => {
  expect(renderEvent('DataBrew Job State Change', { jobName: 'clean', state: 'FAILED' })).toMatchObject({
    renderer: 'databrew',
    title: 'Glue DataBrew 作业 clean',
    link: 'https://cn-north-1.console.amazonaws.cn/databrew/home?region=cn-north-1#job-details?job=clean',
  });
  expect(verdictOf(renderEvent('DataBrew Ruleset Validation Result', { validationState: 'SUCCEEDED' }))).toEqual([
    'recovery',
    '成功',
  ]);
});

test('glue: a result of data quality has its id, to look up the rules that failed', () => {
  const content = renderEvent('Data Quality Evaluation Results Available', { resultID: 'dqresult-1', state: 'FAILED' });
  expect(lineOf(content, '结果 ID')).toBe('dqresult-1');
});
