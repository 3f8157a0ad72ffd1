import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { awsSettings } from '../../src/aws/clients.js';
import { systemClock } from '../../src/base/clock.js';
import { createLogs } from '../../src/watch/logs.js';

const REGION = 'ap-southeast-1';
const METRIC = { namespace: 'Pay', name: 'Errors' };

let endpoint: CloudWatchEndpoint;
const { signal } = new AbortController();
const logs = () => createLogs((region) => awsSettings(region, endpoint.endpoint, systemClock, 1));

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key-of-the-test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret-of-the-test');
  endpoint = await startCloudWatch('ap-southeast-1:111122223333');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await endpoint.close();
});

describe('createLogs', () => {
  test('finds the one metric filter behind a metric, by its namespace and name', async () => {
    endpoint.metricFilters.put('/aws/lambda/pay', 'ERROR', METRIC);
    endpoint.metricFilters.put('/aws/lambda/shop', 'ERROR', { ...METRIC, namespace: 'Shop' });
    expect(await logs().metricFilter(REGION, METRIC, signal)).toEqual({
      logGroup: '/aws/lambda/pay',
      query: 'fields @timestamp, @message | filter @message like "ERROR" | sort @timestamp desc',
    });
  });

  test('a metric without a filter has none, and one of several groups no single one', async () => {
    expect(await logs().metricFilter(REGION, METRIC, signal)).toBeNull();
    endpoint.metricFilters.put('/aws/lambda/pay', 'ERROR', METRIC);
    endpoint.metricFilters.put('/aws/lambda/shop', 'ERROR', METRIC);
    expect(await logs().metricFilter(REGION, METRIC, signal)).toBeNull();
  });

  test('a filter whose pattern no query equals has its group alone', async () => {
    endpoint.metricFilters.put('/aws/lambda/pay', '[ip, status=5*]', METRIC);
    expect(await logs().metricFilter(REGION, METRIC, signal)).toEqual({ logGroup: '/aws/lambda/pay' });
  });

  test('asks once, and rejects if it is denied', async () => {
    endpoint.faults.keep({ kind: 'ThrottlingException' });
    await expect(logs().metricFilter(REGION, METRIC, signal)).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(endpoint.requests).toHaveLength(1);
  });
});
