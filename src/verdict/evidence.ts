import { type Severity, severityRank } from '../domain/severity.js';
import type { Reading } from './words/read-text.js';

/** The kind of evidence, the strongest first. */
export type Weight = 'result' | 'state' | 'signal' | 'event' | 'title' | 'severity' | 'grade' | 'prose';

/** Something in an event that tells good from bad. */
export interface Sign extends Reading {
  readonly weight: Weight;
  /** The key, and the value as text. Empty for the event's own name. */
  readonly key: string;
  readonly text: string;
  readonly depth: number;
}

/** All that tells good from bad in a value. */
export interface Evidence {
  readonly signs: Sign[];
  /** The evidence of each element of its lists. */
  readonly elements: Evidence[];
  /** True if it is about an alert, whose end is good news. */
  alert: boolean;
  /** True if it comes from a guard: what it blocked is no failure. */
  guard: boolean;
  /** True if it says that it is only a drill or a test. */
  drill: boolean;
}

/** Returns the evidence of nothing yet. */
export function noEvidence(): Evidence {
  return { signs: [], elements: [], alert: false, guard: false, drill: false };
}

/** Adds a sign, unless its text means nothing. */
export function addSign(
  evidence: Evidence,
  weight: Weight,
  key: string,
  text: string,
  depth: number,
  reading: Reading | undefined,
): void {
  if (reading !== undefined) evidence.signs.push({ ...reading, weight, key, text, depth });
}

/** Returns the more severe of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return severityRank(a) <= severityRank(b) ? a : b;
}
