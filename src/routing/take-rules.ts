import { matchRule } from './match-rule.js';
import { isOn } from './mutes-for.js';
import type { Rule } from './rule.js';
import type { Subject } from './subject.js';

/** The rules that take a draft, in their order. */
export interface Taken {
  /** Those that deliver it. */
  readonly rules: readonly Rule[];
  /** Those that would, but are muted. */
  readonly muted: readonly Rule[];
  /** The rule that drops it, because none took it before. */
  readonly droppedBy?: Rule;
  /** True if no rule takes it, or none for sure: it goes where messages go without rules. */
  readonly isByDefault: boolean;
}

/** The moment by which mutes are judged. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA zone of mutes that name none. */
  readonly timeZone: string;
}

/**
 * Looks for the rules that take a draft: the first, and those after it as long as each says `continue`. A rule that only may take
 * it, since something is unknown, is among them and does not end the search: so all robots that may have been told are found.
 */
export function takeRules(rules: readonly Rule[], subject: Subject, moment: Moment): Taken {
  const steps = stepsOf(rules, subject, moment);
  const senders = steps.filter(({ rule }) => !rule.drop);
  const last = steps.at(-1)?.rule;
  return {
    rules: senders.filter(({ isMuted }) => !isMuted).map(({ rule }) => rule),
    muted: senders.filter(({ isMuted }) => isMuted).map(({ rule }) => rule),
    ...(senders.length === 0 && last?.drop && { droppedBy: last }),
    isByDefault: !steps.some(({ isSure }) => isSure),
  };
}

interface Step {
  readonly rule: Rule;
  readonly isSure: boolean;
  readonly isMuted: boolean;
}

/** Returns the rules that match, up to the one that ends the search. */
function stepsOf(rules: readonly Rule[], subject: Subject, moment: Moment): readonly Step[] {
  const steps: Step[] = [];
  for (const rule of rules) {
    const answer = matchRule(rule, subject);
    if (answer === 'no') continue;
    const [isSure, mute] = [answer === 'yes', muteOf(rule, moment)];
    if (mute === 'over' || (rule.drop && !isSure)) continue;
    steps.push({ rule, isSure, isMuted: mute === 'active' });
    if (isSure && (rule.drop || !rule.continue)) break;
  }
  return steps;
}

/** The keys that say nothing of where and how a rule sends. */
const SENDING_NOTHING: ReadonlySet<string> = new Set<keyof Rule>(['name', 'match', 'mute', 'continue']);

/** Returns true for a rule that says nothing but its mute: it is over with it. */
export function isOnlyAMute(rule: Rule): boolean {
  return Object.keys(rule).every((key) => SENDING_NOTHING.has(key));
}

/** Returns whether a rule is muted. */
function muteOf(rule: Rule, { now, timeZone }: Moment): 'active' | 'over' | undefined {
  const { mute } = rule;
  if (mute === undefined) return undefined;
  if (isOn(mute, now, timeZone)) return 'active';
  return isOnlyAMute(rule) ? 'over' : undefined;
}
