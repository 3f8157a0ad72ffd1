import { isObject, parseObject, textAt } from '../../src/base/json.js';
import { CloudWatchError } from './watched-alarms.js';
import { fontFor } from './widget-font.js';
import { widgetSvg } from './widget-svg.js';

/**
 * Draws a metric widget. Resolves to the PNG.
 * @param region the region of the request, which the widget may name, and no other.
 * @throws {CloudWatchError} If it is no widget.
 */
export async function drawWidget(written: unknown, region: string): Promise<Buffer> {
  const widget = parseObject(typeof written === 'string' ? written : '');
  const metrics = widget?.['metrics'];
  const isOfRegion = [undefined, region].includes(textAt(widget, 'region'));
  if (!isObject(widget) || !Array.isArray(metrics) || metrics.length === 0 || !isOfRegion)
    throw new CloudWatchError(
      'InvalidParameterValueException',
      'Cannot draw the widget as it must be one of this region with metrics',
    );
  // Loaded on use: what draws has a file for each kind of machine, and only this needs it.
  const { Resvg } = await import('@resvg/resvg-js');
  const font = fontFor(String(written));
  const options = font ? { fontFiles: [font.file], defaultFontFamily: font.family } : {};
  return new Resvg(widgetSvg(widget), { font: { loadSystemFonts: false, ...options } }).render().asPng();
}
