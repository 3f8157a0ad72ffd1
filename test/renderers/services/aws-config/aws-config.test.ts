import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf, snsEvent } from '../../../support/lambda-events.js';
import { renderedOf } from '../../../support/render-sample.js';

const item = { resourceType: 'AWS::EC2::Instance', resourceId: 'i-1', awsRegion: 'cn-northwest-1' };

/** The same message by both roads. */
const roads = (message: object) => [
  eventBridgeEvent('Config Rules Compliance Change', message, { source: 'aws.config' }),
  snsEvent(message, '[AWS Config:cn-north-1] …'),
];

const MESSAGES = [
  [
    {
      messageType: 'ComplianceChangeNotification',
      configRuleName: 'ssh',
      newEvaluationResult: { complianceType: 'NON_COMPLIANT' },
    },
    'warning 不合规 | AWS Config 规则 ssh',
  ],
  [
    {
      messageType: 'ComplianceChangeNotification',
      configRuleName: 'ssh',
      newEvaluationResult: { complianceType: 'COMPLIANT' },
    },
    'recovery 合规 | AWS Config 规则 ssh',
  ],
  [
    {
      messageType: 'ComplianceChangeNotification',
      configRuleName: 'ssh',
      newEvaluationResult: { complianceType: 'NOT_APPLICABLE' },
    },
    'info 不适用 | AWS Config 规则 ssh',
  ],
  [
    {
      messageType: 'ConfigurationItemChangeNotification',
      configurationItem: item,
      configurationItemDiff: { changeType: 'CREATE' },
    },
    'info 已创建 | AWS Config 资源 EC2 实例 i-1',
  ],
  [
    {
      messageType: 'ConfigurationItemChangeNotification',
      configurationItem: { ...item, configurationItemStatus: 'ResourceDeleted' },
    },
    'info 已删除 | AWS Config 资源 EC2 实例 i-1',
  ],
  [
    {
      messageType: 'ConfigurationItemChangeNotification',
      configurationItems: [item],
      configurationItemDiff: { changeType: 'UPDATE' },
    },
    'info 已更新 | AWS Config 资源 EC2 实例 i-1',
  ],
  [
    {
      messageType: 'OversizedConfigurationItemChangeNotification',
      configurationItemSummary: { ...item, changeType: 'UPDATE' },
    },
    'info 已更新 | AWS Config 资源 EC2 实例 i-1',
  ],
  [
    { messageType: 'OversizedConfigurationItemChangeDeliveryFailed', configurationItemSummary: item },
    'error 失败 | AWS Config 资源 EC2 实例 i-1',
  ],
  [
    { messageType: 'ConfigurationSnapshotDeliveryStarted', configSnapshotId: 's-1' },
    'info 开始 | AWS Config 配置快照投递',
  ],
  [
    { messageType: 'ConfigurationSnapshotDeliveryCompleted', s3Bucket: 'config-cn' },
    'recovery 成功 | AWS Config 配置快照投递 config-cn',
  ],
  [
    { messageType: 'ConfigurationSnapshotDeliveryFailed', s3Bucket: 'config-cn' },
    'error 失败 | AWS Config 配置快照投递 config-cn',
  ],
  [
    { messageType: 'ConfigurationHistoryDeliveryCompleted', s3Bucket: 'config-cn' },
    'recovery 成功 | AWS Config 配置历史投递 config-cn',
  ],
  [
    { messageType: 'ConfigRulesEvaluationStarted', configRuleNames: ['ssh', 'mfa'] },
    'info 开始 | AWS Config 规则评估 ssh、mfa',
  ],
] as const;

describe('aws-config: both roads', () => {
  test.each(MESSAGES)('%j: %s', async (message, line) => {
    const contents = await Promise.all(roads(message).map((event) => renderedOf(event)));
    expect(contents.map(firstLine)).toEqual([line, line]);
    expect(contents.map(({ renderer }) => renderer)).toEqual(['aws-config', 'aws-config']);
  });

  test('the sentence that AWS adds where no prefix was configured is left out', async () => {
    const errorMessage = 'Unable to write to bucket, provided s3 key prefix is null.';
    const message = { messageType: 'ConfigurationSnapshotDeliveryFailed', s3Bucket: 'config-cn', errorMessage };
    expect((await renderedOf(snsEvent(message))).details).toBe('Unable to write to bucket.');
  });

  test('a change too big for SNS is read from the JSON under the sentence', async () => {
    const summary = { messageType: 'OversizedConfigurationItemChangeNotification', configurationItemSummary: item };
    const text = `The full configuration item change notification exceeded the maximum size.\n--------\n${JSON.stringify(summary)}\n`;
    const content = await renderedOf(snsEvent(text));
    expect(content.title).toBe('AWS Config 资源 EC2 实例 i-1');
    expect(content.link).toBe(
      'https://cn-northwest-1.console.amazonaws.cn/config/home?region=cn-northwest-1#/resources/timeline?resourceId=i-1&resourceType=AWS%3A%3AEC2%3A%3AInstance',
    );
  });

  test('what changed is counted as AWS Config does', async () => {
    const changedProperties = { 'Configuration.State': {}, 'Configuration.SecurityGroups.0': {} };
    const message = {
      messageType: 'ConfigurationItemChangeNotification',
      configurationItem: item,
      configurationItemDiff: { changedProperties },
    };
    expect(lineOf(await renderedOf(snsEvent(message)), '变更')).toBe('State、SecurityGroups.0');
  });
});
