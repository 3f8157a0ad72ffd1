import type { ServiceEvent } from '../../aws/service-event.js';
import type { RenderedContent } from '../../domain/content.js';
import type { Draft, Skipped } from '../../domain/notification.js';

/** The reading of an alarm as people read it. */
export interface ContentParts {
  /** Turns an event into what people read, as the same event was when it came. */
  readonly interpret: (event: ServiceEvent) => Draft | Skipped;
}

/** Returns a draft of an alarm, unless it is not shown by design. */
export function alarmContent(event: ServiceEvent, { interpret }: ContentParts): (Draft & RenderedContent) | undefined {
  const draft = interpret(event);
  return 'skipped' in draft || draft.kind !== 'rendered' ? undefined : draft;
}
