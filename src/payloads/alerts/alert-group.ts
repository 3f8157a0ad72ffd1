import { arrayAt, at, isObject, numberAt, objectAt, textAt } from '../../base/json.js';
import { sha256 } from '../../base/sha256.js';
import type { Severity } from '../../domain/severity.js';
import { parseTime } from '../../text/format.js';
import { bySeverity } from '../../text/severity.js';
import { gradeOf, SEVERITY_OF_GRADE } from '../../verdict/scale.js';

/** Names and their texts. */
export type Labels = Readonly<Record<string, string>>;

/** One alert of a group from Alertmanager or Grafana. Fields that only Grafana sends are absent from Alertmanager's. */
export interface Alert {
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Milliseconds since 1970. */
  readonly startsAt: number | undefined;
  /** Absent while the alert is firing: the sender then writes the year 1. */
  readonly endsAt: number | undefined;
  /** The measured values, by the query's name: `B=44.2`. */
  readonly values: Labels;
  /** The page of the expression's graph, or of the rule. */
  readonly generatorUrl: string | undefined;
  readonly dashboardUrl: string | undefined;
  readonly panelUrl: string | undefined;
  readonly silenceUrl: string | undefined;
}

/** Alerts that were grouped in one webhook call. */
export interface AlertGroup {
  /** Identical for every call about the same state of the same alerts. */
  readonly identity: string;
  /** The same for every state of the same alerts of one sender. Absent if some of them are not known. */
  readonly thing: string | undefined;
  /** The most severe first, resolved ones last. */
  readonly alerts: readonly Alert[];
  /** The labels that all alerts have in common. */
  readonly labels: Labels;
  readonly annotations: Labels;
  /** The page of Alertmanager or Grafana itself. */
  readonly externalUrl: string | undefined;
  /** The number of alerts that were left out of the call. */
  readonly truncated: number;
}

/** Names of annotations, the most common one first. */
export const SUMMARY = ['summary', 'title'] as const;
/** Names of annotations that say more, the most common one first. */
export const DESCRIPTION = ['description', 'message'] as const;

/**
 * Reads the fields that Alertmanager and Grafana have in common. Missing or odd fields are left out.
 * @param now the time of the call: Prometheus's own alerts have no status, and are over if their end has passed.
 */
export function readAlertGroup(value: unknown, now = 0): AlertGroup {
  const status = textAt(value, 'status');
  const alerts = arrayAt(value, 'alerts')
    .filter(isObject)
    .map((alert) => readAlert(alert, status, now));
  const [only] = alerts.length === 1 ? alerts : [];
  return {
    identity: identityOf(value, alerts),
    thing: thingOf(value, alerts),
    alerts: alerts.toSorted(bySeverity),
    labels: only?.labels ?? { ...labelsAt(value, 'groupLabels'), ...labelsAt(value, 'commonLabels') },
    annotations: { ...labelsAt(value, 'commonAnnotations'), ...only?.annotations },
    externalUrl: textAt(value, 'externalURL'),
    truncated: Math.max(0, numberAt(value, 'truncatedAlerts') ?? 0),
  };
}

/** Returns true if an alert is no longer firing. */
export function isRecovery({ severity }: Alert): boolean {
  return severity === 'recovery';
}

/** The news of a group: what is left out of a call may fire still, so that its state is `unknown`. */
export type GroupState = 'firing' | 'improved' | 'resolved' | 'unknown';

/** Longest time from the start of an alert until its group is told: Alertmanager's `group_interval` is 5 minutes by default. */
const TOLD_AFTER_MS = 10 * 60_000;

/** Returns the state of a group: it has `improved` if nothing is new but that some of its alerts are over. */
export function stateOf({ alerts, truncated }: AlertGroup): GroupState {
  const firing = alerts.filter((alert) => !isRecovery(alert));
  if (firing.length === 0) return truncated > 0 ? 'unknown' : 'resolved';
  const lastEnd = Math.max(...alerts.map(({ endsAt }) => endsAt ?? Number.NEGATIVE_INFINITY));
  const isTold = ({ startsAt }: Alert): boolean => startsAt !== undefined && startsAt < lastEnd - TOLD_AFTER_MS;
  return firing.length < alerts.length && truncated === 0 && firing.every(isTold) ? 'improved' : 'firing';
}

/** Returns the rule's name. If a query has no data, Grafana gives that as `alertname`, and the rule's own name in `rulename`. */
export function nameOf(labels: Labels): string | undefined {
  const names = [textIn(labels, ['rulename']), textIn(labels, ['alertname'])].filter((name) => name !== undefined);
  return names.join(' ') || undefined;
}

/** Returns the text of the first of the names that is set. */
export function textIn(labels: Labels, names: readonly string[]): string | undefined {
  const found = names.find((name) => Object.hasOwn(labels, name));
  return found === undefined ? undefined : labels[found];
}

function readAlert(alert: unknown, groupStatus: string | undefined, now: number): Alert {
  const status = (textAt(alert, 'status') ?? groupStatus)?.toLowerCase();
  const endsAt = timeAt(alert, 'endsAt');
  const isOver = status === 'resolved' || (status === undefined && endsAt !== undefined && endsAt <= now);
  const labels = labelsAt(alert, 'labels');
  return {
    fingerprint: textAt(alert, 'fingerprint') ?? JSON.stringify(labels),
    severity: isOver ? 'recovery' : severityOf(labels),
    labels,
    annotations: labelsAt(alert, 'annotations'),
    startsAt: timeAt(alert, 'startsAt'),
    endsAt,
    values: valuesOf(alert),
    generatorUrl: urlAt(alert, 'generatorURL'),
    dashboardUrl: textAt(alert, 'dashboardURL'),
    panelUrl: textAt(alert, 'panelURL'),
    silenceUrl: textAt(alert, 'silenceURL'),
  };
}

/** Names of the alerts that Grafana makes if a rule cannot be evaluated: whether something is wrong, nobody knows. */
const UNKNOWN: ReadonlySet<string> = new Set(['DatasourceNoData', 'DatasourceError']);

/** Returns the severity by a label. An alert of unknown severity is an error: too loud does less harm than too quiet. */
function severityOf(labels: Labels): Severity {
  if (UNKNOWN.has(labels['alertname'] ?? '')) return 'warning';
  const grade = gradeOf(labels['severity'] ?? labels['priority'] ?? '');
  return grade === undefined ? 'error' : SEVERITY_OF_GRADE[grade];
}

function labelsAt(value: unknown, name: string): Labels {
  const labels = objectAt(value, name);
  const texts = Object.keys(labels).map((label) => [label, textAt(labels, label) ?? ''] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** Returns an address that can be opened: Amazon Managed Prometheus writes only a path. */
function urlAt(alert: unknown, name: string): string | undefined {
  const url = textAt(alert, name);
  return url?.startsWith('/') ? undefined : url;
}

/** Returns a time, or `undefined` if it is not set, which Go writes as the year 1. */
function timeAt(value: unknown, name: string): number | undefined {
  const time = parseTime(at(value, name));
  return time !== undefined && time > 0 ? time : undefined;
}

/** Returns Grafana's `values`; before version 9.4 they were in a text only: `[ var='B' labels={} value=44.2 ]`. */
function valuesOf(alert: unknown): Labels {
  const values = labelsAt(alert, 'values');
  if (Object.keys(values).length > 0) return values;
  const written = (textAt(alert, 'valueString') ?? '').slice(0, 4000);
  const pairs = written.split('[').flatMap((measured) => {
    const name = /(?:var|metric)='([^']*)'/.exec(measured)?.[1];
    const value = / value=([^\s\]]+)/.exec(measured)?.[1];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}

/** Returns the same text for the same alerts. Two senders without labels of their own may have alerts that look the same. */
function thingOf(value: unknown, alerts: readonly Alert[]): string | undefined {
  const isWhole = !((numberAt(value, 'truncatedAlerts') ?? 0) > 0);
  const isNamed = alerts.length > 0 && alerts.every(({ fingerprint }) => fingerprint !== '{}');
  if (!isWhole || !isNamed) return undefined;
  const fingerprints = [...new Set(alerts.map(({ fingerprint }) => fingerprint))].sort();
  return digestOf([textAt(value, 'externalURL'), ...fingerprints]);
}

function identityOf(value: unknown, alerts: readonly Alert[]): string {
  const states = alerts.map((alert) => [
    alert.fingerprint,
    alert.severity === 'recovery',
    alert.startsAt,
    alert.endsAt,
  ]);
  const said = [
    textAt(value, 'groupKey'),
    textAt(value, 'status'),
    states.map((state) => JSON.stringify(state)).sort(),
  ];
  return digestOf(said);
}

function digestOf(said: readonly unknown[]): string {
  return sha256(JSON.stringify(said));
}
