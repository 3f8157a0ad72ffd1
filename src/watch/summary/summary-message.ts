import { sharedValue } from '../../base/shared-value.js';
import { NOBODY } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import type { Severity } from '../../domain/severity.js';
import { worstOf } from '../../text/severity.js';
import { fittingRows } from '../fitting-rows.js';
import { type NamedCounts, type SummaryFacts, type SummaryStyle, summaryRows } from './summary-rows.js';

/** From what fits a phone's screen twice to what fits any message. */
const NAMED: readonly NamedCounts[] = [
  { open: 15, past: 5, silences: 5, duties: 8 },
  { open: 10, past: 5, silences: 3, duties: 6 },
  { open: 7, past: 3, silences: 2, duties: 4 },
  { open: 4, past: 2, silences: 1, duties: 3 },
  { open: 2, past: 1, silences: 0, duties: 2 },
  { open: 1, past: 0, silences: 0, duties: 1 },
];
/**
 * Returns one robot's summary: what is wrong first, then who is on call, what happened, what is silent, what was read. It is one
 * message whatever it says; what is cut is counted. Its id is its time, so that a tick that comes twice tells it once.
 */
export function summaryMessage(facts: SummaryFacts, style: SummaryStyle): Notification {
  const { open, robot, told } = facts;
  const { summary, format } = style;
  const link = open[0]?.content.listLink;
  return {
    kind: 'rendered',
    id: `summary:${told.to / 1000}`,
    renderer: 'summary',
    isWhole: true,
    severity: severityOf(facts),
    status: summary.status,
    title: titleOf(facts, style),
    where: sharedValue(open.map(({ content }) => content.where)) ?? '',
    fields: [],
    rows: fittingRows(
      NAMED.map((named) => summaryRows(facts, named, style)),
      format,
    ),
    ...(link && { link }),
    occurredAt: told.to,
    origin: { source: 'eventbridge' },
    robot,
    format,
    mentions: NOBODY,
  };
}

/** Green only if nothing is in ALARM, without data since, unread or parked; what is silenced and in ALARM is not well either. */
function severityOf(facts: SummaryFacts): Severity {
  const { open, unread, parked, silences } = facts;
  const worst = worstOf(open.map(({ content }) => content));
  if (worst) return worst.severity;
  if (unread.length > 0 || parked !== 0) return 'warning';
  return silences.some(({ inAlarm }) => inAlarm > 0) ? 'info' : 'recovery';
}

function titleOf(
  { open, unread, parked, silences }: SummaryFacts,
  { summary, words: { comma } }: SummaryStyle,
): string {
  const silenced = silences.reduce((sum, { inAlarm }) => sum + inAlarm, 0);
  const dark = open.filter(({ noDataSince }) => noDataSince !== undefined).length;
  const parts = [
    ...(open.length > dark ? [summary.inAlarm(open.length - dark)] : []),
    ...(dark > 0 ? [summary.withoutData(dark)] : []),
    ...(unread.length > 0 ? [summary.unreadRegions(unread.length)] : []),
    ...(parked === 0 ? [] : [typeof parked === 'number' ? summary.parkedMessages(parked) : summary.parkedUnread]),
    ...(silenced > 0 && open.length === 0 ? [summary.stillSilenced(silenced)] : []),
  ];
  return parts.length > 0 ? parts.join(comma) : summary.allWell;
}
