import type { Log, LogLevel } from '../base/log.js';
import { nameOrLength } from '../base/quote.js';
import { codeOf, type FailureCode, type Outcome, textOfCode } from './delivery.js';
import type { Draft, Notification, Skipped } from './notification.js';

const LEVEL: Readonly<Record<Outcome['status'], LogLevel>> = {
  delivered: 'info',
  queued: 'info',
  invalid: 'warn',
  unavailable: 'warn',
  unconfirmed: 'warn',
  refused: 'error',
};

/**
 * Writes the one log line of a notification, which also counts it. Titles of AWS events are logged; a caller's text
 * never is.
 * @param ms time taken, in milliseconds.
 * @param delayMs for a message from the queue: time since the occurrence, in milliseconds.
 */
export function reportOutcome(
  log: Log,
  notification: Notification,
  outcome: Outcome,
  ms: number,
  delayMs?: number,
): void {
  const { id, renderer, origin, robot, severity, kind, title, part } = notification;
  const { status, ...rest } = outcome;
  const fields = {
    id,
    source: origin.source,
    renderer,
    severity,
    robot: nameOrLength(robot),
    ...(kind === 'rendered' && { title }),
    ...(part && { part: `${part.number}/${part.of}` }),
    status,
    ms,
    ...('messages' in rest && { messages: rest.messages }),
    ...codeFields(codeOf(outcome)),
    ...('reason' in rest && { reason: rest.reason }),
  };
  const isQueued = delayMs !== undefined;
  const counts = {
    [status]: 1,
    ...(isQueued && status === 'delivered' && { delaySeconds: secondsOf(delayMs) }),
    // What waits is heard while it waits: what is shown late is told only when it is shown.
    ...(isQueued && (status === 'unavailable' || status === 'unconfirmed') && { waitingSeconds: secondsOf(ms) }),
  };
  log.write(LEVEL[status], 'notification', fields, counts);
}

/**
 * Writes the line of a probe for a message that may have been shown. Without an answer that message waits on, and says so
 * as an attempt would.
 * @param waitedMs time since it was queued, in milliseconds.
 */
export function reportProbe(log: Log, notification: Notification, isAnswered: boolean, waitedMs: number): void {
  const { id, robot, kind, title } = notification;
  const fields = { id, robot: nameOrLength(robot), ...(kind === 'rendered' && { title }), isAnswered };
  const counts = isAnswered ? undefined : { waitingSeconds: secondsOf(waitedMs) };
  log.write('info', 'WeCom probed for a message that may have been shown', fields, counts);
}

function secondsOf(ms: number): number {
  return Math.max(0, Math.round(ms / 1000));
}

/** Returns a failure's code for a log line: `code` says whose it is, `errcode` is WeCom's own number. */
export function codeFields(code: FailureCode | undefined): { readonly code?: string; readonly errcode?: number } {
  if (!code) return {};
  return { code: textOfCode(code), ...(code.kind === 'wecom' && { errcode: code.value }) };
}

/** Writes the line of an event that is not shown by design. */
export function reportSkipped(log: Log, skipped: Skipped): void {
  const { skipped: reason, source, ...event } = skipped;
  log.write('info', 'notification', { source, ...event, status: 'skipped', reason }, { skipped: 1 });
}

/** Writes the line of a draft that a rule drops, or that is not shown as the rule is muted. */
export function reportDropped(log: Log, { id, origin, renderer }: Draft, rule: string, isMuted: boolean): void {
  const skipped = `${isMuted ? 'Muted' : 'Dropped'} by the rule ${rule}`;
  reportSkipped(log, { id, source: origin.source, renderer, skipped });
}
