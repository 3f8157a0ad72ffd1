import { textAt } from '../../src/base/json.js';

/** Sentences for the codes with which a system refuses a file. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'the permission is missing',
};

/** Returns why a file cannot be read, for whoever named it: the system's own words have its path a second time. */
export function fileFault(cause: unknown, thing = 'file'): string {
  const code = textAt(cause, 'code') ?? '';
  const fault = Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined;
  return `Cannot read the ${thing} as ${fault === undefined ? String(cause) : `${fault} (${code})`}`;
}
