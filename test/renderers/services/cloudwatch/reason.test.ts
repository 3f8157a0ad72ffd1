import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReason, type Reason } from '../../../../src/renderers/services/cloudwatch/reason.js';

const CASES: readonly (readonly [reason: string, parsed: Reason | undefined])[] = [
  [
    'Threshold Crossed: 1 datapoint [1.0 (12/02/19 15:44:00)] was not less than the threshold (1.0).',
    { values: [1], comparison: '<', threshold: 1, datapoints: { count: 1, of: 1 } },
  ],
  [
    'Threshold Crossed: 1 datapoint (10.0) was greater than or equal to the threshold (1.0).',
    { values: [10], comparison: '≥', threshold: 1, datapoints: { count: 1, of: 1 } },
  ],
  [
    'Threshold Crossed: 1 out of the last 1 datapoints [0.25 (22/11/26 12:00:00)] was less than or equal to the threshold (0.5) (minimum 1 datapoint for OK -> ALARM transition).',
    { values: [0.25], comparison: '≤', threshold: 0.5, datapoints: { count: 1, of: 1 } },
  ],
  [
    'Threshold Crossed: 3 out of the last 5 datapoints [42.0 (22/11/26 12:02:00), 27.0 (22/11/26 12:01:00), 13.0 (22/11/26 12:00:00)] were greater than the threshold (10.0) (minimum 3 datapoints for OK -> ALARM transition).',
    { values: [42, 27, 13], comparison: '>', threshold: 10, datapoints: { count: 3, of: 5 } },
  ],
  [
    'Threshold Crossed: 5 datapoints were greater than the threshold (10.0). The most recent datapoints which crossed the threshold: [27.5 (08/08/26 20:09:00), 26.5 (08/08/26 20:08:00)].',
    { values: [27.5, 26.5], comparison: '>', threshold: 10, datapoints: { count: 5, of: 5 } },
  ],
  [
    'Threshold Crossed: 1 datapoint was less than the threshold (1.0). The most recent datapoint which crossed the threshold: [-1.5E-4 (01/12/25 13:34:00)].',
    { values: [-0.00015], comparison: '<', threshold: 1, datapoints: { count: 1, of: 1 } },
  ],
  [
    'Threshold Crossed: 1 datapoint [9.663676416E9 (22/11/26 18:00:00)] was less than the threshold (1.073741824E10).',
    { values: [9663676416], comparison: '<', threshold: 10737418240, datapoints: { count: 1, of: 1 } },
  ],
  [
    'Threshold Crossed: 3 out of the last 5 query results [142.0 (10/06/26 12:15:00), 135.0 (10/06/26 12:10:00), 120.0 (10/06/26 12:05:00)] were greater than the threshold (100.0) (minimum 3 datapoints for OK -> ALARM transition).',
    { values: [142, 135, 120], comparison: '>', threshold: 100, datapoints: { count: 3, of: 5 } },
  ],
  [
    'Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].',
    { values: [], missing: { count: 3, periods: 3, treatedAs: 'breaching' } },
  ],
  [
    'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
    { values: [], missing: { count: 1, periods: 1, treatedAs: 'nonBreaching' } },
  ],
  [
    'Threshold Crossed: no datapoints were received for 2 periods.',
    { values: [], missing: { count: 2, periods: 2, treatedAs: 'other' } },
  ],
  [
    'Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].',
    { values: [], missing: { count: 2, periods: 3, treatedAs: 'breaching' } },
  ],
  [
    'Threshold Crossed: 2 out of the last 5 datapoints [0.0 (22/11/26 06:00:00), 0.0 (22/11/26 00:00:00)] were less than the threshold (1.0) and 3 missing datapoints were treated as [Breaching] (minimum 5 datapoints for OK -> ALARM transition).',
    {
      values: [0, 0],
      comparison: '<',
      threshold: 1,
      datapoints: { count: 2, of: 5 },
      missing: { count: 3, treatedAs: 'breaching' },
    },
  ],
  [
    'Thresholds Crossed: 2 out of the last 2 datapoints [28.24 (22/11/26 00:57:00), 27.03 (22/11/26 00:52:00)] were less than the lower thresholds [31.72, 31.31] or greater than the upper thresholds [33.09, 32.68] (minimum 2 datapoints for OK -> ALARM transition).',
    { values: [28.24, 27.03], lower: 31.72, upper: 33.09, datapoints: { count: 2, of: 2 } },
  ],
  [
    'Thresholds Crossed: 7 out of the last 10 datapoints were less than the lower thresholds or greater than the upper thresholds. Recent datapoints [2246.0 (11/10/26 09:45:00), 2442.0 (11/10/26 09:40:00)] crossed the lower thresholds [153.1, 13.9] or upper thresholds [1800.5, 1790.2].',
    { values: [2246, 2442], lower: 153.1, upper: 1800.5, datapoints: { count: 7, of: 10 } },
  ],
  [
    'Thresholds Crossed: 1 out of the last 3 datapoints [40.6 (08/09/26 15:36:00)] was not greater than the upper thresholds [44.47] (minimum 1 datapoint for ALARM -> OK transition).',
    { values: [40.6], upper: 44.47, datapoints: { count: 1, of: 3 } },
  ],
  ['Insufficient Data: 1 datapoint was unknown.', { values: [], unknown: 1 }],
  ['Insufficient Data: 3 datapoints were unknown.', { values: [], unknown: 3 }],
  ['5 out of 10 contributors evaluated to ALARM', { values: [], contributors: { count: 5, of: 10 } }],
  ['Unchecked: Initial alarm creation', undefined],
  ['Threshold Crossed', undefined],
  ['testing the on-call rota, 1 out of 3', undefined],
  ['', undefined],
];

describe('parseReason', () => {
  test.each(CASES)('%s', (reason, parsed) => {
    expect(parseReason(reason)).toEqual(parsed);
  });

  test('any numbers in the common sentence are read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (values, threshold) => {
          const listed = values.map((value) => `${javaDouble(value)} (22/11/26 12:00:00)`).join(', ');
          const reason = `Threshold Crossed: ${values.length} datapoints [${listed}] were greater than the threshold (${threshold}.0).`;
          const parsed = parseReason(reason);
          expect(parsed?.threshold).toBe(threshold === 0 ? 0 : threshold);
          expect(parsed?.values.map((value) => value + 0)).toEqual(values.map((value) => value + 0));
        },
      ),
    );
  });

  test('a hostile text takes time that grows with its length: with its square, it would exceed the time limit', () => {
    parseReason(`Threshold Crossed: ${'1.0 ('.repeat(300_000)}${'lower thresholds ['.repeat(80_000)}`);
  });
});

/** As CloudWatch writes numbers: `1.0E-4`. */
function javaDouble(value: number): string {
  return String(value).replace('e+', 'E').replace('e', 'E');
}
