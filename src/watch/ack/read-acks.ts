import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { CloudWatch } from '../alarm/watched.js';
import { ACK_TAG, type Ack, readAck } from './ack.js';

/** Calls at a time: CloudWatch's quotas are shared with whatever else asks in the account. */
const AT_A_TIME = 5;

/** The time after which no more tags are asked for, milliseconds: the reminders have to be told within the invocation. */
const MAX_MS = 8000;

/** The parts of reading tags. */
export interface ReadAcksParts {
  /** IANA zone of a time that names none. */
  readonly timeZone: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** Those who have alarms, by the alarm's ARN. */
export type Acks = ReadonlyMap<string, Ack>;

/**
 * Resolves to those who have some alarms of a region, as their tags say now. Never rejects: if a tag cannot be read, neither that one
 * nor the next ones are, so that people are called as without tags, and a line says so.
 */
export async function readAcks(
  cloudWatch: Pick<CloudWatch, 'tags'>,
  alarmArns: readonly string[],
  { timeZone, clock, log }: ReadAcksParts,
): Promise<Acks> {
  const acks = new Map<string, Ack>();
  const until = clock.now() + MAX_MS;
  try {
    for (let at = 0; at < alarmArns.length; at += AT_A_TIME) {
      if (clock.now() > until) throw new Error(`Cannot read ${alarmArns.length - at} of ${alarmArns.length} in time`);
      const some = alarmArns.slice(at, at + AT_A_TIME);
      const read = await Promise.all(some.map(async (arn) => ({ arn, tags: await cloudWatch.tags(arn) })));
      for (const { arn, tags } of read) {
        const value = tags[ACK_TAG];
        if (value !== undefined) acks.set(arn, readAck(value, timeZone));
      }
    }
  } catch (error) {
    log.write('warn', 'tags not read, whoever has an alarm is not known', { reason: String(error) });
  }
  return acks;
}
