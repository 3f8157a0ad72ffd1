import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/base/json.js';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../../support/render-event.js';

describe('ssm: what happened', () => {
  test.each([
    ['EC2 Automation Execution Status-change Notification', { Status: 'Success' }, 'recovery', '成功'],
    ['EC2 Automation Execution Status-change Notification', { Status: 'TimedOut' }, 'error', '超时'],
    ['EC2 Automation Step Status-change Notification', { Status: 'Failed' }, 'error', '失败'],
    ['EC2 Command Status-change Notification', { status: 'InProgress' }, 'info', '进行中'],
    ['EC2 Command Invocation Status-change Notification', { status: 'Cancelled' }, 'info', '已取消'],
    ['EC2 State Manager Association State Change', { status: 'Success' }, 'recovery', '成功'],
    ['EC2 State Manager Instance Association State Change', { status: 'Failed' }, 'error', '失败'],
    ['Maintenance Window State-change Notification', { status: 'ENABLED' }, 'info', '已启用'],
    ['Maintenance Window State-change Notification', { status: 'DISABLED' }, 'warning', '已禁用'],
    ['Maintenance Window Execution State-change Notification', { status: 'SKIPPED_OVERLAPPING' }, 'warning', '已跳过'],
    ['Maintenance Window Task Execution State-change Notification', { status: 'TIMED_OUT' }, 'error', '超时'],
    ['Maintenance Window Target Registration Notification', { status: 'DEREGISTERED' }, 'info', '已注销'],
    ['Maintenance Window Task Registration Notification', { status: 'REGISTERED' }, 'info', '已注册'],
    ['Parameter Store Change', { operation: 'Create' }, 'info', '已创建'],
    ['Parameter Store Change', { operation: 'Update' }, 'info', '已更新'],
    ['Parameter Store Change', { operation: 'Delete' }, 'warning', '已删除'],
    ['Parameter Store Change', { operation: 'LabelParameterVersion' }, 'info', '已更新'],
    ['Parameter Store Policy Action', { 'policy-type': 'Expiration' }, 'warning', '已过期'],
    ['Parameter Store Policy Action', { 'policy-type': 'ExpirationNotification' }, 'warning', '即将过期'],
    ['OpsItem Create', { status: 'Open' }, 'warning', '待处理'],
    ['OpsItem Update', { status: 'Resolved' }, 'recovery', '恢复'],
    ['SSM Managed Instance Registration', {}, 'info', '已创建'],
  ])('%s %j', (detailType, detail, severity, status) => {
    const content = renderEvent(detailType, detail);
    expect(content.renderer).toBe('ssm');
    expect(verdictOf(content)).toEqual([severity, status]);
  });

  test.each([
    ['Calendar State Change', { state: 'OPEN' }, 'info', '允许变更'],
    ['Configuration Compliance State Change', { 'compliance-status': 'compliant' }, 'recovery', '合规'],
    ['Configuration Compliance State Change', { 'compliance-status': 'non_compliant' }, 'warning', '不合规'],
    ['Inventory Resource State Change', { 'action-status': 'failed' }, 'error', '失败'],
    ['Change Request Status Update', { 'ops-item-status': 'Rejected' }, 'error', '已拒绝'],
    ['JITNA Access Request Failed', {}, 'error', '失败'],
  ])('only its source makes it ours: %s %j', (detailType, detail, severity, status) => {
    expect(verdictOf(renderEvent(detailType, detail, { source: 'aws.ssm' }))).toEqual([severity, status]);
  });
});

test("ssm: a parameter's slashes are no path of the console, in the console of its partition", () => {
  expect(renderEvent('Parameter Store Change', { name: '/prod/db', operation: 'Update' }).link).toBe(
    'https://cn-north-1.console.amazonaws.cn/systems-manager/parameters/%252Fprod%252Fdb/description?region=cn-north-1',
  );
});

test('ssm: counts come out of the JSON that an association keeps in a text', () => {
  const content = renderEvent('EC2 State Manager Association State Change', {
    status: 'Failed',
    'document-version': 'Optional.empty',
    'association-status-aggregated-count': '{"Success":41,"Failed":3}',
  });
  expect([lineOf(content, '成功目标数'), lineOf(content, '失败目标数')]).toEqual(['41', '3']);
});

describe('ssm: Run Command by SNS', () => {
  const command = {
    commandId: 'c-1',
    documentName: 'AWS-RunShellScript',
    requestedDateTime: '2026-11-22T03:11:30.049Z',
    eventTime: '2026-11-22T03:12:45.049Z',
  };

  test.each([
    [{ status: 'Failed', instanceIds: ['i-1', 'i-2'] }, 'error', '失败', 'i-1、i-2'],
    [{ status: 'Success', instanceId: 'i-1' }, 'recovery', '成功', 'i-1'],
    [{ status: 'TimedOut', instanceId: 'i-1' }, 'error', '超时', 'i-1'],
  ])('%j', (detail, severity, status, instances) => {
    const content = renderNotification({ ...command, ...detail });
    expect(content).toMatchObject({ renderer: 'ssm', title: 'Systems Manager 命令 AWS-RunShellScript' });
    expect(verdictOf(content)).toEqual([severity, status]);
    expect([lineOf(content, '实例'), lineOf(content, '用时')]).toEqual([instances, '1 分钟 15 秒']);
    expect(content.link).toBe(
      'https://cn-north-1.console.amazonaws.cn/systems-manager/run-command/c-1?region=cn-north-1',
    );
  });
});

test('ssm: the instance is named by the event’s resources, if by nothing else', () => {
  const resources = ['arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b', 'arn:aws:ssm:us-east-1:111122223333:x/y'];
  const command = (detail: JsonObject) => renderEvent('EC2 Command Status-change Notification', detail, { resources });
  expect(lineOf(command({ 'document-name': 'd', status: 'Failed' }), '实例')).toBe('i-0a1b');
  expect(lineOf(command({ 'document-name': 'd', status: 'Failed', 'instance-id': 'i-2' }), '实例')).toBe('i-2');
});
