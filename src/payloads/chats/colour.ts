import { SEVERITIES, type Severity } from '../../domain/severity.js';

/** The severities that chat tools say by a colour's name: Slack's and those of Feishu's cards. */
const NAMES: Readonly<Record<string, Severity>> = {
  danger: 'error',
  red: 'error',
  carmine: 'error',
  warning: 'warning',
  orange: 'warning',
  yellow: 'warning',
  good: 'recovery',
  green: 'recovery',
};

/** A hue's range in degrees, from the first to before the second. */
const HUES: readonly (readonly [from: number, to: number, severity: Severity])[] = [
  [0, 20, 'error'],
  [20, 65, 'warning'],
  [65, 170, 'recovery'],
  [340, 361, 'error'],
];
/** Less than this is grey, and says nothing. */
const MIN_SATURATION = 0.25;

/** Returns the severity that a colour says, by name or as `#d63232`. Blue, grey and no colour say nothing: `info`. */
export function severityOfColour(colour: string | undefined): Severity {
  const name = colour?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(NAMES, name)) return NAMES[name] ?? 'info';
  const hue = hueOf(name);
  return HUES.find(([from, to]) => hue !== undefined && hue >= from && hue < to)?.[2] ?? 'info';
}

/** Returns the most severe; `info` if there is none. Good news counts only if there is nothing else. */
export function worstColour(severities: readonly Severity[]): Severity {
  return SEVERITIES.find((severity) => severities.includes(severity)) ?? 'info';
}

/** Returns the hue of `#d63232` or `d63232` in degrees, or `undefined` for grey and for anything else. */
function hueOf(colour: string): number | undefined {
  const [, digits] = /^#?([0-9a-f]{6})$/.exec(colour) ?? [];
  if (digits === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  if (most === 0 || (most - least) / most < MIN_SATURATION) return undefined;
  const sixth =
    {
      [blue]: 4 + (red - green) / (most - least),
      [green]: 2 + (blue - red) / (most - least),
      [red]: (green - blue) / (most - least),
    }[most] ?? 0;
  return (sixth * 60 + 360) % 360;
}
