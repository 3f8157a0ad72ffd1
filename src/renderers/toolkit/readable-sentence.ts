import { resourceName } from '../../aws/arn.js';
import { withLocalTimes } from '../../text/local-times.js';
import { oneLine } from '../../text/one-line.js';

/** An ARN inside a sentence, without the punctuation that ends the sentence. */
const ARN = /arn:aws[\w-]*:[^\s,;'"<>()[\]{}]*[^\s,;'"<>()[\]{}.:!?。，]/g;

/** The suffix that AWS's clients add to a service's reason: `(Service: AmazonS3; Status Code: 409; Error Code: …; Proxy: null)`. */
const REQUEST = / ?\((?:Service: |RequestToken: |SDK Attempt Count: )[^()]*\)/g;
const ERROR_CODE = /Error ?Code: (\w+)/;

/** A sentence of AWS's as a person reads it: resources by name instead of by ARN, of a request's ids nothing but its error code. */
export function readable(text: string): string {
  // Most sentences hold neither, and two looks are cheaper than two patterns.
  if (!text.includes('arn:aws') && !text.includes('(')) return text;
  return text
    .replace(REQUEST, (request) => {
      const code = ERROR_CODE.exec(request)?.[1];
      return code === undefined ? '' : ` (${code})`;
    })
    .replace(ARN, (arn) => resourceName(arn));
}

/** A sentence of AWS's as a person wants it: resources by name, times local, white space single, no quotes around it all. */
export function readableSentence(text: string | undefined, timeZone: string): string | undefined {
  if (text === undefined) return undefined;
  const plain = oneLine(readable(text));
  return withLocalTimes(plain.replace(/^"([^"]*)"$/, '$1'), timeZone);
}
