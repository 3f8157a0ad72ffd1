import type { Unavailable } from '../../domain/delivery.js';
import {
  type Attempts,
  afterFailedAlone,
  afterUnconfirmed,
  afterUnknownErrcode,
  isDue,
  isUsedUp,
  mayBeShown,
} from '../message/attempts.js';
import type { PreparedItem } from '../message/item.js';
import type { Circumstances } from './circumstances.js';
import type { Aside, Lane } from './lane.js';
import { type Settled, undecided } from './settled.js';

/** Records that something was delivered: earlier failures were the messages' own, and WeCom is known to answer. */
export function prove<Message>(settled: Settled<Message>, circumstances: Circumstances<Message>): Settled<Message> {
  const { now } = circumstances;
  const counted = settled.lane.aside.map((one) =>
    one.isPending ? { ...withAttempts(one, afterFailedAlone(one.item.attempts, now)), isPending: false } : one,
  );
  const parked = counted.filter(({ item }) => isUsedUp(item.attempts, now));
  const aside = counted.filter((one) => !parked.includes(one));
  const lane = repeat({ ...settled.lane, aside, isProven: true, failuresInRow: 0 }, circumstances);
  return { ...settled, lane, convicted: parked.map(({ item }) => item) };
}

/**
 * Sends messages that may have been shown once more. Items of this batch go alone, as one of them may be the one that
 * WeCom never answers; those that waited through an outage are merged as usual.
 */
export function repeat<Message>(lane: Lane<Message>, { now, separate, merge }: Circumstances<Message>): Lane<Message> {
  const doubtful = lane.aside.filter(({ item }) => mayBeShown(item.attempts) && isDue(item.attempts, now));
  if (doubtful.length === 0) return lane;
  const itemsOf = (isNew: boolean) => doubtful.filter((one) => one.isNew === isNew).map(({ item }) => item);
  return {
    ...lane,
    aside: lane.aside.filter((one) => !doubtful.includes(one)),
    posts: [...lane.posts, ...merge(itemsOf(false)), ...separate(itemsOf(true))],
  };
}

/** Sets aside items whose attempt failed. If the robot may be the cause, nothing is counted against them yet. */
export function setAside<Message>(
  lane: Lane<Message>,
  items: readonly PreparedItem[],
  result: Unavailable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const { now, faultOf, hideFor } = circumstances;
  const isUnknown = faultOf(result) === 'unknown-errcode';
  const count = isUnknown ? afterUnknownErrcode : lane.isProven ? afterFailedAlone : undefined;
  if (count) return settleAside(lane, items, { count: (attempts) => count(attempts, now), isNew: false, now });
  const hiddenMs = Math.max(lane.hiddenMs, hideFor(result, items[0]?.receiveCount ?? 1));
  const pending = items.map((item): Aside => ({ item, isPending: true, isNew: false }));
  return undecided({ ...lane, aside: [...lane.aside, ...pending], hiddenMs });
}

/**
 * Sets aside a message that may have been shown. It is sent again only once WeCom is known to answer, at most twice in
 * all.
 */
export function doubt<Message>(
  lane: Lane<Message>,
  items: readonly PreparedItem[],
  { now }: Circumstances<Message>,
): Settled<Message> {
  return settleAside(lane, items, { count: (attempts) => afterUnconfirmed(attempts, now), isNew: true, now });
}

interface Counting {
  readonly count: (attempts: Attempts) => Attempts;
  readonly isNew: boolean;
  readonly now: number;
}

function settleAside<Message>(
  lane: Lane<Message>,
  items: readonly PreparedItem[],
  { count, isNew, now }: Counting,
): Settled<Message> {
  const counted = items.map((item) => ({ ...item, attempts: count(item.attempts) }));
  const refused = counted.filter(({ attempts }) => isUsedUp(attempts, now));
  const aside = counted
    .filter((item) => !refused.includes(item))
    .map((item): Aside => ({ item, isPending: false, isNew }));
  return { lane: { ...lane, aside: [...lane.aside, ...aside] }, shown: [], refused, convicted: [] };
}

/** Returns an item that was set aside with another record. */
export function withAttempts(aside: Aside, attempts: Attempts): Aside {
  return { ...aside, item: { ...aside.item, attempts } };
}
