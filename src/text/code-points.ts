// Ranges for character classes in patterns that every cold start compiles: to compile `\p{…}`, V8 walks through all of Unicode.

/** `\p{Cc}` without the line feed. */
export const CONTROL_BUT_LINE_FEED = '\\0-\\t\\v-\\x1f\\x7f-\\x9f';
/** `\p{Surrogate}`: in a pattern with the flag `u`, a surrogate without its partner. */
export const LONE_SURROGATE = '\\ud800-\\udfff';
/**
 * Characters that nobody sees, with the flag `u`: soft hyphens, spaces and joiners of no width, marks that turn the reading direction, fillers,
 * tags. The joiner of emoji (U+200D) and the two selectors of how an emoji looks are no part of it.
 */
export const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0d\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}';
