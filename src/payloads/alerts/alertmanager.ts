import { arrayAt, at, isObject, textAt } from '../../base/json.js';
import { LIST_KEY } from '../../base/lenient-json.js';
import type { RenderedPayload } from '../payload.js';
import { readAlertGroup } from './alert-group.js';
import { alertMessage } from './alert-message.js';

/**
 * Alerts of Prometheus Alertmanager, however they come: its webhook call (version 4, VictoriaMetrics's, Thanos's and Loki's too), the
 * JSON of a template without version and group, as AWS documents one for Amazon Managed Prometheus, and the bare list that
 * Prometheus itself posts. Told by alerts with labels.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export const alertmanager: RenderedPayload = {
  name: 'alertmanager',
  matches: (value) => isWebhook(value) || [...arrayAt(value, 'alerts'), ...arrayAt(value, LIST_KEY)].some(isAlert),
  render: (value, context, now) => {
    const alerts = arrayAt(value, 'alerts');
    const group = alerts.length > 0 || !isObject(value) ? value : { ...value, alerts: arrayAt(value, LIST_KEY) };
    return alertMessage(readAlertGroup(group, now), alertmanager.name, context);
  },
};

function isWebhook(value: unknown): boolean {
  return (
    at(value, 'version') === '4' && typeof at(value, 'groupKey') === 'string' && Array.isArray(at(value, 'alerts'))
  );
}

function isAlert(value: unknown): boolean {
  const told = textAt(value, 'status') ?? textAt(value, 'startsAt') ?? textAt(value, 'generatorURL');
  return isObject(at(value, 'labels')) && told !== undefined;
}
