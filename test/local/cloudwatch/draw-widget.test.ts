import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawWidget } from '../../../local/cloudwatch/draw-widget.js';
import { readWidget } from '../../../local/cloudwatch/widget.js';
import { seriesOf } from '../../../local/cloudwatch/widget-series.js';
import { widgetSvg } from '../../../local/cloudwatch/widget-svg.js';

const GOLDENS = new URL('../../golden/widgets/', import.meta.url);
const widgetIn = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`${name}.json`, GOLDENS), 'utf8'));
const read = (widget: Record<string, unknown>) => readWidget(JSON.stringify(widget), String(widget['region']));
const names = readdirSync(GOLDENS).map((file) => file.replace('.json', ''));

describe('drawWidget', () => {
  test('draws a PNG as large as the widget says', async () => {
    const png = await drawWidget(JSON.stringify(widgetIn('metric-math-alarm')), 'ap-southeast-1');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([440, 300]);
  });

  test.each([
    ['no JSON', 'metrics', 'ap-southeast-1'],
    ['no metrics', JSON.stringify({ title: 'empty', metrics: [] }), 'ap-southeast-1'],
    ['no start', JSON.stringify({ ...widgetIn('metric-alarm'), start: undefined }), 'ap-southeast-1'],
    ['a relative start', JSON.stringify({ ...widgetIn('metric-alarm'), start: '-PT3H' }), 'ap-southeast-1'],
    [
      'an end before its start',
      JSON.stringify({ ...widgetIn('metric-alarm'), end: '2020-01-01T00:00:00Z' }),
      'ap-southeast-1',
    ],
    ['another region', JSON.stringify(widgetIn('metric-alarm')), 'us-east-1'],
  ])('refuses %s', async (_, widget, region) => {
    await expect(drawWidget(widget, region)).rejects.toMatchObject({ type: 'InvalidParameterValueException' });
  });
});

describe('widgetSvg', () => {
  test.each(names)('%s: title, line, moment and times of the zone are in the picture', (name) => {
    const svg = widgetSvg(read(widgetIn(name)));
    expect(svg).toContain(`>${String(widgetIn(name)['title'])}</text>`);
    expect(svg).toContain('<polyline ');
    expect(svg).toContain('>ALARM</text>');
    expect(svg.includes('<polygon ')).toBe(name === 'anomaly-alarm');
  });

  test('times are local: a quarter of an hour of the widget lies where its zone has it', () => {
    const widget = widgetIn('metric-alarm');
    expect(widgetSvg(read(widget))).toContain('>19:03</text>');
    expect(widgetSvg(read({ ...widget, timezone: '-0500' }))).toContain('>06:03</text>');
  });

  test('only what is no Latin text takes the large font', () => {
    const svg = widgetSvg(read({ ...widgetIn('metric-alarm'), title: '订单 CPU' }));
    expect(svg.match(/<text [^>]*font-family="sans-serif"[^>]*>[^<]*/g)?.map((text) => text.split('>')[1])).toEqual([
      '订单 CPU',
    ]);
  });

  test('without a line or a moment there is neither', () => {
    const svg = widgetSvg(read({ ...widgetIn('metric-alarm'), annotations: {} }));
    expect(svg).not.toMatch(/NaN|ALARM/);
    expect(svg).toContain('<polyline ');
  });

  test('what people wrote is text, not markup', () => {
    const widget = { ...widgetIn('metric-alarm'), title: 'a <b> & "c"' };
    expect(widgetSvg(read(widget))).toContain('a &lt;b&gt; &amp; "c"');
  });
});

describe('seriesOf', () => {
  test('the metric is usual, and beyond its threshold when it changes', () => {
    const widget = read(widgetIn('metric-alarm'));
    const { values, times } = seriesOf(widget);
    const [threshold = 0, changedAt = 0] = [widget.limit?.value, widget.moment?.at];
    expect(values[0]).toBeLessThan(threshold);
    expect(values.at(-1)).toBeGreaterThan(threshold);
    expect(times.at(-1)).toBeLessThanOrEqual(changedAt);
  });

  test('of an alarm on too little, it is below', () => {
    const widget = widgetIn('metric-alarm');
    const horizontal = [{ value: 10, fill: 'below' }];
    const { values } = seriesOf(read({ ...widget, annotations: { ...Object(widget['annotations']), horizontal } }));
    expect(values[0]).toBeGreaterThan(10);
    expect(values.at(-1)).toBeLessThan(10);
  });
});
