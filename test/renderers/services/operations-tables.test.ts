import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

/** Services whose whole renderer is a table: one line per state or kind that a golden does not show. */
describe('tables: how an event of each kind is judged and named', () => {
  test.each([
    [
      'aws.athena',
      'Athena Query State Change',
      { workgroupName: 'bi', currentState: 'SUCCEEDED', previousState: 'RUNNING' },
      'Athena 查询 bi',
      'recovery',
      '成功',
    ],
    [
      'aws.athena',
      'Athena Query State Change',
      { workgroupName: 'bi', currentState: 'CANCELLED' },
      'Athena 查询 bi',
      'info',
      '已取消',
    ],
    [
      'aws.devops-guru',
      'DevOps Guru New Insight Open',
      { insightId: 'i', insightSeverity: 'high', resourceCollection: { cloudFormation: { stackNames: ['order'] } } },
      'DevOps Guru 见解 order',
      'error',
      '告警',
    ],
    [
      'aws.devops-guru',
      'DevOps Guru Insight Closed',
      { insightName: 'order', insightSeverity: 'high' },
      'DevOps Guru 见解 order',
      'recovery',
      '恢复',
    ],
    [
      'aws.devops-guru',
      'DevOps Guru New Recommendation Created',
      { insightName: 'order' },
      'DevOps Guru 见解 order',
      'info',
      '已更新',
    ],
    ['aws.datasync', 'DataSync Task State Change', { State: 'UNAVAILABLE' }, 'DataSync 任务', 'error', '不可用'],
    ['aws.datasync', 'DataSync Agent State Change', { State: 'ONLINE' }, 'DataSync 代理', 'recovery', '可用'],
    [
      'aws.datasync',
      'DataSync Task Execution State Change',
      { State: 'SUCCESS' },
      'DataSync 任务执行',
      'recovery',
      '成功',
    ],
    [
      'aws.dlm',
      'DLM Pre Post Script Notification',
      { policy_id: 'p', script_result: 'failed' },
      'Data Lifecycle Manager 策略 p',
      'error',
      '失败',
    ],
    ['aws.gamelift', 'GameLift Matchmaking Event', { type: 'MatchmakingSearching' }, 'GameLift 匹配', 'info', '匹配中'],
    ['aws.gamelift', 'GameLift Matchmaking Event', { type: 'AcceptMatch' }, 'GameLift 匹配', 'info', '等待接受'],
    ['aws.gamelift', 'GameLift Matchmaking Event', { type: 'MatchmakingTimedOut' }, 'GameLift 匹配', 'warning', '超时'],
    [
      'aws.gamelift',
      'GameLift Matchmaking Event',
      { type: 'MatchmakingSucceeded' },
      'GameLift 匹配',
      'recovery',
      '成功',
    ],
    [
      'aws.kafka',
      'Anything MSK says',
      { clusterName: 'k', alertType: 'Critical action required' },
      'MSK 集群 k',
      'error',
      '告警',
    ],
    [
      'aws.storagegateway',
      'Storage Gateway Object Upload Event',
      { 'event-type': 'object-upload-complete' },
      'Storage Gateway 网关',
      'recovery',
      '成功',
    ],
    [
      'aws.synthetics',
      'Synthetics Canary TestRun Successful',
      { 'canary-name': 'c', 'test-run-status': 'PASSED' },
      'CloudWatch Synthetics Canary c',
      'recovery',
      '成功',
    ],
    [
      'aws.synthetics',
      'Synthetics Canary Status Change',
      { 'canary-name': 'c', 'current-state': 'STOPPED' },
      'CloudWatch Synthetics Canary c',
      'warning',
      '已停止',
    ],
    [
      'aws.transfer',
      'SFTP Server File Upload Completed',
      { 'file-path': '/a', 'status-code': 'COMPLETED' },
      'Transfer Family 文件 /a',
      'recovery',
      '成功',
    ],
    ['aws.transfer', 'AS2 Payload Send Failed', { 'as2-message-id': 'm' }, 'Transfer Family 文件 m', 'error', '失败'],
    [
      'aws.applicationinsights',
      'Application Insights Problem Updated',
      { resourceGroupName: 'g', status: 'Resolved' },
      'Application Insights 问题 g',
      'recovery',
      '恢复',
    ],
    ['aws.xray', 'AWS X-Ray Insight Update', { GroupName: 'g', State: 'CLOSED' }, 'X-Ray 见解 g', 'recovery', '恢复'],
    [
      'aws.workspaces',
      'WorkSpaces Access',
      { workspaceId: 'ws', actionType: 'successfulLogin' },
      'WorkSpaces 桌面 ws',
      'info',
      '已登录',
    ],
  ])('%s %s %j', (source, detailType, detail, title, severity, status) => {
    const content = renderEvent(detailType, detail, { source });
    expect(content.title).toBe(title);
    expect(verdictOf(content)).toEqual([severity, status]);
  });
});

describe('tables: links in the console of the partition', () => {
  test.each([
    ['Athena Query State Change', { queryExecutionId: 'q' }, '/athena/home?region=cn-north-1#/query-editor/history/q'],
    ['DataSync Task State Change', {}, '/datasync/home?region=cn-north-1#/tasks'],
    ['DLM Policy State Change', { policy_id: 'policy-1' }, '/ec2/home?region=cn-north-1#Lifecycle:policyId=policy-1'],
    [
      'Synthetics Canary TestRun Failure',
      { 'canary-name': 'c' },
      '/cloudwatch/home?region=cn-north-1#synthetics:canary/detail/c',
    ],
    ['SFTP Server File Upload Failed', {}, '/transfer/home?region=cn-north-1#/servers'],
    ['Storage Gateway Refresh Cache Event', {}, '/storagegateway/home?region=cn-north-1#/gateways'],
  ])('%s', (detailType, detail, path) => {
    expect(renderEvent(detailType, detail).link).toBe(`https://cn-north-1.console.amazonaws.cn${path}`);
  });
});

test('gamelift: players are counted', () => {
  const gameSessionInfo = { players: [{ playerId: 'a' }, { playerId: 'b' }] };
  expect(lineOf(renderEvent('GameLift Matchmaking Event', { type: 'AcceptMatch', gameSessionInfo }), '玩家数')).toBe(
    '2',
  );
});

test('tag: what changed, what is gone, and whose', () => {
  const content = renderEvent(
    'Tag Change on Resource',
    { service: 's3', 'resource-type': 'bucket', 'changed-tag-keys': ['owner', 'old', {}], tags: { owner: '支付组' } },
    { resources: ['arn:aws-cn:s3:::orders'] },
  );
  expect(content.title).toBe('S3 存储桶 标签 orders');
  expect(lineOf(content, '变更的标签')).toBe('owner=支付组、old（已删除）');
});
