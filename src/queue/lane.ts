import { isOnLastTry, isProbeDue, mayBeShown } from './attempts.js';
import { MAX_BATCH, type Outgoing, type PreparedItem, type ReceivedMessage } from './item.js';

/**
 * One robot's work in one batch: its posts in order, one attempt at a time, never closer than the robot's interval. Every
 * decision is made here and in `settle.ts`, without a clock and without effects; `run-lane.ts` carries it out.
 */
export interface Lane<Message> {
  /** Posts that are not wholly accepted yet, in the order of their attempts. */
  readonly posts: readonly Outgoing<Message>[];
  /** Items that are not posted now: they failed, or wait for their time or for WeCom's answer. */
  readonly aside: readonly Aside[];
  /** Earliest time of the next attempt, milliseconds since 1970; also the end of the trailing wait. */
  readonly nextSendAt: number;
  /** The last message done with. It is deleted when the trailing wait ends: its group stays closed until then. */
  readonly held: readonly ReceivedMessage[];
  /** Messages that will not be shown and could not be parked: they stay on the queue. */
  readonly kept: readonly ReceivedMessage[];
  /** True once something was delivered: the robot works, so a failure is the message's own. */
  readonly isProven: boolean;
  /** Attempts that failed since the last one that WeCom accepted. */
  readonly failuresInRow: number;
  /** True if nothing more is sent: the robot's messages come again later. */
  readonly isBrokenOff: boolean;
  /** How long the messages that stay on the queue are hidden, milliseconds. */
  readonly hiddenMs: number;
}

/** An item that is not posted now. */
export interface Aside {
  readonly item: PreparedItem;
  /** True if its attempt failed and nothing of the robot was delivered since: the trouble may be the robot's. */
  readonly isPending: boolean;
  /** True if it may have been shown by an attempt of this batch. */
  readonly isNew: boolean;
  /** True if its record changed in this batch, so that it has to be sent back to keep it. */
  readonly isChanged: boolean;
}

/** Returns a lane that is about to start. */
export function openLane<Message>(
  posts: readonly Outgoing<Message>[],
  waiting: readonly PreparedItem[],
  now: number,
): Lane<Message> {
  return {
    posts,
    aside: waiting.map((item) => ({ item, isPending: false, isNew: false, isChanged: false })),
    nextSendAt: now,
    held: [],
    kept: [],
    isProven: false,
    failuresInRow: 0,
    isBrokenOff: false,
    hiddenMs: 0,
  };
}

/** Limits of the robot and of the invocation's time. */
export interface Pace {
  /** Time between two attempts of one robot, milliseconds. */
  readonly minIntervalMs: number;
  /** The time after which no attempt starts, milliseconds since 1970. */
  readonly sendUntilMs: number;
  /** The time by which an attempt must have its answer, milliseconds since 1970. */
  readonly answerByMs: number;
}

export type Action<Message> =
  | { readonly kind: 'send'; readonly post: Outgoing<Message>; readonly message: Message }
  /** Ask WeCom for an answer, whatever it is: what may have been shown is sent again only if it answers. */
  | { readonly kind: 'probe' }
  /** Tell the group that the item is parked. If this is delivered the robot works, and the item is parked. */
  | { readonly kind: 'tell'; readonly item: PreparedItem }
  | { readonly kind: 'wait'; readonly untilMs: number }
  | Finish;

/** The end of a lane: delete `held`, send `back` to the group's end, leave `left` hidden for `hiddenMs`. */
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

/** Longest time that messages which wait hide the later ones of their group, milliseconds. */
const MAX_WAIT_MS = 20_000;

/**
 * An item whose record changed is sent back to the end of its group, which keeps the record; the others are hidden where they
 * are. Those that only wait and fill a batch are sent back as well: nothing behind them could be received.
 */
function finish<Message>(lane: Lane<Message>, now: number): Finish {
  const unsent = lane.posts.flatMap(({ items }) => items);
  const unchanged = lane.aside.filter(({ isChanged }) => !isChanged).map(({ item }) => item);
  const isInTheWay = unchanged.length >= MAX_BATCH && unchanged.every(({ receiveCount }) => receiveCount > 1);
  const changed = lane.aside.filter(({ isChanged }) => isChanged).map(({ item }) => item);
  const waits = lane.aside.filter(({ isPending, isChanged }) => !isPending && !isChanged).map(({ item }) => item);
  return {
    kind: 'finish',
    held: lane.held,
    back: isInTheWay ? [...changed, ...unchanged] : changed,
    left: [...lane.kept, ...(isInTheWay ? [] : unchanged), ...unsent],
    hiddenMs: Math.max(lane.hiddenMs, ...waits.map((item) => waitOf(item, now))),
  };
}

/** Until its time has come; for an answer of WeCom there is no time, so it waits as long as it may. */
function waitOf({ attempts }: PreparedItem, now: number): number {
  return mayBeShown(attempts) ? MAX_WAIT_MS : Math.min(Math.max(attempts.notBefore - now, 0), MAX_WAIT_MS);
}

/** Divides messages that are done with into what is deleted now, and what is held back so that the group stays closed. */
export function acknowledge<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
): { readonly lane: Lane<Message>; readonly removable: readonly ReceivedMessage[] } {
  const isLast = lane.posts.length === 0 && lane.kept.length === 0 && lane.aside.length === 0;
  const held = isLast ? messages.slice(-1) : [];
  const removable = messages.slice(0, messages.length - held.length);
  return { lane: { ...lane, held: [...lane.held, ...held] }, removable };
}

/** Returns the lane with messages that will not be shown and could not be parked: they stay, and hold back no other. */
export function keepBack<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
  hiddenMs: number,
): Lane<Message> {
  if (messages.length === 0) return lane;
  return { ...lane, kept: [...lane.kept, ...messages], hiddenMs: Math.max(lane.hiddenMs, hiddenMs) };
}
