import { isDone } from '../../domain/delivery.js';
import { isLastTry, type Tick } from '../../domain/tick.js';
import { summaryWordsOf } from '../../text/summary-words.js';
import { slotOf } from '../alarm/slot.js';
import type { CloudWatch } from '../alarm/watched.js';
import type { TellParts } from '../reminders/tell-tick.js';
import { readSummaries, type SummaryParts } from './read-summaries.js';
import { summaryMessage } from './summary-message.js';
import { dueSummaries } from './summary-time.js';

/** The time for which EventBridge keeps a tick, milliseconds. A summary that is so late still says more than none. */
const MAX_AGE_MS = 60 * 60_000;

/**
 * Tells the summaries whose time has come at a tick. If something cannot be read it rejects, so that Lambda repeats the tick; the
 * last time it tells what could be read, and names what could not: a summary that does not come would look like a quiet night.
 */
export async function tellSummaries(
  { at }: Tick,
  cloudWatch: (region: string) => CloudWatch,
  parts: TellParts & Omit<SummaryParts, 'isLastTry'>,
): Promise<void> {
  const { routing, language, clock, log, dispatch, deadlineMs } = parts;
  const due = dueSummaries(routing.routes, slotOf(at), routing.timeZone);
  if (due.length === 0) return;
  const ageMs = clock.now() - at;
  if (ageMs > MAX_AGE_MS) return log.write('error', 'summary lost, tick too old', { ageMs });
  const { facts, unread } = await readSummaries(due, cloudWatch, { ...parts, isLastTry: isLastTry(ageMs) });
  if (unread.length > 0) {
    const reason = unread.join(', ');
    if (!isLastTry(ageMs)) throw new Error(`Cannot tell the summary as all of it must be read: not read is ${reason}`);
    log.write('error', 'summary told without what could not be read', { reason });
  }
  const style = { ...parts, timeZone: routing.timeZone, summary: summaryWordsOf(language) };
  const messages = facts.map((one) => summaryMessage(one, style));
  const outcomes = await dispatch(messages, deadlineMs);
  const untold = outcomes.filter((outcome) => !isDone(outcome)).length;
  if (untold > 0) throw new Error(`Cannot tell ${untold} of ${outcomes.length} summaries as they were not queued`);
}
