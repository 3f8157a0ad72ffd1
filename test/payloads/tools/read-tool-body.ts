import type { RenderedContent } from '../../../src/domain/content.js';
import type { Skipped } from '../../../src/domain/notification.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import { NOW, readContext } from '../../support/read-context.js';

/** Reads a body as a tool posts it, with the tool's own headers. */
export async function readToolBody(
  body: Record<string, unknown>,
  headers: Readonly<Record<string, string>> = {},
): Promise<RenderedContent | Skipped> {
  const event = { ...emptyEvent('http', 'http:1', NOW), detail: body, text: JSON.stringify(body) };
  return (await readContext().interpret(event, (name) => headers[name])) as RenderedContent | Skipped;
}
