import { at } from '../base/json.js';
import { readAlertGroup } from './alert-group.js';
import { alertMessage } from './alert-message.js';
import type { RenderedPayload } from './payload.js';

/**
 * A webhook call of Prometheus Alertmanager, version 4, through which VictoriaMetrics, Thanos and Loki send their alerts too.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export const alertmanager: RenderedPayload = {
  name: 'alertmanager',
  matches: (value) =>
    at(value, 'version') === '4' && typeof at(value, 'groupKey') === 'string' && Array.isArray(at(value, 'alerts')),
  render: (value, context) => alertMessage(readAlertGroup(value), alertmanager.name, context),
};
