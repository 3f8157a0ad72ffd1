// Ranges for character classes of patterns that every start makes: for `\p{…}` V8 goes through all of Unicode to make one.

/** `\p{Cc}` without the line feed. */
export const CONTROL_BUT_LINE_FEED = '\\0-\\t\\v-\\x1f\\x7f-\\x9f';
/** `\p{Surrogate}`: in a pattern with the flag `u`, one without its partner. */
export const LONE_SURROGATE = '\\ud800-\\udfff';
