import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../../support/render-event.js';

const STACK = 'CloudFormation Stack Status Change';
const STACK_ID = 'arn:aws-cn:cloudformation:cn-north-1:111122223333:stack/pay/8d1c7a60-c5f1-11f0-9a52-0242ac120002';
const byStatus = (status: string) => ({ 'stack-id': STACK_ID, 'status-details': { status } });

/** The same by the stack's SNS topic. */
const notification = (lines: Readonly<Record<string, string>>) =>
  renderEvent(
    '',
    {},
    {
      sourceName: 'sns',
      text: Object.entries(lines)
        .map(([name, value]) => `${name}='${value}'\n`)
        .join(''),
    },
  );

describe('cloudformation: statuses, by EventBridge and by SNS', () => {
  test.each([
    ['CREATE_IN_PROGRESS', 'info', '进行中'],
    ['CREATE_COMPLETE', 'recovery', '成功'],
    ['CREATE_FAILED', 'error', '失败'],
    ['DELETE_COMPLETE', 'info', '已删除'],
    ['DELETE_FAILED', 'error', '失败'],
    ['DELETE_SKIPPED', 'info', '已取消'],
    ['REVIEW_IN_PROGRESS', 'info', '进行中'],
    ['ROLLBACK_IN_PROGRESS', 'error', '回滚中'],
    ['ROLLBACK_COMPLETE', 'error', '已回滚'],
    ['ROLLBACK_FAILED', 'error', '失败'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'info', '进行中'],
    ['UPDATE_ROLLBACK_COMPLETE', 'error', '已回滚'],
    ['UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', 'error', '回滚中'],
    ['UPDATE_ROLLBACK_FAILED', 'error', '失败'],
    ['IMPORT_ROLLBACK_COMPLETE', 'error', '已回滚'],
    ['IMPORT_COMPLETE', 'recovery', '成功'],
    ['SOMETHING_NEW', 'info', '通知'],
  ])('%s: %s, %s', (status, severity, word) => {
    expect(verdictOf(renderEvent(STACK, byStatus(status)))).toEqual([severity, word]);
    expect(verdictOf(notification({ StackId: STACK_ID, ResourceStatus: status }))).toEqual([severity, word]);
  });

  test.each([
    ['CloudFormation StackSet Operation Status Change', { status: 'STOPPED' }, 'warning', '已停止'],
    ['CloudFormation StackSet Status Change', { status: 'ACTIVE' }, 'info', '进行中'],
    ['CloudFormation StackSet Status Change', { status: 'DELETED' }, 'info', '已删除'],
    [
      'CloudFormation StackSet StackInstance Status Change',
      { status: 'OUTDATED', 'detailed-status': 'FAILED' },
      'error',
      '失败',
    ],
    ['CloudFormation StackSet StackInstance Status Change', { status: 'CURRENT' }, 'recovery', '成功'],
    [
      'CloudFormation Drift Detection Status Change',
      { 'detection-status': 'DETECTION_COMPLETE', 'stack-drift-status': 'IN_SYNC' },
      'recovery',
      '成功',
    ],
    [
      'CloudFormation Drift Detection Status Change',
      { 'detection-status': 'DETECTION_FAILED', 'stack-drift-status': 'UNKNOWN' },
      'error',
      '失败',
    ],
  ])('%s %j: %s, %s', (detailType, details, severity, word) => {
    expect(verdictOf(renderEvent(detailType, { 'status-details': details }))).toEqual([severity, word]);
  });

  test('a hook that fails names itself and the resource', () => {
    const content = renderEvent('CloudFormation Hook Invocation Progress', {
      'hook-detail': { 'hook-type-name': 'Company::Rules::Encrypted' },
      'target-detail': { 'target-id': STACK_ID, 'target-name': 'OrdersBucket', 'target-action': 'CREATE' },
      result: {},
      status: 'HOOK_COMPLETE_FAILED',
      'status-reason': 'The bucket is not encrypted',
    });
    expect([content.title, lineOf(content, '挂钩'), content.details]).toEqual([
      '堆栈 pay / OrdersBucket',
      'Company::Rules::Encrypted',
      'The bucket is not encrypted',
    ]);
    expect(verdictOf(content)).toEqual(['error', '失败']);
  });
});

describe('cloudformation: the SNS message', () => {
  const lines = {
    StackId: STACK_ID,
    LogicalResourceId: 'PayQueue',
    ResourceProperties: '{"Password":"never shown"}\n',
    ResourceStatus: 'CREATE_FAILED',
    ResourceStatusReason: "Queue 'pay' exists",
    ResourceType: 'AWS::SQS::Queue',
    StackName: 'pay',
    ClientRequestToken: 'null',
  };

  test('a resource is named within its stack, with the whole reason', () => {
    const content = notification(lines);
    expect([content.title, content.details]).toEqual(['堆栈 pay / PayQueue', "Queue 'pay' exists"]);
    expect(lineOf(content, '资源类型')).toBe('SQS 队列');
  });

  test('the properties are never shown', () => {
    expect(JSON.stringify(notification(lines))).not.toContain('never shown');
  });

  test('the stack as a resource of itself is named once', () => {
    expect(notification({ ...lines, LogicalResourceId: 'pay', ResourceType: 'AWS::CloudFormation::Stack' }).title).toBe(
      '堆栈 pay',
    );
  });

  test('it links to the stack, like EventBridge’s', () => {
    expect(notification(lines).link).toBe(renderEvent(STACK, byStatus('CREATE_FAILED')).link);
    expect(notification(lines).link).toBe(
      `https://cn-north-1.console.amazonaws.cn/cloudformation/home?region=cn-north-1#/stacks/stackinfo?stackId=${encodeURIComponent(STACK_ID)}`,
    );
  });
});

describe('cloudformation: a stack set', () => {
  const set = 'arn:aws:cloudformation:us-east-1:111122223333:stackset/base:00000000-0000-4000-8000-000000000001';

  test('is named without its id, links to itself, and names the other account and region', () => {
    const content = renderEvent(
      'CloudFormation StackSet StackInstance Status Change',
      { 'stack-set-arn': set, 'stack-id': STACK_ID.replace('111122223333', '444455556666') },
      { region: 'us-east-1' },
    );
    expect(content.title).toBe('堆栈集 base');
    expect([lineOf(content, '账号'), lineOf(content, '区域')]).toEqual(['444455556666', 'cn-north-1']);
    expect(content.link).toBe(
      'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacksets/base%3A00000000-0000-4000-8000-000000000001/info',
    );
  });
});
