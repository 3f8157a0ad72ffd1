/** A value that takes the place of one of a sample's, made to a size in bytes. */
export interface HostileValue {
  readonly name: string;
  readonly make: (bytes: number) => unknown;
}

const repeated =
  (unit: string, end = '') =>
  (bytes: number): string =>
    unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit))) + end;

/** Depth at which each level is a list in a list: JSON of two bytes a level. */
const nested = (bytes: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < Math.min(bytes / 2, 2000); level += 1) value = [value];
  return value;
};

const numbered = (bytes: number, unit: (index: number) => string): readonly string[] =>
  Array.from({ length: Math.ceil(bytes / 12) }, (_, index) => unit(index));

/**
 * What makes a slow pattern slow: long runs of one kind of character that almost match, and near misses at their end;
 * and long, wide and deep values, which make a slow loop slow.
 */
export const HOSTILE_VALUES: readonly HostileValue[] = [
  { name: 'letters', make: repeated('a', '!') },
  { name: 'Chinese characters', make: repeated('长') },
  { name: 'emoji', make: repeated('🔴') },
  { name: 'spaces before a letter', make: repeated(' ', 'x') },
  { name: 'tabs and line breaks', make: repeated('\t\n', 'x') },
  { name: 'digits', make: repeated('1', 'x') },
  { name: 'numbers in a sentence', make: repeated('1.5 ', '(') },
  { name: 'colons', make: repeated('arn:aws:', ' ') },
  { name: 'slashes', make: repeated('a/', ' ') },
  { name: 'dashes and bars', make: repeated('|-', 'x') },
  { name: 'fences', make: repeated('`~', '\n') },
  { name: 'asterisks and underscores', make: repeated('*_', ' ') },
  { name: 'opened brackets', make: repeated('[(<{', 'x') },
  { name: 'opened links', make: repeated('[x](http://a', ' ') },
  { name: 'quotation marks', make: repeated(`"'`, 'x') },
  { name: 'key and value', make: repeated('a=b, ', '"') },
  { name: 'ats and dots', make: repeated('a@a.', ' ') },
  { name: 'wecom lines', make: repeated('\nwecom: ', 'severity') },
  { name: 'SELECT', make: repeated('SELECT AVG(', ' FROM') },
  { name: 'tags', make: repeated('<a href=', '>') },
  { name: 'words of states', make: repeated('failed OK ', '不') },
  { name: 'escapes', make: repeated('\\u', '"') },
  { name: 'percent signs', make: repeated('%25', '%') },
  { name: 'many short texts', make: (bytes) => numbered(bytes, (index) => `item ${index}`) },
  {
    name: 'many keys',
    make: (bytes) => Object.fromEntries(numbered(bytes, (index) => `key${index}`).map((key) => [key, 'x'])),
  },
  { name: 'lists in lists', make: nested },
];
