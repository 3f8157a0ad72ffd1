/** A mail address: its first character, the rest of what may stand before an `@`, and a domain. */
const ADDRESS = /([\p{L}\d])[\p{L}\d.!#$%&'*+/=?^_`{|}~-]*@([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/gu;

/** Every mail address in a text as `w***@example.com`: who it was stays theirs, where it went is what an operator needs. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS, '$1***@$2');
}
