import { getOwn, type JsonObject } from '../../base/json.js';
import type { RenderedPayload } from '../payload.js';
import { readAlertGroup } from './alert-group.js';
import { alertMessage } from './alert-message.js';

/** Longest text that is read, in characters: SNS takes no longer message. */
const MAX_CHARACTERS = 262_144;

/** The heading of alerts of one state: Alertmanager's, at the end of a line, and Grafana's, alone in one. */
const HEADING = /(?:^|\s)Alerts (Firing|Resolved):$|^\*\*(Firing|Resolved)\*\*$/;
const LABEL = /^ - (\S+) = (.*)$/;
const VALUE = /^Value: (.*)$/;

const LINK_KEYS: Readonly<Record<string, string>> = {
  Source: 'generatorURL',
  Silence: 'silenceURL',
  Dashboard: 'dashboardURL',
  Panel: 'panelURL',
};

/** An alert while its lines are read. */
interface Draft {
  readonly status: string;
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
  readonly values: Record<string, string>;
  readonly links: Record<string, string>;
}

/**
 * Alerts as the default template of Alertmanager, and so Amazon Managed Prometheus, writes them to SNS, and as Grafana's SNS
 * contact point does: the same message as of their webhooks, without times, which the text does not have.
 * @see https://github.com/prometheus/alertmanager/blob/main/template/default.tmpl
 * @see https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-SNS-otherdestinations.html
 */
export const alertText: RenderedPayload = {
  name: 'alert-text',
  matches: (value) => typeof value === 'string' && value.includes('\n - alertname = ') && readAlerts(value).length > 0,
  render(value, context) {
    const alerts = readAlerts(String(value));
    const shared = (key: 'labels' | 'annotations') => sharedBy(alerts.map((alert) => alert[key]));
    const group: JsonObject = {
      status: alerts.every(({ status }) => status === 'resolved') ? 'resolved' : 'firing',
      alerts: alerts.map(({ links, ...alert }) => ({ ...alert, ...links })),
      commonLabels: shared('labels'),
      commonAnnotations: shared('annotations'),
    };
    // Without times, one episode of an alert looks like the next: the message's own id tells them apart.
    return { ...alertMessage(readAlertGroup(group), alertText.name, context), id: undefined };
  },
};

/** Returns the alerts in a text; none if it is not of this form. */
function readAlerts(text: string): readonly Draft[] {
  const reader = new AlertReader();
  for (const line of text.slice(0, MAX_CHARACTERS).split(/\r?\n/)) reader.read(line);
  return reader.alerts;
}

/** Reads a text line by line. A line that is no field continues the one before it: annotations may be long. */
class AlertReader {
  readonly alerts: Draft[] = [];
  #status = '';
  #values: Record<string, string> = {};
  #section: 'labels' | 'annotations' | undefined;
  #last: string | undefined;

  read(line: string): void {
    const [, alertmanager, grafana] = HEADING.exec(line) ?? [];
    const status = alertmanager ?? grafana;
    if (status !== undefined) this.#begin(status.toLowerCase());
    else if (line === 'Labels:') this.#beginAlert();
    else if (line === 'Annotations:') this.#enter('annotations');
    else this.#readField(line);
  }

  #begin(status: string): void {
    this.#status = status;
    this.#enter(undefined);
  }

  #beginAlert(): void {
    if (this.#status === '') return;
    this.alerts.push({ status: this.#status, labels: {}, annotations: {}, values: this.#values, links: {} });
    this.#values = {};
    this.#enter('labels');
  }

  #enter(section: 'labels' | 'annotations' | undefined): void {
    this.#section = section;
    this.#last = undefined;
  }

  #readField(line: string): void {
    const alert = this.alerts.at(-1);
    const [, name, text = ''] = LABEL.exec(line) ?? [];
    const [link = '', url] = line.split(': ', 2);
    const linkKey = getOwn(LINK_KEYS, link);
    const [, values] = VALUE.exec(line) ?? [];
    if (values !== undefined) this.#values = valuesIn(values);
    else if (alert && linkKey !== undefined && url !== undefined) {
      alert.links[linkKey] = url;
      this.#enter(undefined);
    } else if (alert && this.#section && name !== undefined) {
      alert[this.#section][name] = text;
      this.#last = name;
    } else if (alert && this.#section && this.#last !== undefined) alert[this.#section][this.#last] += `\n${line}`;
  }
}

/** Reads `A=91.2, C=1`; `[no value]` holds none. */
function valuesIn(text: string): Record<string, string> {
  const pairs = text.split(', ').map((pair) => pair.split('=', 2));
  return Object.fromEntries(pairs.flatMap(([name = '', value]) => (value === undefined ? [] : [[name, value]])));
}

/** Returns what all have in common. */
function sharedBy(all: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const [first = {}, ...others] = all;
  return Object.fromEntries(Object.entries(first).filter(([name, text]) => others.every((one) => one[name] === text)));
}
