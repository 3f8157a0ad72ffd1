import { createHash } from 'node:crypto';
import { arrayAt, at, isObject, numberAt, objectAt, textAt } from '../base/json.js';
import type { Severity } from '../domain/notification.js';
import { parseTime } from '../text/format.js';
import { bySeverity } from '../text/severity.js';

/** Names and their texts. */
export type Labels = Readonly<Record<string, string>>;

/** One alert of a group, of Alertmanager's or of Grafana's. What only Grafana knows is absent from Alertmanager's. */
export interface Alert {
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Milliseconds since 1970. */
  readonly startsAt: number | undefined;
  /** Absent while it is firing: it is then written as year 1. */
  readonly endsAt: number | undefined;
  /** What was measured, by the query's name: `B=44.2`. */
  readonly values: Labels;
  /** The expression's graph, or the rule. */
  readonly generatorUrl: string | undefined;
  readonly dashboardUrl: string | undefined;
  readonly panelUrl: string | undefined;
  readonly silenceUrl: string | undefined;
}

/** Alerts that were grouped into one webhook call. */
export interface AlertGroup {
  /** The same for every call about the same state of the same alerts. */
  readonly identity: string;
  /** Firing ones first, the most severe first. */
  readonly alerts: readonly Alert[];
  /** What all have in common. */
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Alertmanager's or Grafana's own page. */
  readonly externalUrl: string | undefined;
  /** Alerts that were left out of the call. */
  readonly truncated: number;
}

/** How annotations are called, the most usual name first. */
export const SUMMARY = ['summary', 'title'] as const;
export const DESCRIPTION = ['description', 'message'] as const;

/** What people write into the label `severity`; Grafana and Prometheus prescribe nothing. */
const SEVERITY_WORDS: readonly (readonly [words: RegExp, severity: Severity])[] = [
  [/^(critical|crit|page|emergency|fatal|disaster|p[01]|sev-?[01]|紧急|严重)$/i, 'critical'],
  [/^(error|err|high|major|alert|p2|sev-?2|错误)$/i, 'error'],
  [/^(warning|warn|average|medium|minor|ticket|p3|sev-?3|警告)$/i, 'warning'],
  [/^(info|information|informational|notice|low|debug|none|p[45]|sev-?[45]|信息|提示)$/i, 'info'],
];

/** Reads what Alertmanager and Grafana write alike. Missing or odd fields are left out. */
export function readAlertGroup(value: unknown): AlertGroup {
  const alerts = arrayAt(value, 'alerts').filter(isObject).map(readAlert);
  const [only] = alerts.length === 1 ? alerts : [];
  return {
    identity: identityOf(value, alerts),
    alerts: alerts.toSorted(bySeverity),
    labels: only?.labels ?? { ...labelsAt(value, 'groupLabels'), ...labelsAt(value, 'commonLabels') },
    annotations: only?.annotations ?? labelsAt(value, 'commonAnnotations'),
    externalUrl: textAt(value, 'externalURL'),
    truncated: Math.max(0, numberAt(value, 'truncatedAlerts') ?? 0),
  };
}

/** Whether it is firing no more. */
export function isRecovery({ severity }: Alert): boolean {
  return severity === 'recovery';
}

/** Whether nothing of it is firing any more. */
export function isResolved({ alerts }: AlertGroup): boolean {
  return alerts.every(isRecovery);
}

/** The rule's name. Of a query without data Grafana writes that as the name, and the rule's beside it. */
export function nameOf(labels: Labels): string | undefined {
  const names = [textIn(labels, ['rulename']), textIn(labels, ['alertname'])].filter((name) => name !== undefined);
  return names.join(' ') || undefined;
}

/** The first of the names that is there. */
export function textIn(labels: Labels, names: readonly string[]): string | undefined {
  const found = names.find((name) => Object.hasOwn(labels, name));
  return found === undefined ? undefined : labels[found];
}

function readAlert(alert: unknown): Alert {
  const labels = labelsAt(alert, 'labels');
  return {
    fingerprint: textAt(alert, 'fingerprint') ?? JSON.stringify(labels),
    severity:
      textAt(alert, 'status') === 'resolved' ? 'recovery' : severityOf(labels['severity'] ?? labels['priority']),
    labels,
    annotations: labelsAt(alert, 'annotations'),
    startsAt: timeAt(alert, 'startsAt'),
    endsAt: timeAt(alert, 'endsAt'),
    values: valuesOf(alert),
    generatorUrl: textAt(alert, 'generatorURL'),
    dashboardUrl: textAt(alert, 'dashboardURL'),
    panelUrl: textAt(alert, 'panelURL'),
    silenceUrl: textAt(alert, 'silenceURL'),
  };
}

/** An alert of which nobody says how bad it is wakes somebody: to be told too loudly is the smaller harm. */
function severityOf(word = ''): Severity {
  return SEVERITY_WORDS.find(([words]) => words.test(word.trim()))?.[1] ?? 'error';
}

function labelsAt(value: unknown, name: string): Labels {
  const labels = objectAt(value, name);
  const texts = Object.keys(labels).map((label) => [label, textAt(labels, label) ?? ''] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** Go writes a time that is not set as year 1. */
function timeAt(value: unknown, name: string): number | undefined {
  const time = parseTime(at(value, name));
  return time !== undefined && time > 0 ? time : undefined;
}

/** Grafana's `values`; before version 9.4 they stood in a text only: `[ var='B' labels={} value=44.2 ]`. */
function valuesOf(alert: unknown): Labels {
  const values = labelsAt(alert, 'values');
  if (Object.keys(values).length > 0) return values;
  const written = (textAt(alert, 'valueString') ?? '').slice(0, 4000);
  const found = [...written.matchAll(/(?:var|metric)='([^']{0,100})'[^[\]]{0,1000}? value=(\S+)/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
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
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
