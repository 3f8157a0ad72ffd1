import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';

const group = { AutoScalingGroupName: 'web' };

describe('auto-scaling: both roads', () => {
  test.each([
    ['EC2 Instance Launch Successful', 'autoscaling:EC2_INSTANCE_LAUNCH', '启动实例', 'recovery', '成功'],
    ['EC2 Instance Launch Unsuccessful', 'autoscaling:EC2_INSTANCE_LAUNCH_ERROR', '启动实例', 'error', '失败'],
    ['EC2 Instance Terminate Successful', 'autoscaling:EC2_INSTANCE_TERMINATE', '终止实例', 'info', '成功'],
    ['EC2 Instance Terminate Unsuccessful', 'autoscaling:EC2_INSTANCE_TERMINATE_ERROR', '终止实例', 'error', '失败'],
  ])('%s and %s read alike', (detailType, event, operation, severity, status) => {
    for (const content of [renderEvent(detailType, group), renderNotification({ ...group, Event: event })]) {
      expect(content.renderer).toBe('auto-scaling');
      expect(content.title).toBe(`Auto Scaling 组 web ${operation}`);
      expect(verdictOf(content)).toEqual([severity, status]);
    }
  });

  test.each([
    ['EC2 Instance-launch Lifecycle Action', 'autoscaling:EC2_INSTANCE_LAUNCHING', '启动实例'],
    ['EC2 Instance-terminate Lifecycle Action', 'autoscaling:EC2_INSTANCE_TERMINATING', '终止实例'],
  ])('%s waits, by %s too', (detailType, transition, operation) => {
    for (const content of [
      renderEvent(detailType, group),
      renderNotification({ ...group, LifecycleTransition: transition }),
    ]) {
      expect(content.title).toBe(`Auto Scaling 组 web ${operation}`);
      expect(verdictOf(content)).toEqual(['info', '等待中']);
    }
  });
});

describe('auto-scaling: instance refresh and the rest', () => {
  test.each([
    ['EC2 Auto Scaling Instance Refresh Started', 'info', '进行中'],
    ['EC2 Auto Scaling Instance Refresh Started Baking', 'info', '进行中'],
    ['EC2 Auto Scaling Instance Refresh Checkpoint Reached', 'info', '进行中'],
    ['EC2 Auto Scaling Instance Refresh Succeeded', 'recovery', '成功'],
    ['EC2 Auto Scaling Instance Refresh Failed', 'error', '失败'],
    ['EC2 Auto Scaling Instance Refresh Cancelled', 'info', '已取消'],
    ['EC2 Auto Scaling Instance Refresh Rollback Started', 'warning', '回滚中'],
    ['EC2 Auto Scaling Instance Refresh Rollback Succeeded', 'warning', '已回滚'],
    ['EC2 Auto Scaling Instance Refresh Rollback Failed', 'error', '失败'],
    ['EC2 Instance Detach Successful', 'info', '成功'],
    ['EC2 Instance Detach Unsuccessful', 'error', '失败'],
  ])('%s: %s, %s', (detailType, severity, status) => {
    expect(verdictOf(renderEvent(detailType, group))).toEqual([severity, status]);
  });

  test('the test notification of a new subscription is a notice', () => {
    const content = renderNotification({ ...group, Event: 'autoscaling:TEST_NOTIFICATION' });
    expect(content.title).toBe('Auto Scaling 组 web 测试通知');
    expect(verdictOf(content)).toEqual(['info', '通知']);
  });
});

describe('auto-scaling: reason and link', () => {
  const told = { ...group, Cause: 'At 2026-11-20T18:41:02Z a user asked.', StatusMessage: 'No capacity' };

  test('a failure tells its message and its cause, a success its cause, in local time', () => {
    expect(renderEvent('EC2 Instance Launch Unsuccessful', told).details).toBe(
      'No capacity\nAt 2026-11-21 02:41:02 a user asked.',
    );
    expect(renderEvent('EC2 Instance Launch Successful', told).details).toBe('At 2026-11-21 02:41:02 a user asked.');
  });

  test.each([
    [
      'taken out of service in response to an ELB system health check failure.',
      '实例未通过负载均衡器的健康检查，已移出服务',
    ],
    [
      'taken out of service in response to an EC2 instance status checks failure.',
      '实例未通过 EC2 状态检查，已移出服务',
    ],
    ['moved by magic.', undefined],
    [
      'taken out of service in response to an EC2 health check indicating it has been terminated or stopped.',
      '实例已被终止或停止，已移出服务',
    ],
    ['launched in response to an unhealthy instance needing to be replaced.', '替换不健康的实例'],
    ['a user request update of AutoScalingGroup constraints to min: 1', '用户修改了容量'],
    [
      'started in response to a difference between desired and actual capacity, increasing the capacity',
      '期望容量与实际容量不一致',
    ],
  ])('%s: %s', (cause, reason) => {
    const detail = { ...group, Cause: cause, StatusMessage: 'No capacity', Details: { 'Subnet ID': 'subnet-1' } };
    const content = renderEvent('EC2 Instance Launch Unsuccessful', detail);
    expect([lineOf(content, '起因'), lineOf(content, '子网')]).toEqual([reason, 'subnet-1']);
    expect(content.details).toBe(reason === undefined ? `No capacity\n${cause}` : 'No capacity');
  });

  test('the group’s page', () => {
    expect(renderEvent('EC2 Instance Launch Successful', group, { region: 'us-gov-west-1' }).link).toBe(
      'https://us-gov-west-1.console.amazonaws-us-gov.com/ec2/home?region=us-gov-west-1#AutoScalingGroupDetails:id=web',
    );
  });
});
