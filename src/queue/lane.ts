import type { DeliveryResult } from '../domain/delivery.js';
import type { Outgoing, PreparedItem, ReceivedMessage } from './item.js';

/**
 * One robot's work in one batch: its posts in order, one attempt at a time, never closer than the robot's interval.
 * Everything is decided here, without a clock or side effects; `run-lane.ts` carries it out.
 */
export interface Lane<Message> {
  /** The posts not completely accepted yet, in order. */
  readonly posts: readonly Outgoing<Message>[];
  /** The earliest time of the next attempt, and of the lane's end (the trailing wait), milliseconds since 1970. */
  readonly nextSendAt: number;
  /**
   * The last message done with. It is deleted only when the trailing wait ends, so that its group stays locked until
   * then.
   */
  readonly held: readonly ReceivedMessage[];
  /** Messages that are not to be shown and could not be dead-lettered: they stay on the queue. */
  readonly kept: readonly ReceivedMessage[];
  /** True if nothing more is sent: the robot's messages reappear later. */
  readonly isBrokenOff: boolean;
  /** The visibility timeout of what stays on the queue, milliseconds. */
  readonly hiddenMs: number;
}

/** Creates a lane that is about to start. */
export function openLane<Message>(posts: readonly Outgoing<Message>[], now: number): Lane<Message> {
  return { posts, nextSendAt: now, held: [], kept: [], isBrokenOff: false, hiddenMs: 0 };
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
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Deletes `held` and returns `left` as failed, with a visibility timeout of `hiddenMs`. */
  | {
      readonly kind: 'finish';
      readonly held: readonly ReceivedMessage[];
      readonly left: readonly ReceivedMessage[];
      readonly hiddenMs: number;
    };

/** Returns the next action. */
export function nextAction<Message>(lane: Lane<Message>, now: number, pace: Pace): Action<Message> {
  if (now < lane.nextSendAt) return { kind: 'wait', untilMs: lane.nextSendAt };
  const post = lane.posts[0];
  const message = post?.messages[post.accepted];
  const mayGoOn = !lane.isBrokenOff && now <= pace.sendUntilMs;
  if (mayGoOn && post && message !== undefined) return { kind: 'send', post, message };
  const left = [...lane.kept, ...lane.posts.flatMap(({ items }) => items)];
  return { kind: 'finish', held: lane.held, left, hiddenMs: lane.hiddenMs };
}

/**
 * The lane after an attempt, with the decided items: they are acknowledged next, the refused ones once dead-lettered.
 */
export interface Settled<Message> {
  readonly lane: Lane<Message>;
  readonly shown: readonly PreparedItem[];
  readonly refused: readonly PreparedItem[];
}

/** The facts `settle` needs besides lane and result. */
export interface Circumstances<Message> {
  readonly now: number;
  readonly pace: Pace;
  /**
   * Returns the visibility timeout of a robot's items after this failure, by the first one's receive count,
   * milliseconds.
   */
  readonly hideFor: (result: DeliveryResult, receiveCount: number) => number;
  /** Returns true if the content was refused, not the robot. */
  readonly isContentRefused: (result: DeliveryResult) => boolean;
  /** Turns each item into a post of its own. */
  readonly separate: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
}

/** Applies the result of the first post's attempt to the lane. */
export function settle<Message>(
  lane: Lane<Message>,
  result: DeliveryResult,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const post = lane.posts[0];
  const rest = lane.posts.slice(1);
  const paced = { ...lane, nextSendAt: circumstances.now + circumstances.pace.minIntervalMs };
  if (!post) return { lane: paced, shown: [], refused: [] };
  switch (result.status) {
    case 'delivered':
      return accept(paced, post, rest);
    case 'refused':
    case 'invalid':
      return refuse(paced, post, rest, circumstances, result);
    case 'unavailable':
    case 'unconfirmed':
      return postpone(paced, post, circumstances, result);
  }
}

function accept<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  rest: readonly Outgoing<Message>[],
): Settled<Message> {
  const accepted = post.accepted + 1;
  if (accepted < post.messages.length) {
    return { lane: { ...lane, posts: [{ ...post, accepted }, ...rest] }, shown: [], refused: [] };
  }
  return { lane: { ...lane, posts: rest }, shown: post.items, refused: [] };
}

/** Gives up a refused mention message: the message it belongs to has been shown. */
function refuse<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  rest: readonly Outgoing<Message>[],
  { isContentRefused, separate }: Circumstances<Message>,
  result: DeliveryResult,
): Settled<Message> {
  if (post.accepted > 0) return accept(lane, { ...post, accepted: post.messages.length - 1 }, rest);
  if (post.items.length > 1 && isContentRefused(result)) {
    return { lane: { ...lane, posts: [...separate(post.items), ...rest] }, shown: [], refused: [] };
  }
  return { lane: { ...lane, posts: rest }, shown: [], refused: post.items };
}

/**
 * Lets the robot's items reappear later, all at the same time so that they keep their order. Only if a message has
 * already been shown and its mentions are missing, these are retried at once while there is time: later, it would be
 * shown twice.
 */
function postpone<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  { now, pace, hideFor }: Circumstances<Message>,
  result: DeliveryResult,
): Settled<Message> {
  const waitMs = 'retryAfterMs' in result ? result.retryAfterMs : 0;
  const nextSendAt = Math.max(lane.nextSendAt, now + waitMs);
  if (post.accepted > 0 && nextSendAt <= pace.sendUntilMs)
    return { lane: { ...lane, nextSendAt }, shown: [], refused: [] };
  const hiddenMs = hideFor(result, post.items[0]?.receiveCount ?? 1);
  return { lane: { ...lane, isBrokenOff: true, hiddenMs: Math.max(lane.hiddenMs, hiddenMs) }, shown: [], refused: [] };
}

/** Sorts messages that are done with into those to delete now and those held back so that the group stays locked. */
export function acknowledge<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
): { readonly lane: Lane<Message>; readonly removable: readonly ReceivedMessage[] } {
  const isLast = lane.posts.length === 0 && lane.kept.length === 0;
  const held = isLast ? messages.slice(-1) : [];
  const removable = messages.slice(0, messages.length - held.length);
  return { lane: { ...lane, held: [...lane.held, ...held] }, removable };
}

/** Adds to the lane messages that are not to be shown and could not be dead-lettered: they stay, and delay no other. */
export function keepBack<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
  hiddenMs: number,
): Lane<Message> {
  if (messages.length === 0) return lane;
  return { ...lane, kept: [...lane.kept, ...messages], hiddenMs: Math.max(lane.hiddenMs, hiddenMs) };
}
