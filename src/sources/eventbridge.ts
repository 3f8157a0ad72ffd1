import type { ServiceEvent } from '../aws/service-event.js';
import { arrayAt, at, isObject, type JsonObject, objectAt, textAt } from '../base/json.js';
import { parseMessage } from '../base/lenient-json.js';
import { parseTime } from '../text/format.js';
import { answerAllDelivered } from './delivered.js';
import { type Envelope, outermostSource } from './envelope.js';

/**
 * The event of a rule on the classic bus.
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
 */
export const eventBridge: Envelope = {
  name: 'eventbridge',
  matches: isEnvelope,
  open: (value, outer) => [envelopeEvent(value, outer)],
  answer: answerAllDelivered,
};

/**
 * The event of a subscription to the newer custom bus: always a list, either of bare envelopes or of
 * `{ Data, Metadata, SystemMetadata }`. AWS documents the parts without saying which of the two an element is, so both are
 * read. An odd element among events is read as far as possible: it must not hold back the others.
 */
export const customEventBus: Envelope = {
  name: 'eventbridge-custom-bus',
  matches: (value) => Array.isArray(value) && value.some((one) => isEnvelope(one) || at(one, 'Data') !== undefined),
  open: (value, outer) => (Array.isArray(value) ? value.map((one, index) => elementEvent(one, index, outer)) : []),
  answer: answerAllDelivered,
};

function isEnvelope(value: unknown): boolean {
  return typeof at(value, 'detail-type') === 'string' && typeof at(value, 'source') === 'string';
}

/** Keys of the envelope itself. */
const ENVELOPE_KEYS: ReadonlySet<string> = new Set([
  ...['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail', 'replay-name'],
]);

/** Returns the detail. An input transformer may have left it out, and put what it chose beside the envelope's own keys. */
function detailOf(envelope: unknown): JsonObject {
  if (!isObject(envelope) || envelope['detail'] !== undefined) return objectAt(envelope, 'detail');
  return Object.fromEntries(Object.entries(envelope).filter(([key]) => !ENVELOPE_KEYS.has(key)));
}

function elementEvent(element: unknown, index: number, outer: ServiceEvent): ServiceEvent {
  const systemId = textAt(element, 'SystemMetadata', 'aws:EventId');
  const id = systemId === undefined ? `${outer.id}:${index}` : `eb:${systemId}`;
  const data = at(element, 'Data') ?? element;
  const text = typeof data === 'string' ? data : '';
  const detail = isObject(data) ? data : (parseMessage(text) ?? {});
  if (isEnvelope(detail)) return envelopeEvent(detail, { ...outer, id });
  return { ...outer, sourceName: outermostSource(outer, 'eventbridge'), id, detail, text };
}

function envelopeEvent(envelope: unknown, outer: ServiceEvent): ServiceEvent {
  const id = textAt(envelope, 'id');
  return {
    ...outer,
    sourceName: outermostSource(outer, 'eventbridge'),
    id: id === undefined ? outer.id : `eb:${id}`,
    source: textAt(envelope, 'source') ?? '',
    detailType: textAt(envelope, 'detail-type') ?? '',
    account: textAt(envelope, 'account') ?? outer.account,
    region: textAt(envelope, 'region') ?? outer.region,
    occurredAt: parseTime(at(envelope, 'time')) ?? outer.occurredAt,
    resources: arrayAt(envelope, 'resources').filter((resource) => typeof resource === 'string'),
    detail: detailOf(envelope),
    text: '',
    subject: '',
  };
}
