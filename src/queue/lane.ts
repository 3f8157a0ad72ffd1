import { isOnLastTry, isProbeDue, mayBeShown } from './attempts.js';
import { MAX_BATCH, type Outgoing, type PreparedItem, type ReceivedMessage } from './item.js';

/**
 * One robot's work in one batch: its posts in order, one attempt at a time, never closer than the robot's interval.
 * Every decision is made here and in `settle.ts`, without a clock or side effects; `run-lane.ts` carries it out.
 */
export interface Lane<Message> {
  /** The posts not completely accepted yet, in the order of their attempts. */
  readonly posts: readonly Outgoing<Message>[];
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

/** Returns a lane that is about to start. */
export function openLane<Message>(
  posts: readonly Outgoing<Message>[],
  waiting: readonly PreparedItem[],
  now: number,
): Lane<Message> {
  return {
    posts,
    aside: waiting.map((item) => ({ item, isPending: false, isNew: false })),
    nextSendAt: now,
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
  if (now < lane.nextSendAt) return { kind: 'wait', untilMs: lane.nextSendAt };
  const mayGoOn = !lane.isBrokenOff && now <= pace.sendUntilMs;
  return (mayGoOn && nextAttempt(lane, now)) || finish(lane, now);
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
 * others are hidden in place. Those that only wait, but fill a batch, are sent back as well: nothing behind them could
 * be received.
 */
function finish<Message>(lane: Lane<Message>, now: number): Finish {
  const aside = lane.aside.map(({ item }) => item);
  const remaining = [...aside, ...lane.posts.flatMap(({ items }) => items)];
  const unchanged = remaining.filter((item) => !isChanged(item));
  const waits = lane.aside.filter(({ item, isPending }) => !isPending && !isChanged(item)).map(({ item }) => item);
  const isInTheWay = waits.length >= MAX_BATCH && waits.every(({ receiveCount }) => receiveCount > 1);
  return {
    kind: 'finish',
    held: lane.held,
    back: isInTheWay ? remaining : remaining.filter(isChanged),
    left: [...lane.kept, ...(isInTheWay ? [] : unchanged)],
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
  const isLast = lane.posts.length === 0 && lane.kept.length === 0 && lane.aside.length === 0;
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
