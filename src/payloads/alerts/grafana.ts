import { at, textAt } from '../../base/json.js';
import type { RenderedPayload } from '../payload.js';
import { readAlertGroup } from './alert-group.js';
import { alertMessage } from './alert-message.js';

/** Grafana's title if it has no template: `[FIRING:2] HighMemory (blue)`. Ours says more. */
const DEFAULT_TITLE = /^\[(FIRING|RESOLVED)(:\d+)?(, RESOLVED:\d+)?\]/;
const DEFAULT_MESSAGE = /^\*\*(Firing|Resolved)\*\*\s/;

/**
 * A webhook call of Grafana's alerting. A title or message that somebody wrote in Grafana is shown as is; otherwise ours is.
 * @see https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
 */
export const grafana: RenderedPayload = {
  name: 'grafana',
  matches: (value) => typeof at(value, 'orgId') === 'number' && Array.isArray(at(value, 'alerts')),
  render(value, context) {
    const title = textAt(value, 'title');
    const message = textAt(value, 'message');
    const written = {
      title: title !== undefined && DEFAULT_TITLE.test(title) ? undefined : title,
      details: message !== undefined && DEFAULT_MESSAGE.test(message) ? undefined : message,
    };
    return alertMessage(readAlertGroup(value), grafana.name, context, written);
  },
};
