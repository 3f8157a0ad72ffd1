import type { Clock } from '../../base/clock.js';
import type { CloudWatch } from './watched.js';

/** Calls at a time: CloudWatch's quotas are shared with whatever else asks in the account. */
const AT_A_TIME = 5;

/** The time for which a region's tags are read, milliseconds: what is told has to be told within the invocation. */
export const TAGS_MS = 8000;

/** Alarms' tags, as far as they were read, by the alarm's ARN. */
export type TagsByArn = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** The parts of reading tags. */
export interface ReadTagsParts {
  /** The time after which no more are asked for, milliseconds since 1970. Default {@link TAGS_MS} from now. */
  readonly until?: number | undefined;
  readonly clock: Pick<Clock, 'now'>;
}

/** Tags, and the reason why not all of them were read. */
export interface TagsRead {
  readonly tags: TagsByArn;
  /** Absent if all were read. */
  readonly failure?: Error;
}

/** Resolves to the tags of some alarms of a region. Never rejects: if some cannot be read, or not in time, neither are the next ones. */
export async function readTags(
  cloudWatch: Pick<CloudWatch, 'tags'>,
  arns: readonly string[],
  { clock, until = clock.now() + TAGS_MS }: ReadTagsParts,
): Promise<TagsRead> {
  const tags = new Map<string, Readonly<Record<string, string>>>();
  try {
    for (let at = 0; at < arns.length; at += AT_A_TIME) {
      if (clock.now() > until) throw new Error(`Cannot read ${arns.length - at} of ${arns.length} in time`);
      const some = arns.slice(at, at + AT_A_TIME);
      await Promise.all(some.map(async (arn) => tags.set(arn, await cloudWatch.tags(arn))));
    }
  } catch (error) {
    return { tags, failure: error instanceof Error ? error : new Error(String(error)) };
  }
  return { tags };
}
