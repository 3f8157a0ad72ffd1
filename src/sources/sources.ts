import { unrecognised } from '../payloads/unrecognised.js';
import { alarmAction } from './alarm-action.js';
import type { Envelope } from './envelope.js';
import { customEventBus, eventBridge } from './eventbridge.js';
import { httpSource } from './http/http.js';
import { lambdaDestination } from './lambda-destination.js';
import { logSubscription } from './log-subscription.js';
import { pipes } from './pipes.js';
import { plainInvocation, plainObject } from './plain-invocation.js';
import { readEnvelope } from './read-envelope.js';
import { serviceRecords } from './service-records.js';
import { sns, snsNotification } from './sns.js';
import type { Incoming, ReadContext, Source } from './source.js';
import { sqs } from './sqs.js';
import { stateMachineError, stateMachineErrorInside } from './state-machine-error.js';

/** Every envelope of events, outermost or inside another's message. An alarm's own event comes before EventBridge's. */
const ENVELOPES: readonly Envelope[] = [
  customEventBus,
  sns,
  snsNotification,
  sqs,
  serviceRecords,
  alarmAction,
  eventBridge,
  lambdaDestination,
  logSubscription,
  stateMachineError,
  // A list of anything: what EventBridge's own bus delivers as one comes before it.
  pipes,
];

/**
 * Every kind of Lambda event, tried in this order. HTTP comes first: an event that looks like a request must present its token,
 * whatever else it looks like. Nothing takes just anything: an unknown event is an error.
 */
export const SOURCES: readonly Source[] = [
  httpSource(ENVELOPES),
  ...[...ENVELOPES, plainInvocation, stateMachineErrorInside, plainObject].map(sourceOf),
];

/**
 * Reads a Lambda event with the source that knows it.
 * @throws {UnrecognisedEventError} If no source knows it. Names the event's top-level keys.
 * @throws {InvalidInputError} If a caller's message breaks a rule. An HTTP caller is answered instead.
 */
export async function readEvent(event: unknown, context: ReadContext): Promise<Incoming> {
  const source = SOURCES.find((candidate) => candidate.matches(event));
  if (!source) throw unrecognised(event);
  return source.read(event, context);
}

function sourceOf(envelope: Envelope): Source {
  return {
    name: envelope.name,
    matches: (event) => envelope.matches(event),
    read: (event, context) => readEnvelope(envelope, ENVELOPES, event, context),
  };
}
