import type { Words } from '../../text/words.js';
import { type Grade, SEVERITY_OF_GRADE } from '../../verdict/scale.js';
import type { EventState } from './event-state.js';

/** A finding that is open: as bad as its grade. One without a grade is a warning until somebody looks. */
export function openFinding(grade: Grade | undefined, words: Words): EventState {
  if (grade === undefined) return { severity: 'warning', status: words.status.warning };
  return { severity: SEVERITY_OF_GRADE[grade], status: words.security.grade[grade] };
}

/** Returns the state of a finding that no longer needs attention. */
export function closedFinding(how: 'archived' | 'resolved' | 'suppressed', words: Words): EventState {
  return { severity: how === 'resolved' ? 'recovery' : 'info', status: words.status[how] };
}
