// Ranges for character classes in patterns that every cold start compiles: to compile `\p{…}`, V8 walks through all of Unicode.

/** `\p{Cc}` without the line feed. */
export const CONTROL_BUT_LINE_FEED = '\\0-\\t\\v-\\x1f\\x7f-\\x9f';
/** `\p{Surrogate}`: in a pattern with the flag `u`, a surrogate without its partner. */
export const LONE_SURROGATE = '\\ud800-\\udfff';
