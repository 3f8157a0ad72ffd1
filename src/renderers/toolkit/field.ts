import type { Field } from '../../domain/notification.js';
import { formatTime } from '../../text/format.js';
import { oneLine } from '../../text/one-line.js';

/** A line `label：value`, or nothing where the value is unknown. Line breaks become blanks. */
export function field(label: string, value: string | number | undefined): Field | undefined {
  const text = value === undefined ? '' : oneLine(String(value));
  return text ? { label, value: text } : undefined;
}

/** A line with the local time of anything AWS writes as one, or nothing where it is no time. */
export function timeField(label: string, value: unknown, timeZone: string): Field | undefined {
  return field(label, formatTime(value, timeZone));
}
