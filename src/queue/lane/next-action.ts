import { isOnLastTry, isProbeDue, mayBeShown } from '../message/attempts.js';
import { MAX_BATCH, type Outgoing, type PreparedItem, type ReceivedMessage } from '../message/item.js';
import type { Aside, Lane, Pace } from './lane.js';

/** An attempt at the next message of a post. */
export interface Sending<Message> {
  readonly kind: 'send';
  readonly post: Outgoing<Message>;
  readonly message: Message;
}

/** The next thing that a lane does. */
export type Action<Message> =
  | Sending<Message>
  /** Asks WeCom for any answer: a message that may have been shown is sent again only if it answers. */
  | { readonly kind: 'probe' }
  /**
   * Tells the group that the item is dead-lettered. If this is delivered the robot works, and the item is
   * dead-lettered.
   */
  | { readonly kind: 'tell'; readonly item: PreparedItem }
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Sends the items to the end of their group, and lets the group go before the next attempt is due. */
  | { readonly kind: 'hand-on'; readonly items: readonly PreparedItem[] }
  | Finish;

/**
 * The end of a lane: `held` is deleted, `back` is sent to the group's end, `left` gets the visibility timeout
 * `hiddenMs`.
 */
export interface Finish {
  readonly kind: 'finish';
  readonly held: readonly ReceivedMessage[];
  readonly back: readonly PreparedItem[];
  readonly left: readonly ReceivedMessage[];
  readonly hiddenMs: number;
}

/** Decides what to do next. */
export function nextAction<Message>(lane: Lane<Message>, now: number, pace: Pace): Action<Message> {
  if (isHandingOn(lane)) return { kind: 'hand-on', items: [...lane.aside.map(({ item }) => item), ...planned(lane)] };
  if (now < lane.nextSendAt) return { kind: 'wait', untilMs: lane.nextSendAt };
  const mayGoOn = !lane.isBrokenOff && now <= pace.sendUntilMs;
  return (mayGoOn && nextAttempt(lane, now)) || finish(lane, now);
}

/** Returns true if the lane has done its part, and what is left may as well be done by whoever receives it next. */
function isHandingOn<Message>(lane: Lane<Message>): boolean {
  const { handsOn, isProven, isBrokenOff, kept, aside, posts } = lane;
  const isWanted = handsOn === 'always' || (handsOn === 'rest' && planned(lane).length > 0);
  const isMovable = ({ item, isPending }: Aside): boolean => !isPending && !isChanged(item);
  const isBetweenPosts = (posts[0]?.accepted ?? 0) === 0;
  return isWanted && isProven && !isBrokenOff && kept.length === 0 && aside.every(isMovable) && isBetweenPosts;
}

/** Returns the items that were not posted yet and have not failed. */
function planned<Message>({ posts, reserve }: Lane<Message>): readonly PreparedItem[] {
  return [...posts.flatMap(({ items }) => items), ...reserve];
}

function nextAttempt<Message>(lane: Lane<Message>, now: number): Action<Message> | undefined {
  const post = lane.posts[0];
  const message = post?.messages[post.accepted];
  if (post && message !== undefined) return { kind: 'send', post, message };
  const unconfirmed = lane.aside.filter(({ item }) => mayBeShown(item.attempts));
  const isDue = unconfirmed.every(({ item: { attempts } }) => isProbeDue(attempts, now));
  if (unconfirmed.length > 0 && isDue) return { kind: 'probe' };
  const last = lane.aside.find(({ item, isPending }) => isPending && isOnLastTry(item.attempts, now));
  return last && { kind: 'tell', item: last.item };
}

/** Longest time for which waiting messages hide the later ones of their group, milliseconds. */
const MAX_WAIT_MS = 20_000;

/**
 * Finishes the lane. An item whose record changed is sent back to the end of its group, which keeps the record; the
 * others are hidden in place. Those that only wait, but fill a batch, are sent back as well, and so is the reserve beside
 * messages that cannot be parked: nothing behind them could be received.
 */
function finish<Message>(lane: Lane<Message>, now: number): Finish {
  const aside = lane.aside.map(({ item }) => item);
  const remaining = [...aside, ...planned(lane)];
  const waits = lane.aside.filter(({ item, isPending }) => !isPending && !isChanged(item)).map(({ item }) => item);
  const isInTheWay = waits.length >= MAX_BATCH && waits.every(({ receiveCount }) => receiveCount > 1);
  const isBlocked = lane.kept.length > 0;
  const isGoing = (item: PreparedItem): boolean => isChanged(item) || (isBlocked && lane.reserve.includes(item));
  const back = isInTheWay ? remaining : remaining.filter(isGoing);
  return {
    kind: 'finish',
    held: lane.held,
    back,
    left: [...lane.kept, ...remaining.filter((item) => !back.includes(item))],
    hiddenMs: Math.max(lane.hiddenMs, ...waits.map((item) => waitOf(item, now))),
  };
}

/** Returns true if attempts of this batch changed the item's record. */
function isChanged({ attempts, recorded }: PreparedItem): boolean {
  return attempts !== recorded;
}

/** Returns the time until it is due. For an answer of WeCom there is no such time, so it waits as long as it may. */
function waitOf({ attempts }: PreparedItem, now: number): number {
  return mayBeShown(attempts) ? MAX_WAIT_MS : Math.min(Math.max(attempts.notBefore - now, 0), MAX_WAIT_MS);
}
