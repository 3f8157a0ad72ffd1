import { once } from '../base/once.js';

/**
 * A mail address: its first character, the rest of what may stand before an `@`, and a domain. It begins where a run of such
 * characters does, so that a long text without an `@` is looked through once and not once per character.
 */
const ADDRESS = once(() => {
  const local = "[\\p{L}\\d.!#$%&'*+/=?^_`{|}~-]";
  const label = '[\\p{L}\\d-]{1,63}';
  return new RegExp(`(?<!${local})(${local})${local}{0,63}@(${label}(?:\\.${label})+)`, 'gu');
});

/** Every mail address in a text as `w***@example.com`: who it was stays theirs, where it went is what an operator needs. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS(), '$1***@$2');
}
