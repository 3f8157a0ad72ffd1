import { formatDuration } from '../../text/format.js';
import type { MessageWords } from '../../text/message-words.js';

const DAY_S = 86_400;
/** Seconds of each unit, as programs shorten it. A month of Zabbix has 30 days, a year 365. */
const UNIT_S: Readonly<Record<string, number>> = {
  ...{ y: 365 * DAY_S, M: 30 * DAY_S, w: 7 * DAY_S, d: DAY_S },
  ...{ h: 3600, m: 60, s: 1 },
};

/** Returns a duration that a program wrote, `1d 2h 7m 51s` or `2h7m`, in words; `undefined` for anything else. */
export function spokenDuration(written: string | undefined, words: MessageWords): string | undefined {
  if (written === undefined || !/^(?:\d{1,9}[yMwdhms] ?)+$/.test(written)) return undefined;
  const parts = [...written.matchAll(/(\d{1,9})([yMwdhms])/g)];
  const seconds = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNIT_S[unit] ?? 0), 0);
  return seconds > 0 ? formatDuration(seconds * 1000, words) : undefined;
}
