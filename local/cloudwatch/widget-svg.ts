import type { Limit, Moment, Widget } from './widget.js';
import { isLatin } from './widget-font.js';
import { type Series, seriesOf } from './widget-series.js';

const COLOURS = {
  light: { ground: '#ffffff', text: '#16191f', grid: '#e9ebed', line: '#1f77b4', band: '#cfd8e3' },
  dark: { ground: '#16191f', text: '#d5dbdb', grid: '#3a4049', line: '#5da9e9', band: '#414d5c' },
} as const;
const MINUTE_MS = 60_000;
const MARGIN = { left: 46, right: 14, top: 34, bottom: 46 } as const;
/** Lines of the grid in each direction. */
const TICKS = 4;

/** The places of values in the picture, pixels. */
interface Scale {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly right: number;
  readonly bottom: number;
}

/** Draws a metric widget about as CloudWatch does: title, axes, line, threshold or band, the moment of the change, legend. */
export function widgetSvg(widget: Widget): string {
  const { width, height, start, end, limit, moment, legend } = widget;
  const colours = COLOURS[widget.isDark ? 'dark' : 'light'];
  const series = seriesOf(widget);
  const highest = Math.max(...series.values, ...(series.band?.upper ?? []), limit?.value ?? 0) * 1.12 || 1;
  const [right, bottom] = [width - MARGIN.right, height - MARGIN.bottom];
  const scale: Scale = {
    x: (at) => MARGIN.left + ((at - start) / (end - start)) * (right - MARGIN.left),
    y: (value) => bottom - (value / highest) * (bottom - MARGIN.top),
    right,
    bottom,
  };
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    text(MARGIN.left, 20, widget.title, colours.text, 'font-size="14" font-weight="bold"'),
    ...grid(scale, highest, widget, colours),
    ...curve(series, scale, colours),
    ...(limit ? limitLine(limit, scale) : []),
    ...(moment ? momentLine(moment, scale) : []),
    ...(legend ? legendLine(legend, height, colours) : []),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`;
  return `${svg} font-size="11">${parts.join('')}</svg>`;
}

type Colours = (typeof COLOURS)[keyof typeof COLOURS];

function grid(
  { x, y, right, bottom }: Scale,
  highest: number,
  { start, end, zone }: Widget,
  { grid: colour, text: ink }: Colours,
): readonly string[] {
  const shares = Array.from({ length: TICKS + 1 }, (_, index) => index / TICKS);
  return shares.flatMap((share) => {
    const [value, at] = [highest * share, start + (end - start) * share];
    return [
      line(MARGIN.left, y(value), right, y(value), colour),
      text(MARGIN.left - 6, y(value) + 4, short(value), ink, 'text-anchor="end"'),
      text(Math.min(x(at), right - 14), bottom + 16, clockAt(at, zone), ink, 'text-anchor="middle"'),
    ];
  });
}

function curve({ times, values, band }: Series, { x, y }: Scale, colours: Colours): readonly string[] {
  const points = (list: readonly number[]): readonly string[] =>
    list.map((value, index) => `${x(times[index] ?? 0).toFixed(1)},${y(value).toFixed(1)}`);
  const expected = band ? [...points(band.lower), ...[...points(band.upper)].reverse()].join(' ') : '';
  return [
    ...(expected === '' ? [] : [`<polygon points="${expected}" fill="${colours.band}" fill-opacity="0.8"/>`]),
    `<polyline points="${points(values).join(' ')}" fill="none" stroke="${colours.line}" stroke-width="2"/>`,
  ];
}

function limitLine({ value, label, colour, fill }: Limit, { y, right, bottom }: Scale): readonly string[] {
  const at = y(value);
  const [top, foot] = fill === 'above' ? [MARGIN.top, at] : [at, bottom];
  const shaded = `<rect x="${MARGIN.left}" y="${top}" width="${right - MARGIN.left}" height="${foot - top}" fill="${colour}" fill-opacity="0.12"/>`;
  return [
    ...(fill === 'none' ? [] : [shaded]),
    line(MARGIN.left, at, right, at, colour),
    text(MARGIN.left + 4, at - 4, label, colour),
  ];
}

function momentLine({ at, label, colour }: Moment, { x, bottom }: Scale): readonly string[] {
  return [
    line(x(at), MARGIN.top, x(at), bottom, colour, 'stroke-dasharray="4 3"'),
    text(x(at) - 4, MARGIN.top + 10, label, colour, 'text-anchor="end"'),
  ];
}

function legendLine(names: readonly string[], height: number, { text: ink, line: colour }: Colours): readonly string[] {
  return [
    `<rect x="${MARGIN.left}" y="${height - 18}" width="10" height="10" fill="${colour}"/>`,
    text(MARGIN.left + 16, height - 9, names.join(' · '), ink),
  ];
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string, more = ''): string {
  const [a, b, c, d] = [x1, y1, x2, y2].map((place) => place.toFixed(1));
  return `<line x1="${a}" y1="${b}" x2="${c}" y2="${d}" stroke="${colour}" ${more}/>`;
}

/** Writes a text. `sans-serif` is the font that has every letter, and takes its time. */
function text(x: number, y: number, written: string, colour: string, more = ''): string {
  const font = isLatin(written) ? '' : 'font-family="sans-serif"';
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${colour}" ${font} ${more}>${escaped(written)}</text>`;
}

function escaped(written: string): string {
  return written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Returns a value as an axis has it: `1.2k`. */
function short(value: number): string {
  return Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** Returns a time of day in the zone of a widget, `+0800`. */
function clockAt(at: number, zone: string): string {
  const minutes = (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5)));
  return new Date(at + minutes * MINUTE_MS).toISOString().slice(11, 16);
}
