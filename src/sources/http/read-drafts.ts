import type { ServiceEvent } from '../../aws/service-event.js';
import { isObject } from '../../base/json.js';
import { LIST_KEY } from '../../base/lenient-json.js';
import { InvalidInputError } from '../../domain/errors.js';
import type { Draft, Skipped } from '../../domain/notification.js';
import type { PayloadContext } from '../../payloads/payload.js';
import { draftOf, payloadOf } from '../../payloads/payloads.js';
import { adviceFor, unrecognised } from '../../payloads/unrecognised.js';
import type { Envelope } from '../envelope.js';
import { pipes } from '../pipes.js';
import { unwrap } from '../unwrap.js';
import type { HttpContext } from './endpoint.js';

/** The messages that a body becomes. */
interface ReadDrafts {
  readonly drafts: readonly Draft[];
  readonly skipped: readonly Skipped[];
}

/**
 * Reads the body of an authenticated request: as a payload, else as an event of AWS, else as a tool's by name, else in the generic form. Any JSON object
 * or list is shown.
 * @throws {InvalidInputError} If it is neither JSON nor text, is connected by mistake, or breaks one of its payload's rules.
 */
export async function readDrafts(
  body: unknown,
  payloadContext: PayloadContext,
  context: HttpContext,
): Promise<ReadDrafts> {
  const payload = payloadOf(body);
  if (payload && !payload.isLoose) return { drafts: [draftOf(payload, body, payloadContext)], skipped: [] };
  const event = eventOf(body, payloadContext.event);
  const inside = event && eventsIn(body, event, context.envelopes);
  if (!inside || (inside.length === 0 && isMistake(body))) {
    throw new InvalidInputError('body', unrecognised(body, 'the body').message);
  }
  const read = await Promise.all(
    inside.length === 0
      ? [context.interpret(event, payloadContext.header)]
      : inside.map((each) => context.interpret(each)),
  );
  return {
    drafts: read.flatMap((one) => ('skipped' in one ? [] : [withHttpId(one, payloadContext)])),
    skipped: read.flatMap((one) => ('skipped' in one ? [one] : [])),
  };
}

/** Returns true for an event that is connected by mistake. A list is no batch of a pipe here. */
function isMistake(body: unknown): boolean {
  return !Array.isArray(body) && adviceFor(body) !== undefined;
}

/** Returns the body as an event that nobody sent, or `undefined` if there is nothing in it. */
function eventOf(body: unknown, outer: ServiceEvent): ServiceEvent | undefined {
  if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) return undefined;
  return { ...outer, detail: isObject(body) ? body : { [LIST_KEY]: body }, text: JSON.stringify(body) };
}

/** Returns the events that a body carries as AWS does; none if it is no envelope of AWS's. A list of anything is no batch here. */
function eventsIn(body: unknown, event: ServiceEvent, envelopes: readonly Envelope[]): readonly ServiceEvent[] {
  const envelope = envelopes.find((candidate) => candidate !== pipes && candidate.matches(body));
  return envelope ? envelope.open(body, event).flatMap((inner) => unwrap(inner, envelopes)) : [];
}

/** Returns the draft with an id that only HTTP gives: a body must not keep the event whose id it has from being shown. */
function withHttpId(draft: Draft, { callerId, event }: PayloadContext): Draft {
  const id = callerId ?? (draft.id.startsWith('http:') ? draft.id : `http:${draft.id}`);
  return { ...draft, id, origin: { ...draft.origin, source: event.sourceName } };
}
