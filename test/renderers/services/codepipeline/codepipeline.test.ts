import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../../support/render-event.js';

const ACTION = 'CodePipeline Action Execution State Change';
const PIPELINE = 'CodePipeline Pipeline Execution State Change';
const STAGE = 'CodePipeline Stage Execution State Change';

describe('codepipeline: states', () => {
  test.each([
    [PIPELINE, 'STARTED', 'info', '开始'],
    [PIPELINE, 'SUCCEEDED', 'recovery', '成功'],
    [PIPELINE, 'RESUMED', 'info', '重试'],
    [PIPELINE, 'FAILED', 'error', '失败'],
    [PIPELINE, 'CANCELED', 'info', '已取消'],
    [PIPELINE, 'STOPPING', 'info', '正在停止'],
    [PIPELINE, 'STOPPED', 'info', '已停止'],
    [PIPELINE, 'SUPERSEDED', 'info', '已被取代'],
    [STAGE, 'FAILED', 'error', '失败'],
    [ACTION, 'ABANDONED', 'info', '已取消'],
    [ACTION, 'LATER_STATE', 'info', '通知'],
  ])('%s %s: %s, %s', (detailType, state, severity, status) => {
    const content = renderEvent(detailType, { pipeline: 'pay', state });
    expect(content.renderer).toBe('codepipeline');
    expect(verdictOf(content)).toEqual([severity, status]);
  });

  test('an approval action that starts waits for a person', () => {
    const detail = { pipeline: 'pay', state: 'STARTED', type: { category: 'Approval', provider: 'Manual' } };
    expect(verdictOf(renderEvent(ACTION, detail))).toEqual(['warning', '待审批']);
  });
});

describe('codepipeline: where and why', () => {
  test('the title goes from the pipeline to the action', () => {
    const detail = { pipeline: 'pay', stage: 'Deploy', action: 'Prod', state: 'FAILED' };
    expect(renderEvent(ACTION, detail).title).toBe('管道 pay / Deploy / Prod');
    expect(renderEvent(ACTION, { state: 'FAILED' }).title).toBe('管道');
  });

  const external = { 'external-execution-url': 'https://cn-north-1.console.amazonaws.cn/codesuite/x' };

  test('a failed action links to what it ran, any other to the pipeline, in the region’s partition', () => {
    const link = (state: string) => renderEvent(ACTION, { pipeline: 'pay', state, 'execution-result': external }).link;
    expect(link('FAILED')).toBe('https://cn-north-1.console.amazonaws.cn/codesuite/x');
    expect(link('SUCCEEDED')).toBe(
      'https://cn-north-1.console.amazonaws.cn/codesuite/codepipeline/pipelines/pay/view?region=cn-north-1',
    );
  });

  test.each([
    ['the provider’s summary', { 'execution-result': { 'external-execution-summary': 'Job failed' } }, 'Job failed'],
    [
      'a commit message out of its JSON',
      { 'execution-result': { 'external-execution-summary': '{"ProviderType":"GitHub","CommitMessage":"fix"}' } },
      'fix',
    ],
    ['no other JSON', { 'execution-result': { 'external-execution-summary': '{"a":1}' } }, undefined],
    ['what the event adds', { 'additional-information': 'Bucket is missing' }, 'Bucket is missing'],
    ['what a notification rule adds', { additionalAttributes: { additionalInformation: 'No role' } }, 'No role'],
  ])('details: %s', (_what, given, details) => {
    expect(renderEvent(ACTION, { pipeline: 'pay', state: 'FAILED', ...given }).details).toBe(details);
  });

  test('a trigger’s JSON is left out, its ARN is a name', () => {
    const trigger = (detail: string) =>
      lineOf(
        renderEvent(PIPELINE, { 'execution-trigger': { 'trigger-type': 'Webhook', 'trigger-detail': detail } }),
        '触发方式',
      );
    expect(trigger('{"a":1}')).toBe('Webhook');
    expect(trigger('arn:aws-cn:iam::111122223333:user/wang.fang')).toBe('Webhook（wang.fang）');
  });
});

describe('codepipeline-approval', () => {
  const approval = { pipelineName: 'pay', stageName: 'Approve', actionName: 'Boss' };

  test('links to the review, else to the console AWS names, else to the pipeline', () => {
    const review = 'https://cn-north-1.console.amazonaws.cn/review';
    const console = 'https://cn-north-1.console.amazonaws.cn/console';
    const link = (message: object) => renderNotification({ ...message }).link;
    expect(link({ consoleLink: console, approval: { ...approval, approvalReviewLink: review } })).toBe(review);
    expect(link({ consoleLink: console, approval })).toBe(console);
    expect(link({ region: 'us-east-1', approval })).toBe(
      'https://us-east-1.console.aws.amazon.com/codesuite/codepipeline/pipelines/pay/view?region=us-east-1',
    );
  });

  test('never shows the token', () => {
    expect(JSON.stringify(renderNotification({ approval: { ...approval, token: 'secret-token' } }))).not.toContain(
      'secret-token',
    );
  });
});

describe('codestar-notifications', () => {
  test('the inner event is read with its own account, region and time', () => {
    const content = renderNotification({
      account: '444455556666',
      region: 'us-east-1',
      time: '2026-11-20T10:00:00Z',
      detailType: PIPELINE,
      detail: { pipeline: 'pay', state: 'FAILED' },
      additionalAttributes: { failedStage: 'Test', failedActions: [{ action: 'Unit' }, { action: 'Load' }] },
    });
    expect(content.renderer).toBe('codestar-notifications');
    expect(content.where).toBe('444455556666 us-east-1');
    expect(content.occurredAt).toBe(Date.UTC(2026, 10, 20, 10));
    expect(lineOf(content, '失败位置')).toBe('Test / Unit、Load');
  });

  test.each([
    ['CodeBuild Build State Change', { 'project-name': 'pay', 'build-status': 'FAILED' }, '构建 pay'],
    ['CodeCommit Repository State Change', { repositoryName: 'pay', event: 'referenceCreated' }, '仓库 pay'],
    ['CodeDeploy Deployment State-change Notification', { application: 'pay', state: 'FAILURE' }, '部署 pay'],
  ])('%s is taken', (detailType, detail, title) => {
    expect(renderNotification({ detailType, detail }).title).toBe(title);
  });
});
