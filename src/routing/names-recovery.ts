import type { Draft } from '../domain/notification.js';
import type { Rule } from './rule.js';

/** Returns true for a rule that is about recoveries: it names them, or the state that this one is in. */
export function namesRecovery({ match: { severity, state } }: Rule, { origin }: Draft): boolean {
  if (severity?.includes('recovery')) return true;
  return state?.some((one) => one.toLowerCase() === origin.state?.toLowerCase()) ?? false;
}
