import { resourceName } from '../../aws/arn.js';
import { withLocalTimes } from '../../text/local-times.js';
import { oneLine } from '../../text/one-line.js';

/** An ARN inside a sentence, without the punctuation that ends the sentence. */
const ARN = /arn:aws[\w-]*:[^\s,;'"<>()[\]{}]*[^\s,;'"<>()[\]{}.:!?。，]/g;

/** The suffix that AWS's clients add to a service's reason: `(Service: AmazonS3; Status Code: 409; Error Code: …; Proxy: null)`. */
const REQUEST = / ?\((?:Service: |RequestToken: |SDK Attempt Count: )[^()]*\)/g;
const ERROR_CODE = /Error ?Code: (\w+)/;

/** Makes a sentence of AWS's readable: resources by name instead of by ARN, and only the error code of a request's ids. */
export function readable(text: string): string {
  // Most sentences contain neither, and two searches are cheaper than two patterns.
  if (!text.includes('arn:aws') && !text.includes('(')) return text;
  return text
    .replace(REQUEST, (request) => {
      const code = ERROR_CODE.exec(request)?.[1];
      return code === undefined ? '' : ` (${code})`;
    })
    .replace(ARN, (arn) => resourceName(arn));
}

/** Returns a sentence of AWS's for people: resources by name, local times, single spaces, no quotes around the whole. */
export function readableSentence(text: string | undefined, timeZone: string): string | undefined {
  if (text === undefined) return undefined;
  const plain = oneLine(readable(text));
  return withLocalTimes(plain.replace(/^"([^"]*)"$/, '$1'), timeZone);
}
