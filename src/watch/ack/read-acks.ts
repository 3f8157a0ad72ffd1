import type { Log } from '../../base/log.js';
import { ACK_TAG } from '../../domain/ack-tag.js';
import { type ReadTagsParts, readTags, type TagsByArn } from '../alarm/read-tags.js';
import type { CloudWatch } from '../alarm/watched.js';
import { type Ack, readAck, untilLooked } from './ack.js';

/** The parts of reading who has alarms. */
export interface ReadAcksParts extends ReadTagsParts {
  readonly log: Log;
  /** IANA zone of a time that names none. */
  readonly timeZone: string;
}

/** Those who have alarms, by the alarm's ARN. */
export type Acks = ReadonlyMap<string, Ack>;

/**
 * Resolves to those who have some alarms of a region, as their tags say now. Never rejects: if a tag cannot be read, neither are the
 * next ones, so that people are called as without tags, and a line says so.
 * @param known tags that were read a moment ago.
 */
export async function readAcks(
  cloudWatch: Pick<CloudWatch, 'tags'>,
  alarmArns: readonly string[],
  { timeZone, log, ...parts }: ReadAcksParts,
  known: TagsByArn = new Map(),
): Promise<Acks> {
  const unknown = [...new Set(alarmArns)].filter((arn) => !known.has(arn));
  const { tags, failure } = await readTags(cloudWatch, unknown, parts);
  if (failure) log.write('warn', 'tags not read, whoever has an alarm is not known', { reason: String(failure) });
  const tagsOf = new Map([...known, ...tags]);
  const acks = alarmArns.flatMap((arn) => {
    const value = tagsOf.get(arn)?.[ACK_TAG];
    return value === undefined ? [] : [[arn, untilLooked(readAck(value, timeZone))] as const];
  });
  return new Map(acks);
}
