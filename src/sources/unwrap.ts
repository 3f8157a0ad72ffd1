import type { ServiceEvent } from '../aws/service-event.js';
import { isDeadLetter } from '../renderers/services/dead-letter/read-dead-letter.js';
import type { Envelope } from './envelope.js';
import { eventInProse } from './known-prose.js';

/** The most wrappings that are removed: SNS in a queue in a destination's record is as deep as AWS nests events. */
const MAX_WRAPPINGS = 3;

/**
 * Returns the events inside a message: an SNS message or a queue's body may be JSON that carries events itself. Nothing else
 * is unwrapped: the `detail` of an EventBridge event belongs to that event, and the news of a dead letter is not what
 * is inside it.
 * @param envelopes the envelopes that may be found inside.
 */
export function unwrap(
  event: ServiceEvent,
  envelopes: readonly Envelope[],
  wrappings = MAX_WRAPPINGS,
): readonly ServiceEvent[] {
  if (event.text === '' || wrappings === 0 || isDeadLetter(event)) return [event];
  const envelope = envelopes.find((candidate) => candidate.matches(event.detail));
  if (!envelope) return [(hasNoJson(event) && eventInProse(event)) || event];
  return envelope.open(event.detail, event).flatMap((inner) => unwrap(inner, envelopes, wrappings - 1));
}

function hasNoJson({ detail }: ServiceEvent): boolean {
  return Object.keys(detail).length === 0;
}
