import { describe, expect, test } from 'vitest';
import { createWithGraph, withoutPlot } from '../../src/app/with-graph.js';
import type { Plot, Unplotted } from '../../src/domain/graph.js';
import type { Notification } from '../../src/domain/notification.js';
import { recordLog } from '../support/lines.js';
import { writtenNotification } from '../support/queue-item.js';

const ACCOUNT = '111122223333';
const PLOT: Plot = {
  rows: [
    {
      id: '',
      isShown: true,
      metric: { namespace: 'AWS/EC2', name: 'CPUUtilization', dimensions: [], stat: 'Average', periodSeconds: 300 },
    },
  ],
};

function alarm(plot: Plot | Unplotted | undefined, over: object = {}): Notification {
  const origin = { source: 'sns', account: ACCOUNT, region: 'eu-west-1' } as const;
  return { ...writtenNotification('a', { severity: 'critical', origin, ...over }), ...(plot && { plot }) };
}

function made(notification: Notification, ownAccount: string | undefined = ACCOUNT) {
  const log = recordLog(() => 0);
  const result = createWithGraph({ ownAccount: () => ownAccount, timeZone: 'UTC', log })(notification);
  return { result, reasons: log.lines.map((line) => line['reason']) };
}

describe('createWithGraph', () => {
  test('what is measured becomes a graph, and is not queued', () => {
    const { result, reasons } = made(alarm(PLOT));
    expect(result).not.toHaveProperty('plot');
    expect(result.graph?.region).toBe('eu-west-1');
    expect(JSON.parse(result.graph?.widget ?? '')).toMatchObject({ title: 'title of a' });
    expect(reasons).toEqual([]);
  });

  test.each([
    ['it measures nothing', alarm({ none: 'A composite alarm measures nothing itself' }), ACCOUNT],
    ['it is of another account', alarm(PLOT), '444455556666'],
    ['the function does not know its account', alarm(PLOT), ''],
    ['its region is unknown', alarm(PLOT, { origin: { source: 'sns', account: ACCOUNT } }), ACCOUNT],
    [
      'it is in GovCloud',
      alarm(PLOT, { origin: { source: 'sns', account: ACCOUNT, region: 'us-gov-west-1' } }),
      ACCOUNT,
    ],
  ])('the text goes alone if %s, and one line says why', (_, notification, own) => {
    const { result, reasons } = made(notification, own);
    expect([result.graph, 'plot' in result, reasons.length]).toEqual([undefined, false, 1]);
  });

  test.each([
    ['an alarm that is not red', alarm(PLOT, { severity: 'warning' })],
    ['one that nobody wants a graph of', alarm(undefined)],
  ])('%s has none, without a word', (_, notification) => {
    expect(made(notification)).toEqual({ result: withoutPlot(notification), reasons: [] });
  });

  test('the title of an alarm stays a text in its widget, whatever it holds', () => {
    const title = '"}],"annotations":{}\n<b>';
    const { result } = made(alarm(PLOT, { title }));
    expect(JSON.parse(result.graph?.widget ?? '')).toMatchObject({ title, annotations: { vertical: [{}] } });
  });
});
