import { textAt } from '../../src/base/json.js';
import { readHeartbeat } from '../../src/domain/heartbeat.js';
import { readTick } from '../../src/domain/tick.js';

/** Events that tell nothing once they are old, in the plural. */
export type OutOfDate = 'heartbeats' | 'ticks';

/**
 * Returns what an event is if it is dropped instead of replayed: a heartbeat, or a tick, as the function is invoked with it or as the
 * schedule's own event, which EventBridge may keep instead. `undefined` for an event that somebody waits for.
 */
export function outOfDate(event: unknown): OutOfDate | undefined {
  if (readHeartbeat(event) !== undefined) return 'heartbeats';
  return readTick(event) !== undefined || isOfTickRule(event) ? 'ticks' : undefined;
}

/** CloudFormation names the rule `<stack>-TickRule-<characters>`. */
function isOfTickRule(event: unknown): boolean {
  return (
    textAt(event, 'detail-type') === 'Scheduled Event' &&
    /:rule\/[\w.-]+-TickRule-\w+$/.test(textAt(event, 'resources', 0) ?? '')
  );
}
