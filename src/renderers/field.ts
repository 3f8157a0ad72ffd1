import type { Field } from '../notification.js';

/** White space of any kind and length as one blank, none at the ends: what stands on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A line `label：value`, or nothing where the value is unknown. Line breaks become blanks. */
export function field(label: string, value: string | number | undefined): Field | undefined {
  const text = value === undefined ? '' : oneLine(String(value));
  return text ? { label, value: text } : undefined;
}
