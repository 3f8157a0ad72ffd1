import { type CloudWatchClient, UntagResourceCommand } from '@aws-sdk/client-cloudwatch';
import { parseArn } from '../../src/aws/arn.js';
import { nameOrLength } from '../../src/base/quote.js';
import { ACK_TAG } from '../../src/domain/ack-tag.js';
import { type Ack, readAck, writeAck } from '../../src/watch/ack/ack.js';
import type { DescribedAlarm } from '../../src/watch/alarm/described-alarm.js';
import type { CloudWatch } from '../../src/watch/alarm/watched.js';
import { cloudWatchOf } from '../../src/watch/cloudwatch.js';

/** The wish of who runs the script: to have an alarm, or to let it go. */
export type Wish =
  | { readonly kind: 'take'; readonly who: string; readonly duration?: string | undefined }
  | { readonly kind: 'release' };

/** The result, for a person. */
export interface Taken {
  readonly ok: boolean;
  readonly line: string;
}

const MINUTE_MS = 60_000;

type Client = Pick<CloudWatchClient, 'send'>;

/**
 * Sets the tag that says who has an alarm, or ends its time. Rejects as the client does.
 * @param alarm its name or ARN.
 * @param timeZone of the time in a tag that somebody wrote without an offset.
 */
export async function takeAlarm(
  client: Client,
  alarm: string,
  wish: Wish,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Promise<Taken> {
  const cloudWatch = cloudWatchOf(client);
  const [found] = await cloudWatch.named([nameOf(alarm)]);
  if (!found || (alarm.startsWith('arn:') && found.arn !== alarm)) {
    const line = `Cannot find the alarm ${nameOrLength(alarm)} in this account and region: check its name, or set --region`;
    return { ok: false, line };
  }
  const tags = await cloudWatch.tags(found.arn);
  const tag = tags[ACK_TAG] === undefined ? undefined : readAck(tags[ACK_TAG], timeZone);
  const before = tag && !isOver(tag, now) ? tag : undefined;
  if (wish.kind === 'release') return release({ client, cloudWatch }, found, before, now);
  return take(cloudWatch, found, before?.who, wish, now);
}

/** Returns an alarm's name, whole, from its ARN or as it is given. */
function nameOf(alarm: string): string {
  return parseArn(alarm)?.resource.replace(/^alarm:/, '') ?? alarm;
}

async function take(
  cloudWatch: CloudWatch,
  { arn, name, state }: DescribedAlarm,
  before: string | undefined,
  { who, duration }: Extract<Wish, { readonly kind: 'take' }>,
  now: number,
): Promise<Taken> {
  if (state === 'OK') return { ok: false, line: `Cannot take ${name} as it must be in ALARM: current state is OK` };
  const value = writeAck(who, now, duration);
  await cloudWatch.tag(arn, ACK_TAG, value);
  const until = duration === undefined ? 'until it is over' : `for ${duration}`;
  const after = before === undefined || before === who ? '' : `, after ${before}`;
  return {
    ok: true,
    line: `${who} has ${name}${after}: its reminders say so and call nobody ${until} (${ACK_TAG} = ${value})`,
  };
}

async function release(
  { client, cloudWatch }: { readonly client: Client; readonly cloudWatch: CloudWatch },
  { arn, name, state }: DescribedAlarm,
  before: Ack | undefined,
  now: number,
): Promise<Taken> {
  if (before === undefined) return { ok: true, line: `Nobody had ${name}` };
  const { who, since } = before;
  if (since === undefined || state === 'OK')
    await client.send(new UntagResourceCommand({ ResourceARN: arn, TagKeys: [ACK_TAG] }));
  else {
    // A tick finds the end of a time, and nothing of a tag that is gone. So the tag stays while there is somebody to call.
    await cloudWatch.tag(arn, ACK_TAG, writeAck(who, since, durationSince(since, now)));
  }
  return { ok: true, line: `${who} has ${name} no longer: its reminders call people again` };
}

function isOver({ since = 0, forMs }: Ack, now: number): boolean {
  return forMs !== undefined && now >= since + forMs;
}

/** Returns the whole minutes or hours that have passed, as a tag says a duration. */
function durationSince(since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / MINUTE_MS));
  return minutes > 9999 ? `${Math.floor(minutes / 60)}h` : `${minutes}m`;
}
