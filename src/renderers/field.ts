import type { Field } from '../notification.js';

/** A line `label：value`, or nothing where the value is unknown. */
export function field(label: string, value: string | number | undefined): Field | undefined {
  const text = typeof value === 'number' ? String(value) : value?.trim();
  return text ? { label, value: text } : undefined;
}
