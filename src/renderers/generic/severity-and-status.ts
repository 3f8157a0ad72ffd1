import type { Severity } from '../../domain/notification.js';
import type { Words } from '../../text/words.js';
import { stateOfText } from '../toolkit/event-state.js';

/** The severity and status of an event, as far as its words tell. */
export interface Standing {
  readonly severity: Severity;
  readonly status: string;
  /** The state that the status already says. */
  readonly said: string | undefined;
}

/** The words that services and monitoring systems use for severity. */
const SEVERITIES: readonly (readonly [word: RegExp, severity: Severity])[] = [
  [/^(crit|emerg|fatal|disaster|p0|sev-?[01]$)/i, 'critical'],
  [/^(high|err|major|severe|alert|p1|sev-?2$)/i, 'error'],
  [/^(med|warn|moderate|average|p2|sev-?3$)/i, 'warning'],
  [/^(low|info|minor|notice|debug|p[345]|sev-?[45]$)/i, 'info'],
];

/** Detail-types end in these whatever happened: `EC2 Instance State-change Notification` is no update. */
const KIND_OF_MESSAGE = /\b((state|status)[- ]?change|change|update|notification|event)s?\b/gi;

/** Guesses from words: the state first, then AWS's severity, then what the event calls itself. */
export function severityAndStatusOf(
  told: {
    readonly state: string | undefined;
    readonly severity: string | undefined;
    readonly types: readonly string[];
  },
  words: Words,
): Standing {
  const state = stateOfText(told.state ?? '', words);
  const type = stateOfText(told.types.join(' ').replace(KIND_OF_MESSAGE, ' '), words);
  const graded = SEVERITIES.find(([word]) => word.test(told.severity ?? ''))?.[1];
  const guessed = state ?? type;
  const severity = state?.severity === 'recovery' ? state.severity : (graded ?? guessed?.severity ?? 'info');
  // `ACTIVE` is how a finding of high severity is kept, not what is wrong.
  const outranked = guessed?.severity === 'info' && severity !== 'info';
  const status = guessed && !outranked ? guessed.status : graded ? words.severity[graded] : words.status.notice;
  return { severity, status, said: state && told.state };
}
