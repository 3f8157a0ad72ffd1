import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';
import { rowsOf } from '../../support/rows-of.js';

const ARC = { source: 'aws.arc-zonal-shift' };
const SERVER = ['arn:aws:drs:ap-southeast-1:111122223333:source-server/s-1'];

describe('arc-zonal-shift', () => {
  test.each([
    ['Autoshift In Progress', 'warning', '流量转移中', 'ARC 可用区自动转移 apse1-az2'],
    ['Autoshift Completed', 'recovery', '恢复', 'ARC 可用区自动转移 apse1-az2'],
    ['Practice Run Started', 'info', '开始', 'ARC 可用区转移演练 apse1-az2'],
    ['Practice Run Succeeded', 'recovery', '成功', 'ARC 可用区转移演练 apse1-az2'],
    ['Practice Run Interrupted', 'warning', '被中断', 'ARC 可用区转移演练 apse1-az2'],
    ['Practice Run Failed', 'warning', '失败', 'ARC 可用区转移演练 apse1-az2'],
    ['FIS Experiment Autoshift In Progress', 'info', '进行中', 'ARC 可用区转移演练 apse1-az2'],
    ['Manual Shift Canceled', 'info', '已取消', 'ARC 可用区手动转移 apse1-az2'],
  ])('%s', (type, severity, status, title) => {
    const content = renderEvent(type, { data: '', metadata: { awayFrom: 'apse1-az2', notes: '' } }, ARC);
    expect([...verdictOf(content), content.title]).toEqual([severity, status, title]);
  });

  test('AWS’s note about the notification itself is left out', () => {
    const notes = 'AWS has started an autoshift. This notification \n is separate from autoshift notifications.';
    expect(renderEvent('Autoshift In Progress', { metadata: { notes } }, ARC).details).toBe(
      'AWS has started an autoshift.',
    );
  });

  test('an autoshift without a note says what it means', () => {
    const content = renderEvent('Autoshift In Progress', { metadata: { awayFrom: 'a' } }, ARC);
    expect(rowsOf(content)[0]).toContain('可能受损');
  });
});

describe('network-manager', () => {
  const resources = ['arn:aws:networkmanager::1:global-network/g-1', 'arn:aws:ec2:eu-west-1:1:vpn-connection/vpn-1'];
  test.each([
    ['changeType', 'VPN-CONNECTION-IPSEC-DOWN', 'error', '连接中断'],
    ['status-change', 'VPN-CONNECTION-IPSEC-UP', 'recovery', '恢复'],
    ['change-type', 'VPN-CONNECTION-BGP-DOWN', 'error', '连接中断'],
    ['changeType', 'VPN-CONNECTION-BGP-UP', 'recovery', '恢复'],
  ])('%s %s: the connection, where it is', (key, change, severity, status) => {
    const detail = { [key]: change, region: 'eu-west-1', vpnConnectionArn: resources[1] };
    const content = renderEvent('Network Manager Status Update', detail, { resources, region: 'us-west-2' });
    expect([...verdictOf(content), content.title]).toEqual([severity, status, 'Network Manager VPN 连接 vpn-1']);
    expect(content.where).toContain('eu-west-1');
  });

  test('without a region in the detail, that of the thing counts', () => {
    const content = renderEvent('Network Manager Routing Update', {}, { resources, region: 'us-west-2' });
    expect(content.where).toContain('eu-west-1');
  });
});

describe('drs and mgn', () => {
  test.each([
    ['DRS Source Server Data Replication Stalled Change', 'STALLED', 'warning', '停滞', 'DRS 复制 s-1'],
    ['DRS Source Server Data Replication Stalled Change', 'NOT_STALLED', 'recovery', '恢复', 'DRS 复制 s-1'],
    ['DRS Source Server Launch Result', 'RECOVERY_LAUNCH_FAILED', 'error', '失败', 'DRS 服务器启动 s-1'],
    ['DRS Source Server Launch Result', 'RECOVERY_LAUNCH_SUCCEEDED', 'recovery', '成功', 'DRS 服务器启动 s-1'],
    ['DRS Recovery Instance Failback State Change', 'FAILBACK_ERROR', 'error', '失败', 'DRS 故障回切 s-1'],
    ['MGN Source Server Data Replication Stalled Change', 'STALLED', 'warning', '停滞', 'MGN 复制 s-1'],
    ['MGN Source Server Launch Result', 'TEST_LAUNCH_FAILED', 'error', '失败', 'MGN 服务器启动 s-1'],
    ['MGN Source Server Lifecycle State Change', 'READY_FOR_TEST', 'info', '就绪', 'MGN 源服务器 s-1'],
  ])('%s %s', (type, state, severity, status, title) => {
    const content = renderEvent(type, { state }, { resources: SERVER });
    expect([...verdictOf(content), content.title]).toEqual([severity, status, title]);
  });

  test.each([
    ['TRUE', '是'],
    ['FALSE', undefined],
  ])('a drill says so: %s', (drill, line) => {
    const detail = { state: 'RECOVERY_LAUNCH_FAILED', 'is-drill': drill };
    expect(lineOf(renderEvent('DRS Source Server Launch Result', detail), '演练')).toBe(line);
  });
});

describe('quota-monitor', () => {
  const item = { Service: 'EC2', 'Limit Name': 'Instances', Resource: 'vCPU', Region: 'eu-west-1' };
  const render = (status: string, numbers: object) =>
    renderEvent(
      'Service Quotas Utilization Notification',
      { status, 'check-item-detail': { ...item, ...numbers } },
      { source: 'aws-solutions.quota-monitor' },
    );

  test.each([
    ['ERROR', 'error', '配额将满'],
    ['WARN', 'warning', '配额将满'],
    ['OK', 'recovery', '恢复'],
    ['NEWER', 'info', '通知'],
  ])('%s', (status, severity, word) => {
    const content = render(status, { 'Current Usage': '61', 'Limit Amount': '64' });
    expect([...verdictOf(content), content.title]).toEqual([severity, word, 'EC2 配额 Instances']);
    expect(lineOf(content, '用量')).toBe('61 / 64 vCPU（95.3%）');
  });

  test('a quota of nothing has no share', () => {
    expect(lineOf(render('ERROR', { 'Current Usage': '0', 'Limit Amount': '0' }), '用量')).toBe('0 / 0 vCPU');
  });
});

describe('iot-device-defender', () => {
  const violation = (violationEventType: string, more: object = {}) =>
    renderNotification({ violationEventType, securityProfileName: 'p', thingName: 'pump-17', ...more });

  test.each([
    ['in-alarm', 'error', '告警'],
    ['alarm-cleared', 'recovery', '恢复'],
    ['alarm-invalidated', 'info', '已取消'],
    ['newer', 'warning', '警告'],
  ])('%s', (type, severity, status) => {
    const content = violation(type);
    expect([...verdictOf(content), content.title]).toEqual([severity, status, 'IoT 设备 pump-17']);
  });

  test('the measure may be a list', () => {
    const content = violation('in-alarm', { metricValue: { ports: [22, 8080] } });
    expect(lineOf(content, '当前值')).toBe('22、8080');
  });

  test.each([
    [{ taskStatus: 'COMPLETED', nonCompliantChecksCount: 2 }, 'warning', '不合规'],
    [{ taskStatus: 'COMPLETED', nonCompliantChecksCount: 0, failedChecksCount: 1 }, 'warning', '部分完成'],
    [{ taskStatus: 'COMPLETED', nonCompliantChecksCount: 0 }, 'recovery', '合规'],
    [{ taskStatus: 'FAILED', nonCompliantChecksCount: 0 }, 'error', '失败'],
  ])('an audit %j', (detail, severity, status) => {
    expect(verdictOf(renderNotification(detail))).toEqual([severity, status]);
  });
});
