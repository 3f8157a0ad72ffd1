import type { Sample } from '../../../local/samples/samples.js';
import { parseForm } from '../../../src/sources/http/form.js';
import { BODIES } from './bodies.js';
import { textOfBody } from './post-body.js';

/** Returns every documented body as a plain invocation has it: JSON, or the fields of a form. */
export function bodyEvents(): readonly Sample[] {
  return BODIES.map((body) => {
    const text = textOfBody(body);
    return { file: body.file, event: /^\s*[[{]/.test(text) ? (JSON.parse(text) as unknown) : parseForm(text) };
  });
}
