import type { Draft } from '../domain/notification.js';
import { contentOf } from '../renderers/render.js';
import { alertText } from './alerts/alert-text.js';
import { alertmanager } from './alerts/alertmanager.js';
import { grafana } from './alerts/grafana.js';
import { amazonQ } from './amazon-q.js';
import { dingtalk } from './chats/dingtalk.js';
import { feishuCard, feishuText } from './chats/feishu.js';
import { slackMessage, slackText } from './chats/slack.js';
import type { Payload, PayloadContext } from './payload.js';
import { push } from './push.js';
import { text } from './text.js';
import { masked } from './toolkit/masked.js';
import { wecom } from './wecom.js';

/** Every form of body that a caller may send, tried in this order: the more specific first. */
export const PAYLOADS: readonly Payload[] = [
  ...[push, grafana, alertmanager, amazonQ],
  ...[dingtalk, wecom, feishuCard, feishuText, slackMessage, slackText],
  alertText,
  text,
];

/** Returns the payload that a value is, or `undefined` if it is not one. */
export function payloadOf(value: unknown): Payload | undefined {
  return PAYLOADS.find((payload) => payload.matches(value));
}

/**
 * Makes a draft of a value that is this payload.
 * @throws {InvalidInputError} If it breaks one of the payload's rules.
 */
export function draftOf(payload: Payload, value: unknown, context: PayloadContext): Draft {
  if ('read' in payload) return payload.read(value, context);
  const { event, callerId, renderContext } = context;
  const rendered = masked(payload.render(value, renderContext, event.occurredAt));
  const content = contentOf(rendered, payload.name, event, renderContext);
  return { ...content, id: callerId ?? content.id, overrides: {} };
}
