/** A mail address: what stands before the `@` without brackets, quotes or blanks, and a domain. */
const ADDRESS = /([^\s<>()[\]"',;:@])[^\s<>()[\]"',;:@]*@([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/gu;

/** Every mail address in a text as `w***@example.com`: who it was stays theirs, where it went is what an operator needs. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS, '$1***@$2');
}
