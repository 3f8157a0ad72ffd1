import type { Field } from '../domain/content.js';
import { formatDuration } from './format.js';
import type { MessageWords } from './message-words.js';

/** Times in 24 hours from which on an alarm's recovery counts them. */
const MIN_TIMES = 3;

/** Seconds say nothing about an alarm that lasted minutes. */
const MINUTE_MS = 60_000;

/** The facts about an alarm that is over. */
export interface AlarmDuration {
  /** Time in ALARM, milliseconds. */
  readonly ms: number;
  /** Its changes to ALARM in the 24 hours before its end. */
  readonly times?: number;
}

/** Returns how long an alarm lasted, as a line of its own and as a row of many says it. */
export function durationTexts({ ms, times = 0 }: AlarmDuration, words: MessageWords): { field: Field; brief: string } {
  const unit = ms < MINUTE_MS ? 1000 : MINUTE_MS;
  const duration = formatDuration(Math.max(1, Math.round(ms / unit)) * unit, words);
  const count = times < MIN_TIMES ? [] : [words.lasted.timesInDay(times)];
  return {
    field: { label: words.lasted.label, value: [duration, ...count].join(words.comma) },
    brief: words.lasted.brief(duration),
  };
}
