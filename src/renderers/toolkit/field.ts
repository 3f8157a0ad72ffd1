import type { Field } from '../../domain/content.js';
import { formatTime } from '../../text/format.js';
import { oneLine } from '../../text/one-line.js';

/** Returns a line `label：value`, or nothing if the value is unknown. Line breaks become spaces. */
export function field(label: string, value: string | number | undefined): Field | undefined {
  const text = value === undefined ? '' : oneLine(String(value));
  return text ? { label, value: text } : undefined;
}

/** Returns a line with the local time of anything AWS writes as a time, or nothing if it is not a time. */
export function timeField(label: string, value: unknown, timeZone: string): Field | undefined {
  return field(label, formatTime(value, timeZone));
}
