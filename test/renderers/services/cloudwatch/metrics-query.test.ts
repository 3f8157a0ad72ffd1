import { describe, expect, it } from 'vitest';
import { readMetricsQuery } from '../../../../src/renderers/services/cloudwatch/metrics-query.js';

describe('readMetricsQuery', () => {
  it.each([
    ['SELECT AVG(CPUUtilization) FROM SCHEMA("AWS/EC2", InstanceId)', 'AVG', 'CPUUtilization', 'AWS/EC2'],
    ['SELECT max( "my metric" ) FROM "My App" WHERE a = 1', 'max', 'my metric', 'My App'],
    ['select SUM(Orders) from Shop GROUP BY Region', 'SUM', 'Orders', 'Shop'],
    ['SELECT COUNT(Hits) FROM SCHEMA(Shop/Web)', 'COUNT', 'Hits', 'Shop/Web'],
  ])('readMetricsQuery: %s', (expression, aggregate, name, namespace) => {
    expect(readMetricsQuery(expression)).toEqual({ aggregate, name, namespace });
  });

  it.each(['m1/m2*100', 'SELECT', 'SELECT AVG(a)', 'SELECT AVG(a FROM b', '', 'METRICS()'])(
    'readMetricsQuery: %j is no query',
    (expression) => {
      expect(readMetricsQuery(expression)).toBeUndefined();
    },
  );
});
