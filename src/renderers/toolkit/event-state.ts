import type { Severity } from '../../domain/notification.js';
import type { Status, Words } from '../../text/words.js';

/** The outcome of an event, as far as one word tells. */
export interface EventState {
  readonly severity: Severity;
  readonly status: string;
}

/** Word stems in AWS's states, the worst first: `UPDATE_ROLLBACK_COMPLETE` went wrong although it completed. */
const OUTCOMES: readonly (readonly [stems: RegExp, severity: Severity, status: Status])[] = [
  // The whole text: what an alarm's state is called, not what its name holds.
  [/^(alarm|alert(ing)?|firing|problem|triggered)$/, 'error', 'alarm'],
  [/time[d\s_-]*out/, 'error', 'timedOut'],
  [
    /fail(?![\s_-]?over)|(?<!de)fault|error|roll(ed|ing)?[\s_-]*back|unhealthy|breach|unsuccessful|crash|(?<![a-z]|scal\w{1,3}[\s_-]|shut[\s_-])down(?![a-z])/,
    'error',
    'failed',
  ],
  [/denied|(un|de)authori|forbidden|reject|refus/, 'error', 'denied'],
  [
    /non[\s_-]*compliant|degrad|impair|stall|warn|expir|throttl|abort|interrupt|suspend|revok|exceed/,
    'warning',
    'warning',
  ],
  [/(?<![a-z])(creat|delet|modify|provision|stopp|terminat|updat)ing\b/, 'info', 'running'],
  [/cancel|supersed/, 'info', 'cancelled'],
  [/delet(ed|ion)|remov|terminat/, 'info', 'deleted'],
  [/stop|deactivat|inactiv|disabl/, 'warning', 'stopped'],
  [/succe|(?<!in)complet|resolv|recover|finish|passed|healthy/, 'recovery', 'succeeded'],
  [/in[\s_-]*progress|running|ongoing|active/, 'info', 'running'],
  [/start|launch|initiat|submitt|pending|queued/, 'info', 'started'],
  [/creat/, 'info', 'created'],
  [/updat|modif|chang/, 'info', 'updated'],
];

/** Reads a state or a sentence (`FAILED`, `Instance Launch Unsuccessful`); `undefined` if no word tells. */
export function stateOfText(text: string, words: Words): EventState | undefined {
  const lower = text.slice(0, 500).toLowerCase();
  const found = OUTCOMES.find(([stems]) => stems.test(lower));
  return found && { severity: found[1], status: words.status[found[2]] };
}
