import type { DocumentedBody } from './bodies.js';

/** Returns the name of the golden file of a body, in `test/payloads/golden/`. */
export function goldenOf({ file }: DocumentedBody, language: string): string {
  return `${file.replace(/\.\w+$/, '')}.${language}.txt`;
}
