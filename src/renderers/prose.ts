import { resourceName } from '../arn.js';
import { withLocalTimes } from '../text/local-times.js';

/** An ARN inside a sentence, without the punctuation that ends the sentence. */
const ARN = /arn:aws[\w-]*:[^\s,;'"<>()[\]{}]*[^\s,;'"<>()[\]{}.:!?。，]/g;

/** A sentence of AWS's with its resources by name instead of by ARN. */
export function withNames(text: string): string {
  return text.replace(ARN, (arn) => resourceName(arn));
}

/** A sentence of AWS's as a person wants it: resources by name, times local, white space single, no quotes around it all. */
export function prose(text: string | undefined, timeZone: string): string | undefined {
  if (text === undefined) return undefined;
  const plain = withNames(text).replace(/\s+/g, ' ').trim();
  return withLocalTimes(plain.replace(/^"([^"]*)"$/, '$1'), timeZone);
}
