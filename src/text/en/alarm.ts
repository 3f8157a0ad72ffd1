import type { alarm as zhCN } from '../zh-CN/alarm.js';

/** Words of CloudWatch's alarms. */
export const alarm: typeof zhCN = {
  condition: (what, comparison, threshold) => `${what} ${comparison} ${threshold}`,
  outsideBand: (what, lower, upper) => `${what} outside the expected ${lower} to ${upper}`,
  aboveBand: (what, upper) => `${what} above the expected ${upper}`,
  belowBand: (what, lower) => `${what} below the expected ${lower}`,
  anomaly: (what) => `${what} outside the expected range`,
  consecutive: (n) => `${n} datapoints in a row`,
  outOf: (count, of) => `${count} of the last ${of} datapoints`,
  earlier: (values) => `before: ${values}`,
  contributors: (count, of) => `${count} of ${of} time series in alarm`,
  noData: (periods) => `no data for ${periods} ${periods === 1 ? 'period' : 'periods'}`,
  missing: (count) => `${count} ${count === 1 ? 'datapoint' : 'datapoints'} missing`,
  treatedAs: {
    breaching: 'missing counts as breaching',
    nonBreaching: 'missing counts as fine',
  },
  change: (before, after) => `${before} → ${after}`,
  statistic: {
    average: 'average',
    maximum: 'maximum',
    minimum: 'minimum',
    samplecount: 'sample count',
    sum: 'sum',
  },
};
