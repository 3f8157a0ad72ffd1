import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../../support/render-event.js';

const INSTANCE = 'EC2 Instance State-change Notification';
const from = (source: string) => ({ source });

describe('ec2: events', () => {
  test.each([
    [INSTANCE, { state: 'pending' }, 'info', '开始'],
    [INSTANCE, { state: 'running' }, 'info', '运行中'],
    [INSTANCE, { state: 'stopping' }, 'info', '正在停止'],
    [INSTANCE, { state: 'stopped' }, 'warning', '已停止'],
    [INSTANCE, { state: 'shutting-down' }, 'info', '正在停止'],
    [INSTANCE, { state: 'terminated' }, 'warning', '已终止'],
    ['EC2 Spot Instance Interruption Warning', { 'instance-action': 'stop' }, 'warning', '即将中断'],
    ['EC2 Instance Rebalance Recommendation', {}, 'warning', '可能中断'],
    ['EC2 Spot Instance Request Fulfillment', {}, 'recovery', '开始'],
    ['EBS Volume Notification', { event: 'createVolume', result: 'available' }, 'recovery', '可用'],
    ['EBS Volume Notification', { event: 'createVolume', result: 'failed' }, 'error', '失败'],
    ['EBS Volume Notification', { event: 'deleteVolume', result: 'deleted' }, 'info', '已删除'],
    ['EBS Snapshot Notification', { event: 'createSnapshot', result: 'succeeded' }, 'recovery', '成功'],
    ['EBS Multi-Volume Snapshots Completion Status', { result: 'failed' }, 'error', '失败'],
    ['EBS Snapshot Block Public Access Disabled', {}, 'warning', '已禁用'],
    ['EC2 AMI State Change', { State: 'available' }, 'recovery', '可用'],
    ['EC2 AMI State Change', { State: 'deregistered' }, 'info', '已删除'],
    ['EC2 Fast Launch State-change Notification', { state: 'enabling-failed' }, 'error', '失败'],
    ['EC2 Fleet Error', { 'sub-type': 'iamFleetRoleInvalid' }, 'error', '失败'],
    ['EC2 Spot Fleet Instance Change', { 'sub-type': 'launched' }, 'info', '开始'],
    ['EC2 Fleet State Change', { 'sub-type': 'cancelled_running' }, 'info', '已取消'],
    ['Capacity Block Delivered', {}, 'recovery', '就绪'],
    ['EC2 Capacity Reservation Failed', { state: 'failed' }, 'error', '失败'],
    ['EC2 Capacity Reservation Scheduled', { state: 'scheduled' }, 'info', '等待中'],
    ['Future Capacity Request Delayed', { state: 'delayed' }, 'warning', '超过预期时间'],
    ['EC2 On-Demand Capacity Reservation Suspended', {}, 'warning', '警告'],
  ])('%s %j: %s, %s', (detailType, detail, severity, status) => {
    const content = renderEvent(detailType, detail, from('aws.ec2'));
    expect(content.renderer).toBe('ec2');
    expect(verdictOf(content)).toEqual([severity, status]);
  });

  test('a type that is newer than the table is named in a line', () => {
    const content = renderEvent('EC2 Something New', { 'instance-id': 'i-1' }, from('aws.ec2'));
    expect([content.title, lineOf(content, '事件')]).toEqual(['EC2 i-1', 'EC2 Something New']);
  });
});

describe('ec2: what it is about, and its page', () => {
  const root = 'https://cn-north-1.console.amazonaws.cn/ec2/home?region=cn-north-1';
  const volume = 'arn:aws-cn:ec2:cn-north-1:111122223333:volume/vol-1';

  test.each([
    [INSTANCE, { 'instance-id': 'i-1' }, [], 'EC2 实例 i-1', `${root}#InstanceDetails:instanceId=i-1`],
    [INSTANCE, { instance_id: 'i-1' }, [], 'EC2 实例 i-1', `${root}#InstanceDetails:instanceId=i-1`],
    ['EBS Volume Notification', {}, [volume], 'EBS 卷 vol-1', `${root}#VolumeDetails:volumeId=vol-1`],
    [
      'EBS Snapshot Notification',
      { snapshot_id: 'arn:aws-cn:ec2::cn-north-1:snapshot/snap-1' },
      [],
      'EBS 快照 snap-1',
      `${root}#SnapshotDetails:snapshotId=snap-1`,
    ],
    ['EC2 AMI State Change', { ImageId: 'ami-1' }, [], 'AMI ami-1', `${root}#ImageDetails:imageId=ami-1`],
    [
      'EC2 Capacity Reservation Active',
      { 'capacity-reservation-id': 'cr-1' },
      [],
      '容量预留 cr-1',
      `${root}#CapacityReservationDetails:crId=cr-1`,
    ],
  ])('%s', (detailType, detail, resources, title, link) => {
    const content = renderEvent(detailType, detail, { resources });
    expect([content.title, content.link]).toEqual([title, link]);
  });

  test('where no state tells what happened, the type of event does', () => {
    const type = 'On-Demand Capacity Reservation Billing Ownership Request Pending';
    expect(lineOf(renderEvent(type, { 'capacity-reservation-id': 'cr-1' }), '事件')).toBe(type);
    expect(lineOf(renderEvent('EC2 Capacity Reservation Failed', { state: 'failed' }), '事件')).toBeUndefined();
  });

  test('a Spot request that was fulfilled names its instance', () => {
    const detail = { 'spot-instance-request-id': 'sir-1', 'instance-id': 'i-1' };
    expect(lineOf(renderEvent('EC2 Spot Instance Request Fulfillment', detail), '实例')).toBe('i-1');
  });

  test('a Spot interruption says what happens and when', () => {
    const content = renderEvent('EC2 Spot Instance Interruption Warning', { 'instance-action': 'hibernate' });
    expect(lineOf(content, '中断方式')).toBe('休眠，约 2 分钟后');
  });

  test('a fleet’s JSON description becomes lines', () => {
    const description = JSON.stringify({ instanceType: 'c7g.large', availabilityZone: 'cn-north-1b' });
    const content = renderEvent('EC2 Fleet Instance Change', { description, 'instance-id': 'i-1' });
    expect([lineOf(content, '实例'), lineOf(content, '实例类型'), content.details]).toEqual([
      'i-1',
      'c7g.large',
      undefined,
    ]);
  });
});

describe('ec2: what is not its own', () => {
  test.each([
    'EC2 Command Invocation Status-change Notification',
    'EC2 Instance Launch Unsuccessful',
    'EC2 Instance-terminate Lifecycle Action',
    'EC2 Image Builder Image State Change',
    'EC2 State Manager Association State Change',
  ])('%s', (detailType) => {
    expect(renderEvent(detailType, {}).renderer).not.toBe('ec2');
  });
});
