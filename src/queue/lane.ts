import { isOnLastTry, isProbeDue, mayBeShown } from './attempts.js';
import { MAX_BATCH, type Outgoing, type PreparedItem, type ReceivedMessage } from './item.js';

/**
 * One robot's work in one batch: its posts in order, one attempt at a time, never closer than the robot's interval.
 * Every decision is made here and in `settle.ts`, without a clock or side effects; `run-lane.ts` carries it out.
 */
export interface Lane<Message> {
  /** The posts not completely accepted yet, in the order of their attempts. */
  readonly posts: readonly Outgoing<Message>[];
  /** Items that are not to be posted in this batch. They go on with the others, or stay on the queue. */
  readonly reserve: readonly PreparedItem[];
  /**
   * When the group is handed on after the first post that is delivered, with the time of that post, rather than held until
   * the next one is due: if something is left to post, or always, as more waits behind this batch.
   */
  readonly handsOn: 'never' | 'rest' | 'always';
  /** True once the queue was asked if more waits behind this batch. */
  readonly looked: boolean;
  /** Items that are not posted now: they failed, or wait for their time or for WeCom's answer. */
  readonly aside: readonly Aside[];
  /** Earliest time of the next attempt, milliseconds since 1970; also the end of the trailing wait. */
  readonly nextSendAt: number;
  /** The last message done with. It is deleted only when the trailing wait ends: its group stays locked until then. */
  readonly held: readonly ReceivedMessage[];
  /** Messages that will not be shown and could not be dead-lettered: they stay on the queue. */
  readonly kept: readonly ReceivedMessage[];
  /** True once something was delivered: the robot works, so a failure is the message's own. */
  readonly isProven: boolean;
  /** Attempts that failed since the last one that WeCom accepted. */
  readonly failuresInRow: number;
  /** True if nothing more is sent: the robot's messages reappear later. */
  readonly isBrokenOff: boolean;
  /** The visibility timeout of the messages that stay on the queue, milliseconds. */
  readonly hiddenMs: number;
}

/** An item that is not posted now. */
export interface Aside {
  readonly item: PreparedItem;
  /** True if its attempt failed and nothing of the robot was delivered since: the robot may be the cause. */
  readonly isPending: boolean;
  /** True if it may have been shown by an attempt of this batch. */
  readonly isNew: boolean;
}

/** Returns a lane that is about to start. @param nextSendAt the earliest time of its first attempt. */
export function openLane<Message>(
  posts: readonly Outgoing<Message>[],
  waiting: readonly PreparedItem[],
  nextSendAt: number,
): Lane<Message> {
  return {
    posts,
    reserve: [],
    handsOn: 'never',
    looked: false,
    aside: waiting.map((item) => ({ item, isPending: false, isNew: false })),
    nextSendAt,
    held: [],
    kept: [],
    isProven: false,
    failuresInRow: 0,
    isBrokenOff: false,
    hiddenMs: 0,
  };
}

/** The limits set by the robot's pace and by the invocation's time. */
export interface Pace {
  /** The interval between two attempts of one robot, milliseconds. */
  readonly minIntervalMs: number;
  /** The time after which no attempt starts, milliseconds since 1970. */
  readonly sendUntilMs: number;
  /** The time by which an attempt must have its answer, milliseconds since 1970. */
  readonly answerByMs: number;
}

export type Action<Message> =
  | { readonly kind: 'send'; readonly post: Outgoing<Message>; readonly message: Message }
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

/** Returns true if nothing is left to do but to wait until the next attempt may be made by whoever receives more. */
export function isIdle<Message>({ posts, reserve, aside, kept, isProven }: Lane<Message>): boolean {
  return isProven && posts.length + reserve.length + aside.length + kept.length === 0;
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

/** Sorts messages that are done with into those to delete now and those held back so that the group stays locked. */
export function acknowledge<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
): { readonly lane: Lane<Message>; readonly removable: readonly ReceivedMessage[] } {
  const { posts, reserve, kept, aside } = lane;
  const isLast = posts.length + reserve.length + kept.length + aside.length === 0;
  const held = isLast ? messages.slice(-1) : [];
  const removable = messages.slice(0, messages.length - held.length);
  return { lane: { ...lane, held: [...lane.held, ...held] }, removable };
}

/** Adds to the lane messages that will not be shown and could not be dead-lettered: they stay, and delay no other. */
export function keepBack<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
  hiddenMs: number,
): Lane<Message> {
  if (messages.length === 0) return lane;
  return { ...lane, kept: [...lane.kept, ...messages], hiddenMs: Math.max(lane.hiddenMs, hiddenMs) };
}
