import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { categoryOf } from '../../../../src/renderers/services/cloudwatch/category.js';
import { normalise } from '../../../../src/renderers/services/cloudwatch/normalise.js';
import { wordsOf } from '../../../../src/text/words.js';
import { renderedOf } from '../../../support/render-sample.js';

/** Facts for a row of many of each sample, in Chinese and in English. */
const FACTS = [
  ['metric-alarm', '42 > 10', '42 > 10', '5xx', '5xx'],
  ['metric-math-alarm', '8.33 ≥ 5', '8.33 ≥ 5', 'Lambda 错误', 'Lambda errors'],
  ['anomaly-alarm', '1.84 秒 > 531.44 毫秒', '1.84 s > 531.44 ms', 'API Gateway 延迟', 'API Gateway latency'],
  ['no-description', '9 < 10 GB', '9 < 10 GB', 'RDS 磁盘', 'RDS disk'],
  ['metric-no-data', '没有数据', 'No data', 'Settlement Heartbeat', 'Settlement Heartbeat'],
  ['composite-alarm', '2 个子告警', '2 children', '复合告警', 'Composite'],
  ['contributor-alarm', '318 > 100', '318 > 100', 'DynamoDB 限流', 'DynamoDB throttling'],
  ['contributors-summary', '2/14 个序列', '2/14 series', 'DynamoDB 限流', 'DynamoDB throttling'],
  ['log-alarm', '142 > 100', '142 > 100', '日志', 'Logs'],
  ['metric-insufficient-data', undefined, undefined, 'RDS 磁盘', 'RDS disk'],
] as const;

const ROADS = ['cloudwatch-sns', 'cloudwatch-eventbridge', 'cloudwatch-action'];
const sample = (file: string): unknown => JSON.parse(readFileSync(`events/${file}.json`, 'utf8'));

describe('cloudwatch-alarm: what a row of many shows', () => {
  test.each(FACTS)('%s', async (name, zh, en, categoryInChinese, category) => {
    for (const road of ROADS) {
      const inChinese = await renderedOf(sample(`${road}/${name}`));
      expect([inChinese.brief, inChinese.category]).toEqual([zh, categoryInChinese]);
      const inEnglish = await renderedOf(sample(`${road}/${name}`), 'en');
      expect([inEnglish.brief, inEnglish.category]).toEqual([en, category]);
    }
  });

  test('a recovery has how long it lasted, if its event tells it', async () => {
    const facts = await Promise.all(ROADS.map(async (road) => (await renderedOf(sample(`${road}/metric-ok`))).brief));
    expect(facts).toEqual([undefined, '持续 16 分钟', '持续 16 分钟']);
    expect(await renderedOf(sample('cloudwatch-action/metric-ok'), 'en')).toMatchObject({
      brief: 'lasted 16 min',
      category: '5xx',
    });
  });

  test('a PromQL alarm has no value, so its row shows the state', async () => {
    const { brief, category, status } = await renderedOf(sample('cloudwatch-sns/promql-alarm'));
    expect([brief, category, status]).toEqual([undefined, 'PromQL', '告警']);
  });

  test.each([
    ['cloudwatch-sns/metric-alarm', 'https://ap-southeast-1.console.aws.amazon.com'],
    ['cloudwatch-sns/log-alarm', 'https://cn-north-1.console.amazonaws.cn'],
  ])('%s leads to the list of what is in ALARM, in its partition', async (file, host) => {
    const { listLink, origin } = await renderedOf(sample(file));
    const page = `/cloudwatch/home?region=${origin.region}#alarmsV2:?~%28alarmStateFilter~%27ALARM%29`;
    expect(listLink).toBe(host + page);
  });
});

/** Metrics, and the kind of trouble they are counted as. */
const CATEGORIES = [
  ['AWS/RDS', 'FreeStorageSpace', 'RDS disk'],
  ['AWS/RDS', 'CPUUtilization', 'RDS CPU'],
  ['AWS/RDS', 'CPUCreditBalance', 'RDS credits'],
  ['AWS/RDS', 'FreeableMemory', 'RDS memory'],
  ['AWS/RDS', 'DatabaseConnections', 'RDS connections'],
  ['AWS/RDS', 'AuroraReplicaLag', 'RDS replication'],
  ['AWS/RDS', 'VolumeBytesUsed', 'RDS disk'],
  ['AWS/ApplicationELB', 'HTTPCode_ELB_5XX_Count', '5xx'],
  ['AWS/ApplicationELB', 'TargetResponseTime', 'ALB latency'],
  ['AWS/NetworkELB', 'UnHealthyHostCount', 'NLB health'],
  ['AWS/ApiGateway', '4XXError', '4xx'],
  ['AWS/SQS', 'ApproximateAgeOfOldestMessage', 'SQS backlog'],
  ['AWS/Lambda', 'Throttles', 'Lambda throttling'],
  ['AWS/Lambda', 'Errors', 'Lambda errors'],
  ['AWS/EC2', 'StatusCheckFailed', 'EC2 health'],
  ['CWAgent', 'disk_used_percent', 'disk'],
  ['AWS/NATGateway', 'ActiveConnectionCount', 'NAT connections'],
  ['Shop', 'OrdersPaid', 'Shop OrdersPaid'],
] as const;

test.each(CATEGORIES)('categoryOf: %s %s is counted as %s', (namespace, name, expected) => {
  const metrics = [
    { id: 'm1', returnData: true, metricStat: { metric: { namespace, name }, period: 60, stat: 'Sum' } },
  ];
  const alarm = normalise({ alarmName: 'a', state: { value: 'ALARM' }, configuration: { metrics } }, []);
  expect(categoryOf(alarm, wordsOf('en'))).toBe(expected);
});
