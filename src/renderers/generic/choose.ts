import { keyWords } from '../../base/key-words.js';
import type { Leaf } from './leaves.js';

/** The purpose of a leaf. `none`: not worth reading in a chat. */
export type Role = 'state' | 'severity' | 'name' | 'prose' | 'link' | 'field' | 'minor' | 'none';

/** Roles by the words of the key; the first match counts. Keys for people come before keys for programs. */
const ROLES: readonly (readonly [words: RegExp, role: Role])[] = [
  // Secrets have no place in a chat, no matter who put them into the event.
  [
    /\b(password|passwd|secret|token|credentials?|authorization|cookie|signature|private key|access key|api key)\b/,
    'none',
  ],
  [/\b(previous|old|former|last) \w*\s?(state|status)$/, 'minor'],
  [/^(\w+ ){0,5}(state|status|result|outcome|conclusion|phase|lifecycle)$/, 'state'],
  [/^((\w+ )?severity|level|priority|urgency|severity label|alert type)$/, 'severity'],
  [/\b(message|reason|cause|description|summary|details?|comment|error|text|explanation)$/, 'prose'],
  [/\b(url|uri|link|href)$/, 'link'],
  [/^(account|account id|aws account id|owner id|region|aws region|version|schema version|event version)$/, 'none'],
  [
    /^(source|detail type|event source|event type|user agent|mime type|content type|encoding|nonce|sequencer|e tag)$/,
    'none',
  ],
  [
    /\b(request|correlation|trace|span|event|message|session|principal|execution|invocation|receipt|etag|hash|digest|md5|sha256|checksum)( id)?$/,
    'none',
  ],
  [/^(name|id|title|subject|\w+ name|\w+ identifier|identifier)$/, 'name'],
  [/\b(arn|uuid|guid)$/, 'minor'],
];

/** Returns the purpose of a leaf, judged by its key. */
export function roleOf({ key }: Leaf): Role {
  const words = keyWords(key);
  return ROLES.find(([pattern]) => pattern.test(words))?.[1] ?? 'field';
}
