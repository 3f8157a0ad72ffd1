import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf, snsEvent } from '../../support/lambda-events.js';
import { renderedOf } from '../../support/render-sample.js';

const ANOMALY = {
  accountId: '444455556666',
  anomalyId: 'a-1',
  anomalyStartDate: '2026-11-20T00:00:00Z',
  anomalyEndDate: null,
  dimensionalValue: 'AWS CloudTrail',
  impact: { totalImpact: 11.82, totalImpactPercentage: 4377.78, totalActualSpend: 12.09, totalExpectedSpend: 0.27 },
  rootCauses: [
    { service: 'AWS CloudTrail', region: 'eu-west-1', linkedAccountName: 'prod', usageType: 'EU-InsightsEvents' },
  ],
};

describe('cost-anomaly', () => {
  test('both roads read alike', async () => {
    const { dimensionalValue: dimensionValue, ...rest } = ANOMALY;
    const event = eventBridgeEvent(
      'Anomaly Detected',
      { ...rest, dimensionValue },
      { source: 'aws.ce', region: 'us-east-1' },
    );
    const contents = await Promise.all([snsEvent(ANOMALY, null, 'us-east-1'), event].map((one) => renderedOf(one)));
    expect(contents.map(firstLine)).toEqual(Array(2).fill('warning 成本异常 | AWS CloudTrail 多花 $11.82（+4,378%）'));
    expect(contents.map(({ fields }) => fields)[0]).toEqual(contents.map(({ fields }) => fields)[1]);
  });

  test('a day stays the day AWS counts by, and the cause does not repeat the title', async () => {
    const content = await renderedOf(snsEvent(ANOMALY));
    expect(lineOf(content, '日期')).toBe('2026-11-20');
    expect(lineOf(content, '根本原因')).toBe('eu-west-1、prod、EU-InsightsEvents');
  });

  test('costs belong to an account, and China’s are in CNY', async () => {
    const monitorArn = 'arn:aws-cn:ce::444455556666:anomalymonitor/m-1';
    const content = await renderedOf(snsEvent({ ...ANOMALY, monitorArn }));
    expect(content.where).toBe('444455556666');
    expect(content.title).toContain('¥11.82');
    expect(content.link).toBe('https://console.amazonaws.cn/costmanagement/home#/anomaly-detection/overview');
  });

  test('AWS’s own link is used where there is one', async () => {
    const anomalyDetailsLink = 'https://console.aws.amazon.com/cost-management/home#/anomaly-detection/monitors/m-1';
    expect((await renderedOf(snsEvent({ ...ANOMALY, anomalyDetailsLink }))).link).toBe(anomalyDetailsLink);
  });
});
