import { originOf } from '../aws/service-event.js';
import { isObject, type JsonObject, objectAt } from '../base/json.js';
import { InvalidInputError } from '../domain/errors.js';
import type { PayloadContext, WrittenPayload } from './payload.js';
import { callerId } from './written/caller-id.js';
import { readMessageText } from './written/message-text.js';
import { given, readOverrides } from './written/overrides.js';
import { writtenContent } from './written/written-content.js';

const PUSH_MESSAGE = ['push_message', 'pushMessage'] as const;

/** Fields any of which makes it ours, so that a message without its text gets an error that says so. */
const DISTINGUISHING = [...PUSH_MESSAGE, 'is_at_all', 'isAtAll', 'at_mobiles', 'atMobiles'];

/** Names of fields that would carry a key, in lower case, without `_` and `-`. */
const KEY_FIELDS: ReadonlySet<string> = new Set(['accesskey', 'key', 'webhook', 'webhookurl']);

/**
 * A message of the four parameters: `push_message`, `is_at_all`, `at_mobiles` (camelCase too) and, instead of the key, `robot`:
 * a name in the secret. `format` may choose how it is shown. Other fields are ignored, but one that may hold a key is refused.
 */
export const push: WrittenPayload = {
  name: 'push',
  matches: (value) => isObject(value) && given(value, DISTINGUISHING) !== undefined,
  read(value, context) {
    const fields = objectAt(value);
    refuseKeys(fields);
    const body = readMessage(fields);
    const overrides = readOverrides(fields);
    const { occurredAt } = context.event;
    const origin = originOf(context.event);
    const id = idOf(fields, context);
    return { ...writtenContent({ id, renderer: push.name, body, occurredAt, origin }), overrides };
  },
};

/** Refuses keys, which belong only in the secret. The error repeats neither the value nor its length. */
function refuseKeys(fields: JsonObject): void {
  for (const field of Object.keys(fields)) {
    if (!KEY_FIELDS.has(field.toLowerCase().replace(/[_-]/g, ''))) continue;
    const rule = 'a message may not contain a key: name a robot of the secret in robot';
    throw new InvalidInputError(field, `Cannot use ${field} as ${rule}`);
  }
}

function readMessage(fields: JsonObject): string {
  const message = given(fields, PUSH_MESSAGE);
  return readMessageText(message?.value, message?.field ?? PUSH_MESSAGE[0]);
}

/** Returns the message's id. Only a plain invocation gives it in the message: every other source has one of its own. */
function idOf(fields: JsonObject, context: PayloadContext): string {
  const own = context.event.sourceName === 'invoke' ? callerId('invoke', fields['id'], 'id') : undefined;
  return context.callerId ?? own ?? context.event.id;
}
