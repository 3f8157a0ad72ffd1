import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Plot, PlotRow } from '../../src/domain/graph.js';
import type { Draft } from '../../src/domain/notification.js';
import { type Graphed, graphOf, MAX_WIDGET_BYTES } from '../../src/watch/graph.js';
import { contentsOf } from '../support/render-sample.js';
import { widgetFaults } from './widget-faults.js';

const ROADS = ['cloudwatch-sns', 'cloudwatch-eventbridge', 'cloudwatch-action'] as const;

const sampleText = (road: string, name: string): string =>
  readFileSync(new URL(`../../events/${road}/${name}.json`, import.meta.url), 'utf8');

async function draftOf(road: string, name: string, change = (text: string) => text): Promise<Draft> {
  const [content] = await contentsOf(JSON.parse(change(sampleText(road, name))));
  if (content === undefined || 'skipped' in content) throw new Error(`Cannot read ${road}/${name} as shown`);
  return content;
}

/** A draft's widget, or the reason why it has none. */
function widgetOf({ plot, title, occurredAt, origin }: Draft, timeZone = 'Asia/Shanghai'): unknown {
  if (plot === undefined || 'none' in plot) return plot?.none;
  const graph = graphOf(plot, { title, region: origin.region ?? '', changedAt: occurredAt, timeZone });
  return 'none' in graph ? graph.none : JSON.parse(graph.widget);
}

const golden = (name: string): string => `../golden/widgets/${name}.json`;
const inFile = (widget: unknown): string => `${JSON.stringify(widget, null, 2)}\n`;
/** An alarm of another region, by a topic there. */
const abroad = (text: string): string => text.replaceAll('ap-southeast-1', 'us-east-1');

describe('graphOf', () => {
  describe.each(ROADS)('%s', (road) => {
    test.each(['metric-alarm', 'metric-math-alarm', 'anomaly-alarm'])(
      '%s: the widget is the same by each road, and as AWS describes it',
      async (name) => {
        const widget = widgetOf(await draftOf(road, name));
        expect(widgetFaults(widget)).toEqual([]);
        await expect(inFile(widget)).toMatchFileSnapshot(golden(name));
      },
    );

    test('metric-alarm of another region: its CloudWatch draws it, in local time', async () => {
      const widget = widgetOf(await draftOf(road, 'metric-alarm', abroad), 'America/New_York');
      expect(widgetFaults(widget)).toEqual([]);
      await expect(inFile(widget)).toMatchFileSnapshot(golden('metric-alarm-cross-region'));
    });

    test('metric-no-data: where the reason names no threshold, the event has it', async () => {
      const widget = widgetOf(await draftOf(road, 'metric-no-data'));
      expect(widgetFaults(widget)).toEqual([]);
      expect(widget).toHaveProperty('annotations.horizontal.0.value', expect.any(Number));
    });

    test.each([
      ['composite-alarm', 'A composite alarm measures nothing itself'],
      ['log-alarm', 'It is an alarm on a query, which a metric widget does not draw'],
      ['contributor-alarm', 'It watches many time series'],
      ['log-contributor-alarm', 'It is an alarm on a query, which a metric widget does not draw'],
      ['contributors-summary', 'It watches many time series'],
    ])('%s has no graph', async (name, reason) => {
      expect(widgetOf(await draftOf(road, name))).toBe(reason);
    });

    test.each(['metric-ok', 'metric-insufficient-data'])('%s: nobody expects a graph', async (name) => {
      expect((await draftOf(road, name)).plot).toBeUndefined();
    });
  });

  test.each(['cloudwatch-sns', 'cloudwatch-action'])('promql-alarm by %s has no graph', async (road) => {
    expect(widgetOf(await draftOf(road, 'promql-alarm'))).toBe(
      'It is an alarm on a query, which a metric widget does not draw',
    );
  });

  test('an alarm on a metric of another account has no graph', async () => {
    const foreign = (text: string): string =>
      text.replace('\\"Id\\":\\"errors\\"', '\\"AccountId\\":\\"444455556666\\",\\"Id\\":\\"errors\\"');
    expect(widgetOf(await draftOf('cloudwatch-sns', 'metric-math-alarm', foreign))).toBe('It measures another account');
  });

  const row = (over: Partial<PlotRow> = {}): PlotRow => ({
    id: 'm1',
    isShown: true,
    metric: { namespace: 'AWS/EC2', name: 'CPUUtilization', dimensions: [], stat: 'Average', periodSeconds: 60 },
    ...over,
  });
  const AT: Graphed = {
    title: '订单库 CPU',
    region: 'eu-central-1',
    changedAt: Date.UTC(2026, 6, 1, 12),
    timeZone: 'Europe/Berlin',
  };
  const draw = (plot: Plot, over: Partial<Graphed> = {}): Record<string, unknown> => {
    const graph = graphOf(plot, { ...AT, ...over });
    if ('none' in graph) throw new Error(`Cannot draw as ${graph.none}`);
    return JSON.parse(graph.widget);
  };

  test.each([
    [Date.UTC(2026, 6, 1), 'Europe/Berlin', '+0200'],
    [Date.UTC(2026, 11, 1), 'Europe/Berlin', '+0100'],
    [Date.UTC(2026, 6, 1), 'America/St_Johns', '-0230'],
    [Date.UTC(2026, 6, 1), 'Asia/Kathmandu', '+0545'],
    [Date.UTC(2026, 6, 1), 'UTC', '+0000'],
  ])('at %d in %s the zone is %s', (changedAt, timeZone, zone) => {
    expect(draw({ rows: [row()] }, { changedAt, timeZone })['timezone']).toBe(zone);
  });

  test.each([
    [10, '2026-07-01T11:00:00Z', '2026-07-01T12:05:00Z'],
    [300, '2026-07-01T09:00:00Z', '2026-07-01T12:15:00Z'],
    [86_400, '2026-05-26T12:00:00Z', '2026-07-04T12:00:00Z'],
  ])(
    'a period of %d s: 36 periods before the change, an hour at least, and some after it',
    (periodSeconds, start, end) => {
      const metric = { namespace: 'A', name: 'B', dimensions: [], stat: 'Sum', periodSeconds };
      const widget = draw({ rows: [row({ metric })] });
      expect([widget['start'], widget['end'], widgetFaults(widget)]).toEqual([start, end, []]);
    },
  );

  test.each([
    ['>', 'above'],
    ['≤', 'below'],
    [undefined, 'none'],
  ])('a threshold that is crossed by %s is shaded %s', (comparison, fill) => {
    const limit = { value: 80, ...(comparison && { comparison }) };
    expect(draw({ rows: [row()], limit })['annotations']).toMatchObject({ horizontal: [{ value: 80, fill }] });
  });

  test('a long title is cut between characters', () => {
    const title = draw({ rows: [row()] }, { title: `${'a'.repeat(59)}😀 and more` })['title'];
    expect(title).toBe(`${'a'.repeat(59)}…`);
  });

  test('in GovCloud, and of a widget too large for a queue message, there is none', () => {
    expect(graphOf({ rows: [row()] }, { ...AT, region: 'us-gov-west-1' })).toEqual({
      none: 'CloudWatch draws no graphs in GovCloud',
    });
    const long = { rows: [row({ label: 'x'.repeat(MAX_WIDGET_BYTES) })] };
    expect(graphOf(long, AT)).toEqual({ none: expect.stringMatching(/^Its widget would take \d+ bytes$/) });
  });
});

describe('widgetFaults', () => {
  test.each([
    [{}, 'widget.metrics is missing'],
    [{ metrics: [] }, '1 to 100 metrics'],
    [{ metrics: [['AWS/EC2', 'CPU', 'InstanceId']] }, 'pairs of dimensions'],
    [{ metrics: [['AWS/EC2', 'CPU', { stat: 'AVERAGE' }]] }, 'a statistic'],
    [{ metrics: [[{ expression: 'm1', period: 60 }]] }, "no key of AWS's page"],
    [{ metrics: [['A', 'B', { id: '3b2c' }]] }, 'an id'],
    [{ metrics: [['A', 'B']], timezone: 'Asia/Shanghai' }, '+ or - and four digits'],
    [{ metrics: [['A', 'B']], period: 61 }, 'a multiple of 60'],
    [{ metrics: [['A', 'B']], annotations: { vertical: [{ value: '-PT1H' }] } }, 'an absolute time'],
    [
      {
        metrics: [
          ['A', 'B', { id: 'm1' }],
          ['A', 'C', { id: 'm1' }],
        ],
      },
      'not unique',
    ],
  ])('%j is refused', (widget, fault) => {
    expect(widgetFaults(widget).join()).toContain(fault);
  });
});
