import { type AckLink, alarmDigest } from '../ack/ack-link.js';
import type { DescribedAlarm } from '../alarm/described-alarm.js';
import { sinceOf } from '../alarm/occurrence.js';
import { ownHistory } from '../alarm/reaching-back.js';
import type { Transition } from '../alarm/transition.js';
import type { CloudWatch } from '../alarm/watched.js';

/** The alarm that a link names, as it is now. */
export type Found =
  | { readonly kind: 'alarm'; readonly alarm: DescribedAlarm; readonly since: number; readonly region: CloudWatch }
  /** It is in ALARM for another time. */
  | { readonly kind: 'again'; readonly name: string; readonly since: number }
  | { readonly kind: 'recovered'; readonly name: string; readonly at: number }
  | { readonly kind: 'deleted'; readonly name: string }
  | { readonly kind: 'not in alarm' };

/** The readers of some regions. */
export interface Region {
  readonly cloudWatch: CloudWatch;
  /** Returns the ARN of an alarm of this account and region. */
  readonly arnOf: (name: string) => string;
}

/** Finds the alarm of a link: among those in ALARM, else in the history. Rejects if CloudWatch cannot be read. */
export async function findAlarm(regions: readonly Region[], link: AckLink, now: number): Promise<Found> {
  const found = await Promise.all(
    regions.map(async ({ cloudWatch }) =>
      (await cloudWatch.alarms('ALARM'))
        .filter(({ arn }) => alarmDigest(arn) === link.alarm)
        .map((alarm) => ({ alarm, cloudWatch })),
    ),
  );
  const [one] = found.flat();
  if (!one) return findInHistory(regions, link, now);
  const { alarm, cloudWatch: region } = one;
  const since = sinceOf(alarm, await ownHistory(alarm, region, now), now);
  // A link has whole seconds.
  const isThisOne = Math.floor(since / 1000) * 1000 <= link.at;
  return isThisOne ? { kind: 'alarm', alarm, since, region } : { kind: 'again', name: alarm.name, since };
}

async function findInHistory(regions: readonly Region[], link: AckLink, now: number): Promise<Found> {
  const found = await Promise.all(
    regions.map(async ({ cloudWatch, arnOf }) =>
      [...(await cloudWatch.changes(link.at - 1000, now)).history].filter(
        ([name]) => alarmDigest(arnOf(name)) === link.alarm,
      ),
    ),
  );
  const [one] = found.flat();
  return one ? endOf(...one) : { kind: 'not in alarm' };
}

/** Returns how an alarm ended that is not in ALARM. The history of one that was deleted ends in ALARM. */
function endOf(name: string, transitions: readonly Transition[]): Found {
  const last = transitions.at(-1);
  if (last?.to === 'OK') return { kind: 'recovered', name, at: last.at };
  return last?.to === 'ALARM' ? { kind: 'deleted', name } : { kind: 'not in alarm' };
}
