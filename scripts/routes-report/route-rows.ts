import type { Draft } from '../../src/domain/notification.js';
import { type Routed, type Routing, route } from '../../src/routing/route.js';
import { SEVERITY } from '../../src/text/severity.js';
import { whoIsCalled } from './who-is-called.js';

/** A moment for which a column shows who is called. */
export interface MomentColumn {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Returns the head of the table: a column for each moment. */
export function routesHead(subject: string, moments: readonly MomentColumn[]): readonly string[] {
  return [subject, 'where', 'severity', 'by', 'rule', 'group', ...moments.map(({ title }) => title)];
}

/** Returns a draft's rows, one for each robot: which severity and who decided it, which rules, which group, who is called when. */
export function routeRows(
  name: string,
  draft: Draft,
  routing: Routing,
  moments: readonly MomentColumn[],
): readonly (readonly string[])[] {
  const routed = moments.map(({ at }) => route(draft, routing, at));
  const [first] = routed;
  if (first === undefined) return [];
  // A mute may end between the moments, so that a robot is told at one of them only.
  const robots = [...new Set(routed.flatMap(({ notifications }) => notifications.map(({ robot }) => robot)))];
  const { severity, rule, by } = first.severity;
  const where = draft.kind === 'rendered' ? draft.where : '';
  const decided = [name, where, `${SEVERITY[severity].emoji} ${severity}`, rule === undefined ? by : `${by} ${rule}`];
  const rules = first.rules.map((one) => one.name).join(' + ') || '-';
  if (robots.length === 0) return [[...decided, rules, first.isMuted ? '(muted)' : '(dropped)']];
  return robots.map((robot, index) => [
    ...(index === 0 ? [...decided, rules] : ['', '', '', '', '']),
    robot,
    ...routed.map((one) => whoIn(one, robot)),
  ]);
}

function whoIn({ notifications, isMuted }: Routed, robot: string): string {
  const told = notifications.find((one) => one.robot === robot);
  return told ? whoIsCalled(told.mentions) : isMuted ? '(muted)' : '(not told)';
}
