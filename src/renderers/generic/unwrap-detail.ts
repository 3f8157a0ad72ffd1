import { isObject, type JsonObject, textAt } from '../../base/json.js';
import { keyWords } from '../../base/key-words.js';
import { parseMessage } from '../../base/lenient-json.js';

/** Keys under which senders wrap what they have to say, the outermost first. */
const WRAPPERS = new Set(['data', 'payload', 'event', 'object', 'detail', 'body', 'alert', 'attributes', 'essentials']);

/** Keys of a wrapping that say nothing beside its content. */
const WRAPPING =
  /^(id|object|created|time|timestamp|source|specversion|spec version|datacontenttype|data content type|dataschema|type|version|api version|livemode|pending webhooks|request|metadata|event type|event id|resource type|occurred at|client|webhook id|delivery id)$/;

/** Most wrappings that are removed. */
const MAX_WRAPPINGS = 4;

/** Returns the content of an event without its wrappings (`data`, `payload`, `event`, CloudEvents), the keys beside them after it. */
export function unwrapDetail(detail: JsonObject): JsonObject {
  let content = detail;
  for (let count = 0; count < MAX_WRAPPINGS; count += 1) {
    const key = wrapperIn(content);
    if (key === undefined) return content;
    content = opened(content, key);
  }
  return content;
}

/** Returns the only key that wraps something. */
function wrapperIn(content: JsonObject): string | undefined {
  const [key, ...others] = Object.keys(content).filter(
    (one) => WRAPPERS.has(keyWords(one)) && Object.keys(objectIn(content[one]) ?? {}).length > 0,
  );
  return others.length === 0 ? key : undefined;
}

function opened(content: JsonObject, key: string): JsonObject {
  const inner = objectIn(content[key]) ?? {};
  const beside = Object.entries(content).filter(
    ([other]) => other !== key && !Object.hasOwn(inner, other) && !isWrapping(content, other),
  );
  return { ...inner, ...Object.fromEntries(beside) };
}

/** True for a key that says nothing beside the content. The type of a CloudEvent is what happened. */
function isWrapping(content: JsonObject, key: string): boolean {
  return WRAPPING.test(keyWords(key)) && !(key === 'type' && Object.hasOwn(content, 'specversion'));
}

/** Returns an object, or the one in a JSON text. */
export function objectIn(value: unknown): JsonObject | undefined {
  if (isObject(value)) return value;
  return typeof value === 'string' && /^\s*\{/.test(value) ? parseMessage(value) : undefined;
}

/** Keys that name a thing, the most telling first. */
const NAMES = [
  'title',
  'name',
  'display_name',
  'displayName',
  'Name',
  'summary',
  'subject',
  'label',
  'slug',
  'login',
  'username',
  'full_name',
];

/** Returns the name of a thing that has one of its own. */
export function nameIn(thing: JsonObject): string | undefined {
  const named = NAMES.map((key) => (typeof thing[key] === 'string' ? textAt(thing, key) : undefined)).find(
    (name) => name !== undefined,
  );
  if (named !== undefined) return named.length <= MAX_NAME ? withKind(named, thing) : undefined;
  const [first, last] = [
    textAt(thing, 'first_name') ?? textAt(thing, 'firstName'),
    textAt(thing, 'last_name') ?? textAt(thing, 'lastName'),
  ];
  return first && last ? `${first} ${last}` : undefined;
}

/** Kubernetes names a thing within its kind: `Pod pay-api-1`. */
function withKind(name: string, thing: JsonObject): string {
  const kind = textAt(thing, 'kind');
  return kind !== undefined && /^[A-Z][A-Za-z]{1,40}$/.test(kind) ? `${kind} ${name}` : name;
}

/** Longest name, in characters. */
const MAX_NAME = 120;
