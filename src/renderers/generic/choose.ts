import { keyWords } from '../../base/key-words.js';
import { type KeyRole, keyRole } from '../../verdict/key-role.js';
import type { Leaf } from './leaves.js';

/** The purpose of a leaf. `none`: not worth reading in a chat. */
export type Role =
  | 'state'
  | 'severity'
  | 'title'
  | 'name'
  | 'amount'
  | 'number'
  | 'reference'
  | 'prose'
  | 'link'
  | 'field'
  | 'minor'
  | 'none';

/** Keys of envelopes and of APIs, which tell people nothing. */
const NONE = new Set(
  [
    'account|account id|aws account id|owner id|region|aws region|version|schema version|event version|api version',
    'spec version|specversion|datacontenttype|data content type|dataschema|livemode|pending webhooks|object',
    'resource type|self|node id|graphql id|author association|icon emoji|icon url|parse|mrkdwn',
    'source|detail type|event source|event type|source type name|type name|user agent|mime type|content type',
    'encoding|nonce|sequencer|e tag|event|object kind',
    // What brought it here.
    'webhook|webhook name|webhook id|hook id|integration name|integration id|integration type|publisher id',
    'notification id|subscription id|alert config id|event definition id|job definition id|job trigger id|policy id',
  ].flatMap((line) => line.split('|')),
);

/** Keys of addresses that do something if they are opened, that only a program opens, or that tell nothing of the thing. */
const TRIGGER =
  /^(un)?subscribe\b|^(callback|webhook|hook|ping|confirm|confirmation|signing cert|certificate|cert|avatar|gravatar|icon|logo|image|documentation|schema)( url| uri| link)?$/;

/** Roles by the words of the key; the first match counts. Keys for people come before keys for programs. */
const ROLES: readonly (readonly [words: RegExp, role: Role])[] = [
  // Secrets have no place in a chat, no matter who put them into the event.
  [
    /\b(password|passwd|secret|token|credentials?|authorization|cookie|signature|private key|access key|api key|webhook url|hmac sha256|hmac)\b/,
    'none',
  ],
  [/\b(message|reason|cause|description|desc|summary|details?|comment|error|text|explanation|body|content)$/, 'prose'],
  [/\b(url|uri|link|href|permalink)$/, 'link'],
  [
    /\b(request|correlation|trace|span|event|message|session|principal|execution|invocation|receipt|etag|hash|digest|md5|sha|sha256|checksum|idempotency|incident)( id| key)?$/,
    'none',
  ],
  [/^(display title|full name|display name|(\w+ )?type (\w+ )?name)$/, 'field'],
  [/\btitle$|^(subject|headline)$/, 'title'],
  [/\b(amount|price|total|due|balance|cost|fee|subtotal|amount due|amount paid)$/, 'amount'],
  [
    /^(number|iid|\w+ number|attempt|attempts|attempt count|run number|build number|branch|head branch|branch name|ref)$/,
    'number',
  ],
  [/^(account|customer|user|first|last|product|family|given) name$/, 'reference'],
  [/^(name|id|(\w+ ){1,3}name|\w+ identifier|identifier|slug|login|label)$/, 'name'],
  [/\b(arn|uuid|guid)$/, 'minor'],
];

/** Endings of Chinese keys. */
const HAN: readonly (readonly [end: RegExp, role: Role])[] = [
  [/(?:\u6807\u9898|\u4e3b\u9898)$/, 'title'],
  [
    /(?:\u540d\u79f0|\u540d\u5b57|\u4efb\u52a1|\u4efb\u52a1\u540d|\u4e3b\u673a\u540d|\u670d\u52a1\u540d|\u540d)$/,
    'name',
  ],
  [/(?:\u91d1\u989d|\u603b\u4ef7|\u8d39\u7528)$/, 'amount'],
];

/** Keys that the first line expresses, or that do not count. */
const HIDDEN: ReadonlySet<KeyRole> = new Set(['past', 'success', 'drill']);

/** Returns the purpose of a leaf, judged by its key. */
export function roleOf({ key, value, isReference }: Pick<Leaf, 'key' | 'value' | 'isReference'>): Role {
  const judged = keyRole(key);
  if (HIDDEN.has(judged)) return 'none';
  const words = keyWords(key);
  if (isUntold(words, value)) return 'none';
  if (isReference) return judged === 'severity' || judged === 'grade' ? 'severity' : 'reference';
  if (judged === 'severity' || judged === 'grade') return 'severity';
  return ofWords(words, judged, value);
}

function ofWords(words: string, judged: KeyRole, value: unknown): Role {
  const isState = judged === 'state' || judged === 'result';
  // `statusName: 运行失败` is a state in words.
  if (isState && /\b(name|text)$/.test(words)) return 'state';
  const told = ROLES.find(([pattern]) => pattern.test(words))?.[1] ?? HAN.find(([end]) => end.test(words))?.[1];
  const isProse = judged === 'prose' || judged === 'error';
  const role = told ?? (isState ? 'state' : isProse ? 'prose' : 'field');
  // A number is no sentence.
  return role === 'prose' && typeof value !== 'string' ? 'field' : role;
}

/** Returns true for what tells people nothing, whatever it holds. */
function isUntold(words: string, value: unknown): boolean {
  if (NONE.has(words) || words.startsWith('x shopify')) return true;
  return TRIGGER.test(words) && typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
}

/** Keys of the place of an event, and of what was measured there. */
const WHERE_OR_HOW_MUCH =
  /^(host|hostname|target|target ident|ident|node|pod|ip|host ip|(\w+ )?instance id)$|^(cur|current|trigger|triggered|actual|measured|calc|threshold) value$|^threshold$|^metric value$|^metric( show)? name$/;

/** Returns true for the place of an event, and for what was measured there: without it, nobody can act. */
export function isWhereOrHowMuch(key: string): boolean {
  return WHERE_OR_HOW_MUCH.test(keyWords(key));
}

/** Returns true for the number that a program gave to a thing (`ruleId: 218`). */
export function isNumericId(key: string, text: string): boolean {
  return /\bids?$/.test(keyWords(key)) && /^\d+$/.test(text);
}
