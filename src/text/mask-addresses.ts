import { once } from '../base/once.js';

/**
 * An email address: its first character, the other characters allowed before an `@`, and a domain. A match must start at the
 * start of a run of such characters, so that a long text without an `@` is scanned once and not once per character.
 */
const ADDRESS = once(() => {
  const local = "\\p{L}\\d.!#$%&'*+/=?^_`{|}~-";
  const label = '[\\p{L}\\d-]+';
  return new RegExp(`(^|[^${local}])([${local}])[${local}]*@(${label}(?:\\.${label})+)`, 'gu');
});

/** Masks every email address in a text as `w***@example.com`: the person stays private, and operators still see the domain. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS(), '$1$2***@$3');
}
