import { holdTime } from '../time/hold-time.js';
import { readWidget } from './widget.js';
import { fontsFor } from './widget-font.js';
import { widgetSvg } from './widget-svg.js';

/**
 * Draws a metric widget. Resolves to the PNG.
 * @param region the region of the request, which the widget may name, and no other.
 * @throws {CloudWatchError} If it is no widget.
 */
export async function drawWidget(written: unknown, region: string): Promise<Buffer> {
  const svg = widgetSvg(readWidget(written, region));
  // Neither the import nor the thread that draws is seen by a clock that jumps.
  const release = holdTime();
  try {
    // Loaded on use: what draws has a file for each kind of machine, and only this needs it.
    const { renderAsync } = await import('@resvg/resvg-js');
    const { files, latin, chinese } = fontsFor(svg);
    const font = { loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: latin, sansSerifFamily: chinese };
    // In a thread of its own: this process stands in for other services too, which answer meanwhile.
    return (await renderAsync(svg, { font })).asPng();
  } finally {
    release();
  }
}
