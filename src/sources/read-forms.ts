import type { ServiceEvent } from '../aws/service-event.js';
import type { Log } from '../base/log.js';
import type { Draft, Skipped } from '../domain/notification.js';
import type { RenderedEvent } from '../renderers/render.js';
import type { RenderContext } from '../renderers/renderer.js';
import { withOverrides } from './with-overrides.js';

/** The parts of interpreting, however it is done. */
export interface InterpretParts {
  readonly renderContext: RenderContext;
  readonly log: Log;
}

/** Returns what a payload is read from: the text of a mere text, else the JSON. */
export function bodyOf(event: ServiceEvent): unknown {
  return isText(event) ? event.text : event.detail;
}

/** Returns true for a plain invocation: the caller's own words, never an event that a service sent. */
export function isOwnWords({ sourceName, detailType }: ServiceEvent): boolean {
  return sourceName === 'invoke' && detailType === '';
}

/** Returns true if the event is only a text. It may be empty: the payload then reports that. */
export function isText({ source, detailType, detail }: ServiceEvent): boolean {
  return source === '' && detailType === '' && Object.keys(detail).length === 0;
}

/** Returns what was read of an event with the overrides beside it. */
export function told(
  read: Draft | RenderedEvent | Skipped,
  event: ServiceEvent,
  parts: InterpretParts,
): Draft | Skipped {
  return 'skipped' in read ? read : withOverrides(read, event, parts);
}

/** Logs that a renderer failed: a bug of ours. */
export function noteFailure(log: Log, renderer: string, error: unknown): void {
  log.write('error', 'renderer failed', { renderer, error: String(error) });
}
