import type { Outgoing, PreparedItem, ReceivedMessage } from '../message/item.js';

/**
 * One robot's work in one batch: its posts in order, one attempt at a time, never closer than the robot's interval.
 * Every decision is made in `next-action.ts` and `settle.ts`, without a clock or side effects; `run-lane.ts` carries it
 * out.
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

/** Time before a post at which the rest of the group is let in, to be posted along with it, milliseconds. */
export const LET_IN_MS = 700;

/** Returns true if nothing is left to do but to wait until the next attempt may be made by whoever receives more. */
export function isIdle<Message>(lane: Lane<Message>): boolean {
  return lane.isProven && isEmpty(lane);
}

function isEmpty<Message>({ posts, reserve, aside, kept }: Lane<Message>): boolean {
  return posts.length + reserve.length + aside.length + kept.length === 0;
}

/** Sorts messages that are done with into those to delete now and those held back so that the group stays locked. */
export function acknowledge<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
): { readonly lane: Lane<Message>; readonly removable: readonly ReceivedMessage[] } {
  const held = isEmpty(lane) ? messages.slice(-1) : [];
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
