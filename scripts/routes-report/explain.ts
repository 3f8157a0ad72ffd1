import type { Draft } from '../../src/domain/notification.js';
import { type Check, checksOf, matchRule } from '../../src/routing/match-rule.js';
import { remindersFor } from '../../src/routing/reminders-for.js';
import { type Routing, route } from '../../src/routing/route.js';
import { settledAlarmsBefore } from '../../src/routing/settle-severity.js';
import { isInAlarm, type Subject, subjectOf } from '../../src/routing/subject.js';
import { reminderWords } from './reminder-words.js';
import { whoIsCalled } from './who-is-called.js';

const MARKS = { yes: '✓', no: '✗', maybe: '?' } as const;

/** Explains for each rule whether it applies to a draft and why, and who finally receives the message. */
export function explain(draft: Draft, routing: Routing, at: number): readonly string[] {
  const { notifications, rules, severity, isMuted } = route(draft, routing, at);
  const targets = notifications.map(
    ({ robot, mentions, format }) => `  → robot ${robot}, ${format}, calls ${whoIsCalled(mentions)}`,
  );
  const isRecovery = severity.severity === 'recovery';
  const before = isRecovery ? settledAlarmsBefore(draft, routing.routes.severity) : [];
  const decidedBy = severity.rule === undefined ? severity.by : `${severity.by} ${severity.rule}`;
  return [
    `${draft.renderer}: ${draft.title}`,
    `  severity ${severity.severity}, by ${decidedBy}`,
    ...(isRecovery ? [`  told where its alarm was: ${before.map(wordsFor).join(' or ')}`] : []),
    ...(routing.routes.rules.length === 0 ? ['  routes.yml has no rules'] : []),
    ...routing.routes.rules.flatMap((rule) => {
      const subjects = [...before, subjectOf(draft, severity.severity)];
      return ruleLines(rule, subjects, rules.includes(rule));
    }),
    ...(targets.length > 0 ? targets : [isMuted ? '  → muted' : '  → dropped']),
    ...(isInAlarm(subjectOf(draft, severity.severity)) ? reminderLines(draft, routing, at) : []),
  ];
}

function reminderLines(draft: Draft, routing: Routing, at: number): readonly string[] {
  return remindersFor(draft, routing, at).map((reminders) => `  ⏰ ${reminderWords(reminders)}`);
}

/** `critical`, `info (INSUFFICIENT_DATA)`. */
function wordsFor({ severity, state }: Subject): string {
  return state === undefined || state === 'ALARM' ? severity : `${severity} (${state})`;
}

function ruleLines(
  rule: Parameters<typeof checksOf>[0] & { readonly name: string },
  subjects: readonly Subject[],
  decides: boolean,
): readonly string[] {
  // A recovery is looked for as the alarm that it was, and by rules that name recoveries as itself.
  const subject = subjects.find((one) => matchRule(rule, one) !== 'no') ?? subjects[0];
  const checks = subject ? checksOf(rule, subject) : [];
  const answer = checks.some(({ matches }) => matches === 'no')
    ? 'no   '
    : checks.some(({ matches }) => matches === 'maybe')
      ? 'maybe'
      : 'yes  ';
  return [`  ${answer} ${rule.name}${decides ? ' ← decides' : ''}`, ...checks.map(checkLine)];
}

function checkLine({ looksAt, found, wants, isNot, matches }: Check): string {
  const wanted = `the rule ${isNot ? 'excludes' : 'wants'} ${wants.join(' or ')}`;
  return `          ${MARKS[matches]} ${looksAt} is ${found.join(', ') || 'unknown'}, ${wanted}`;
}
