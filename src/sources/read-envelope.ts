import type { ServiceEvent } from '../aws/service-event.js';
import type { Outcome } from '../domain/delivery.js';
import type { Draft, Skipped } from '../domain/notification.js';
import { type Envelope, emptyEvent, type RecordOutcome } from './envelope.js';
import type { Incoming, ReadContext } from './source.js';
import { unwrap } from './unwrap.js';

/** The contents of one record, or the reason it could not be read. */
interface ReadRecord {
  readonly contents: readonly (Draft | Skipped)[];
  readonly error?: unknown;
}

/**
 * Reads the events in an envelope. A record that cannot be read does not hold back the others: the answer reports it.
 * @param inside the envelopes that may occur inside its messages.
 * @throws The first record's error if no record could be read.
 */
export async function readEnvelope(
  envelope: Envelope,
  inside: readonly Envelope[],
  event: unknown,
  context: ReadContext,
): Promise<Incoming> {
  const outer = emptyEvent('invoke', `invoke:${context.invocation.requestId}`, context.now);
  const records = await Promise.all(envelope.open(event, outer).map((record) => readRecord(record, inside, context)));
  const errors = records.flatMap(({ error }) => (error === undefined ? [] : [error]));
  if (errors.length > 0 && errors.length === records.length) throw errors[0];
  const drafts = records.flatMap(({ contents }, record) =>
    contents.filter(isDraft).map((draft) => ({ draft, record })),
  );
  return {
    drafts: drafts.map(({ draft }) => draft),
    skipped: records.flatMap(({ contents }) => contents.filter(isSkipped)),
    unread: errors,
    respond(outcomes, draftOf = outcomes.length === drafts.length ? outcomes.map((_, index) => index) : []) {
      // An outcome whose record is unknown counts for every record: better sent again than lost.
      const recordOf = (outcome: number) => drafts[draftOf[outcome] ?? -1]?.record;
      return envelope.answer(
        records.map(({ error }, record) => outcomeOf(record, error, outcomes, recordOf)),
        event,
      );
    },
  };
}

async function readRecord(
  record: ServiceEvent,
  inside: readonly Envelope[],
  context: ReadContext,
): Promise<ReadRecord> {
  try {
    return { contents: await Promise.all(unwrap(record, inside).map((event) => context.interpret(event))) };
  } catch (error) {
    return { contents: [], error }; // Reported in the answer, and in `unread` for the log.
  }
}

function outcomeOf(
  record: number,
  error: unknown,
  outcomes: readonly Outcome[],
  recordOf: (outcome: number) => number | undefined,
): RecordOutcome {
  const own = outcomes.filter((_, index) => (recordOf(index) ?? record) === record);
  return { outcomes: own, ...(error !== undefined && { error }) };
}

function isSkipped(content: Draft | Skipped): content is Skipped {
  return 'skipped' in content;
}

function isDraft(content: Draft | Skipped): content is Draft {
  return !isSkipped(content);
}
