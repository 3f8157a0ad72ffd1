import type { Field } from '../../domain/content.js';
import type { RenderContext, Rendered } from '../../renderers/renderer.js';
import { field } from '../../renderers/toolkit/field.js';
import { summarizeList } from '../../renderers/toolkit/summarize-list.js';
import { formatDuration, formatTime } from '../../text/format.js';
import { oneLine } from '../../text/one-line.js';
import { worstOf } from '../../text/severity.js';
import type { Words } from '../../text/words.js';
import { gradeOf } from '../../verdict/scale.js';
import {
  type Alert,
  type AlertGroup,
  type GroupState,
  isRecovery,
  nameOf,
  SUMMARY,
  stateOf,
  textIn,
} from './alert-group.js';
import { alertRows, descriptionOf, pairs } from './alert-list.js';

/** Labels that name the place and belong in the first line. */
const PLACES = ['cluster', 'environment', 'env', 'region'] as const;
/** Labels that are shown elsewhere, or meant for machines. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  ...PLACES,
  ...['alertname', 'severity', 'priority', 'prometheus', 'grafana_folder', 'datasource_uid', 'ref_id', 'rulename'],
]);
const RUNBOOK = ['runbook_url', 'runbook'] as const;
const DASHBOARD = ['dashboard', 'dashboard_url', 'grafana'] as const;

/** Texts that the sender wrote for people, which take precedence over ours. */
export interface Written {
  readonly title?: string | undefined;
  readonly details?: string | undefined;
}

/** Shows a group of alerts as one message: what, how many, where, since when, and each alert by what sets it apart. */
export function alertMessage(
  group: AlertGroup,
  renderer: string,
  { words, timeZone }: RenderContext,
  written: Written = {},
): Rendered {
  const state = stateOf(group);
  return {
    id: `${renderer}:${group.identity}`,
    severity: state === 'unknown' ? 'info' : (worstOf(group.alerts)?.severity ?? 'recovery'),
    status: statusOf(state, words),
    // Nobody is called because it got better.
    callsNobody: state === 'improved',
    title: written.title ?? titleOf(group, words),
    where: PLACES.flatMap((label) => textIn(group.labels, [label]) ?? []).join(' '),
    // Has no time of its own: Alertmanager repeats an alert every few hours, and a repeat must not be shown as late.
    fields: fieldsOf(group, words, timeZone),
    // What is to be done about an alert is nothing to do once it is over.
    details: written.details ?? (isOver(group) ? undefined : descriptionOf(group)),
    rows: written.details === undefined ? alertRows(group, words) : [],
    link: linkOf(group),
    thing: group.thing,
    state: state === 'resolved' ? 'resolved' : 'firing',
    alarmName: nameOf(group.labels),
    labels: group.labels,
    ...(isTest(group) && { ...TESTED, status: words.status.test }),
  };
}

/** A test is nobody's alarm, and no state of anything. */
const TESTED = { severity: 'info', isTest: true, callsNobody: true, thing: undefined } as const;

/** Returns true for the test of Grafana's contact points, by webhook, Alertmanager or SNS. */
function isTest({ labels }: AlertGroup): boolean {
  return labels['alertname'] === 'TestAlert' && labels['instance'] === 'Grafana';
}

function statusOf(state: GroupState, { status }: Words): string {
  if (state === 'firing') return status.alarm;
  return state === 'resolved' ? status.recovered : status.partlyRecovered;
}

/** Returns the summary or rule that all alerts share, else the names of the rules, with the number of alerts. */
function titleOf(group: AlertGroup, words: Words): string {
  const { alerts, labels, annotations, truncated } = group;
  const rules = summarizeList(
    alerts.map((alert) => nameOf(alert.labels)),
    words,
    2,
  );
  const name = textIn(annotations, SUMMARY) ?? nameOf(labels) ?? (rules || words.resourceKind.alarm);
  const resolved = alerts.filter(isRecovery).length;
  const counts = words.payload.alerts.count(alerts.length - resolved, resolved, truncated);
  return oneLine(alerts.length + truncated > 1 ? name + words.aside(counts) : name);
}

function fieldsOf(group: AlertGroup, words: Words, timeZone: string): readonly (Field | undefined)[] {
  const { labels, annotations } = group;
  const [only] = group.alerts.length === 1 ? group.alerts : [];
  const others = Object.entries(labels).filter(([label, text]) => !SHOWN_ELSEWHERE.has(label) || isUnread(label, text));
  const dashboard = only?.dashboardUrl ?? textIn(annotations, DASHBOARD);
  const toDo = [field(words.label.runbook, textIn(annotations, RUNBOOK)), field(words.label.silence, only?.silenceUrl)];
  return [
    field(words.label.rule, textIn(annotations, SUMMARY) && nameOf(labels)),
    field(words.label.current, only && pairs(Object.entries(only.values), words)),
    field(words.label.labels, pairs(others, words)),
    field(isOver(group) ? words.label.time : words.label.since, timeOf(group, words, timeZone)),
    field(words.label.dashboard, dashboard === linkOf(group) ? undefined : dashboard),
    ...(isOver(group) ? [] : toDo),
  ];
}

/** Returns true if no listed alert is firing any longer. */
function isOver({ alerts }: AlertGroup): boolean {
  return alerts.every(isRecovery);
}

/** Returns true for a severity in a word of the sender's own: it stays visible. */
function isUnread(label: string, text: string): boolean {
  return (label === 'severity' || label === 'priority') && gradeOf(text) === undefined;
}

/** Returns the time since when the alert has been firing; for a recovery, the time it ended and how long it had lasted. */
function timeOf(group: AlertGroup, words: Words, timeZone: string): string | undefined {
  const start = since(group);
  const end = isOver(group) ? latest(group.alerts.map(({ endsAt }) => endsAt)) : undefined;
  if (end === undefined) return formatTime(start, timeZone);
  const lasted = start === undefined || start >= end ? undefined : formatDuration(end - start, words);
  return `${formatTime(end, timeZone)}${lasted === undefined ? '' : words.aside(words.payload.alerts.lasted(lasted))}`;
}

/** Returns the start of the earliest alert that the message is about. */
function since(group: AlertGroup): number | undefined {
  const meant = isOver(group) ? group.alerts : group.alerts.filter((alert) => !isRecovery(alert));
  const starts = meant.flatMap(({ startsAt }) => startsAt ?? []);
  return starts.length === 0 ? undefined : starts.reduce((one, other) => Math.min(one, other));
}

function latest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : known.reduce((one, other) => Math.max(one, other));
}

/** Returns the page that shows what happened: the panel, the graph, the dashboard, else the list of all alerts. */
function linkOf({ alerts, annotations, externalUrl }: AlertGroup): string | undefined {
  const shared = (url: (alert: Alert) => string | undefined): string | undefined => {
    const [first, ...others] = new Set(alerts.map(url));
    return others.length === 0 ? first : undefined;
  };
  return (
    shared(({ panelUrl }) => panelUrl) ??
    shared(({ generatorUrl }) => generatorUrl) ??
    shared(({ dashboardUrl }) => dashboardUrl) ??
    textIn(annotations, DASHBOARD) ??
    externalUrl
  );
}
