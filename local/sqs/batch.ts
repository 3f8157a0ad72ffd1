import { at, isObject, type JsonObject } from '../../src/base/json.js';
import { SqsError } from './error.js';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const MAX_ENTRIES = 10;
const ENTRY_ID = /^[A-Za-z0-9_-]{1,80}$/;

/** Reads the entries of a batch request. @throws {SqsError} If SQS would refuse the whole request. */
export function readEntries(input: JsonObject): readonly JsonObject[] {
  const given = at(input, 'Entries');
  const entries = Array.isArray(given) ? given.filter(isObject) : [];
  if (entries.length === 0) {
    throw new SqsError(
      'EmptyBatchRequest',
      'There should be at least one SendMessageBatchRequestEntry in the request.',
    );
  }
  if (entries.length > MAX_ENTRIES) {
    const sent = `Maximum number of entries per request are ${MAX_ENTRIES}. You have sent ${entries.length}.`;
    throw new SqsError('TooManyEntriesInBatchRequest', sent);
  }
  checkIds(entries.map(entryId));
  return entries;
}

/** Returns an entry's `Id`, or an empty text. */
export function entryId(entry: JsonObject): string {
  const id = at(entry, 'Id');
  return typeof id === 'string' ? id : '';
}

function checkIds(ids: readonly string[]): void {
  if (!ids.every((id) => ENTRY_ID.test(id))) {
    throw new SqsError(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
  }
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new SqsError('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
}

/** Runs each entry on its own. Those that throw SqsError are listed in `Failed`, the others in `Successful`. */
export function runBatch(entries: readonly JsonObject[], run: (entry: JsonObject) => JsonObject): JsonObject {
  const Successful: JsonObject[] = [];
  const Failed: JsonObject[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entryId(entry), ...run(entry) });
    } catch (error) {
      if (!(error instanceof SqsError)) throw error;
      const { code: Code, message: Message } = error.inBatch;
      Failed.push({ Id: entryId(entry), Code, Message, SenderFault: error.senderFault });
    }
  }
  return { Successful, Failed };
}
