import { readWidget } from './widget.js';
import { fontFor } from './widget-font.js';
import { widgetSvg } from './widget-svg.js';

/**
 * Draws a metric widget. Resolves to the PNG.
 * @param region the region of the request, which the widget may name, and no other.
 * @throws {CloudWatchError} If it is no widget.
 */
export async function drawWidget(written: unknown, region: string): Promise<Buffer> {
  const svg = widgetSvg(readWidget(written, region));
  // Loaded on use: what draws has a file for each kind of machine, and only this needs it.
  const { Resvg } = await import('@resvg/resvg-js');
  const font = fontFor(svg);
  const options = font ? { fontFiles: [font.file], defaultFontFamily: font.family } : {};
  return new Resvg(svg, { font: { loadSystemFonts: false, ...options } }).render().asPng();
}
