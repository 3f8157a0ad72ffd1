import type { Words } from '../../text/words.js';
import type { EventState } from './event-state.js';
import { classify, stateFor, type Verdict } from './verdict.js';

/** Longest text examined: an event's meaning is in its first sentences. */
const MAX_CHARACTERS = 1000;

/**
 * The meanings of the sentences of databases, caches and migrations, worst first. Only these words tell: SNS leaves out the event's
 * category, and a category does not say whether a failover began or ended. `failover` contains `fail` without being a failure.
 */
const SENTENCES: readonly (readonly [pattern: RegExp, verdict: Verdict])[] = [
  [/full load only finished/, ['recovery', 'succeeded']],
  [
    /storage\b.{0,60}\b(low|exhausted|full|maximum)\b|\b(low|maximum( allowed)?|running out of) storage/,
    ['error', 'lowStorage'],
  ],
  [
    /\bfail(ed|ure|s|ing)?\b(?! over)|\berrors?\b|unable to|could(n't| not)|can(not|'t)|incompatible|corrupt/,
    ['error', 'failed'],
  ],
  [/fail ?over/, ['warning', 'failover']],
  [/replication (has |was )?(been )?(stopp|terminat)/, ['error', 'stopped']],
  [/fallen behind|replica lag/, ['warning', 'lagging']],
  [/\b(restart|reboot)/, ['warning', 'restarted']],
  [/shut ?down|\bstopped\b/, ['warning', 'stopped']],
  [/recovery .{0,60}(started|in progress)/, ['warning', 'recovering']],
  [/recover(y|ed)\b.{0,60}complete|recovered|\bresumed/, ['recovery', 'recovered']],
  [/unavailable|offline/, ['warning', 'unavailable']],
  [/limit approaching/, ['warning', 'warning']],
  [/maintenance|patch|upgrade|service update/, ['info', 'maintenance']],
  [/backing up/, ['info', 'started']],
];

/** Returns the meaning of a sentence or an event's name (`REPLICATION_TASK_FAILED`); if no word tells, that of AWS's severity. */
export function classifySentence(text: string, severity: string | undefined, words: Words): EventState | undefined {
  const lower = text.slice(0, MAX_CHARACTERS).toLowerCase().replace(/_/g, ' ');
  const found = SENTENCES.find(([pattern]) => pattern.test(lower));
  return found ? stateFor(found[1], words) : classify(lower, severity, words);
}
