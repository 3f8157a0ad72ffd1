import { readFileSync } from 'node:fs';
import type { Incoming } from '../../../src/sources/source.js';
import { readEvent } from '../../../src/sources/sources.js';
import type { Language } from '../../../src/text/words.js';
import { BEARER, KINDS } from '../../sources/http/samples.js';
import { readContext } from '../../support/read-context.js';
import { sampleContext } from '../../support/render-sample.js';
import type { DocumentedBody } from './bodies.js';

/** The folder of the documented bodies. */
export const BODIES_FOLDER = new URL('./', import.meta.url);

/** Returns a documented body as its tool posts it. */
export function textOfBody({ file }: DocumentedBody): string {
  return readFileSync(new URL(file, BODIES_FOLDER), 'utf8');
}

/** Posts a documented body, or another text in its place, to `/push`. */
export function postBody(
  body: DocumentedBody,
  language: Language = 'zh-CN',
  text = textOfBody(body),
): Promise<Incoming> {
  const { contentType = 'application/json', headers = {} } = body;
  const request = KINDS['http-api']({
    body: text,
    headers: { ...BEARER, ...headers, 'Content-Type': contentType },
  });
  return readEvent(request, readContext({}, sampleContext(language)));
}
