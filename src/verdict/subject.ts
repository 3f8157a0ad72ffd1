import type { Evidence } from './evidence.js';

const ALERT =
  /\b(?:alerts?|alarms?|incidents?|problems?|monitors?|firing|outages?)\b|\u544a\u8b66|\u62a5\u8b66|\u6545\u969c|\u8b66\u62a5/;
const GUARD =
  /\b(?:waf|firewall|falco|ids|ips|shield|antivirus|guard|attack|acl|intrusion)\b|\u9632\u706b\u5899|\u62e6\u622a|\u9632\u62a4|\u653b\u51fb/;
const DRILL =
  /\b(?:drill|rehearsal|game ?day|dry ?run|chaos)\b|\u6f14\u7ec3|\u6f14\u4e60|\u6d4b\u8bd5\u544a\u8b66|\u544a\u8b66\u6d4b\u8bd5/i;

/** Notes the alert or guard that lower-case words name. */
export function noteSubject(evidence: Evidence, words: string): void {
  if (!evidence.alert && ALERT.test(words)) evidence.alert = true;
  if (!evidence.guard && GUARD.test(words)) evidence.guard = true;
}

/** Notes the alert that a state names. */
export function noteAlert(evidence: Evidence, text: string): void {
  if (ALERT.test(text.toLowerCase())) evidence.alert = true;
}

/** Notes the drill that a text names. */
export function noteDrill(evidence: Evidence, text: string): void {
  if (DRILL.test(text)) evidence.drill = true;
}

interface KeySubject {
  readonly alert: boolean;
  readonly guard: boolean;
}

/** The most keys whose subject is kept: senders use few keys again and again. */
const MAX_KEPT = 2000;
const subjects = new Map<string, KeySubject>();

/** Does the same for the words of a key, which are kept. */
export function noteKeySubject(evidence: Evidence, words: string): void {
  if (evidence.alert && evidence.guard) return;
  const { alert, guard } = subjectOf(words);
  if (alert) evidence.alert = true;
  if (guard) evidence.guard = true;
}

function subjectOf(words: string): KeySubject {
  const kept = subjects.get(words);
  if (kept !== undefined) return kept;
  const subject = { alert: ALERT.test(words), guard: GUARD.test(words) };
  if (subjects.size < MAX_KEPT) subjects.set(words, subject);
  return subject;
}
