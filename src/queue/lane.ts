import type { DeliveryResult } from '../domain/delivery.js';
import type { Outgoing, PreparedItem, ReceivedMessage } from './item.js';

/**
 * One robot's work in one batch: its posts in order, one attempt at a time, never closer than the robot's interval. All of it
 * is decided here, without a clock and without effects; `run-lane.ts` carries it out.
 */
export interface Lane<Message> {
  /** Not wholly accepted yet, in order. */
  readonly posts: readonly Outgoing<Message>[];
  /** The earliest time of the next attempt, milliseconds since 1970. Also when the lane may end: the trailing wait. */
  readonly nextSendAt: number;
  /** The last message done with. It is deleted when the trailing wait ends: its group stays closed for as long. */
  readonly held: readonly ReceivedMessage[];
  /** Not to be shown, and not parked: they stay on the queue. */
  readonly kept: readonly ReceivedMessage[];
  /** Nothing more is sent: the robot's messages come again later. */
  readonly isBrokenOff: boolean;
  /** How long what stays on the queue is hidden, milliseconds. */
  readonly hiddenMs: number;
}

/** A lane about to start. */
export function openLane<Message>(posts: readonly Outgoing<Message>[], now: number): Lane<Message> {
  return { posts, nextSendAt: now, held: [], kept: [], isBrokenOff: false, hiddenMs: 0 };
}

/** What the robot's limits and the invocation's time allow. */
export interface Pace {
  /** Between two attempts of one robot, milliseconds. */
  readonly minIntervalMs: number;
  /** No attempt starts after it, milliseconds since 1970. */
  readonly sendUntilMs: number;
  /** When an attempt must have its answer, milliseconds since 1970. */
  readonly answerByMs: number;
}

export type Action<Message> =
  | { readonly kind: 'send'; readonly post: Outgoing<Message>; readonly message: Message }
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Delete `held`, return `left` as failed, hidden for `hiddenMs`. */
  | {
      readonly kind: 'finish';
      readonly held: readonly ReceivedMessage[];
      readonly left: readonly ReceivedMessage[];
      readonly hiddenMs: number;
    };

/** What to do next. */
export function nextAction<Message>(lane: Lane<Message>, now: number, pace: Pace): Action<Message> {
  if (now < lane.nextSendAt) return { kind: 'wait', untilMs: lane.nextSendAt };
  const post = lane.posts[0];
  const message = post?.messages[post.accepted];
  const mayGoOn = !lane.isBrokenOff && now <= pace.sendUntilMs;
  if (mayGoOn && post && message !== undefined) return { kind: 'send', post, message };
  const left = [...lane.kept, ...lane.posts.flatMap(({ items }) => items)];
  return { kind: 'finish', held: lane.held, left, hiddenMs: lane.hiddenMs };
}

/** The lane after an attempt, and what it decided about items: they are acknowledged next, the refused ones once parked. */
export interface Settled<Message> {
  readonly lane: Lane<Message>;
  readonly shown: readonly PreparedItem[];
  readonly refused: readonly PreparedItem[];
}

/** What `settle` needs to know besides lane and result. */
export interface Circumstances<Message> {
  readonly now: number;
  readonly pace: Pace;
  /** How long a robot's items hide after this failure, given the first one's receive count, milliseconds. */
  readonly hideFor: (result: DeliveryResult, receiveCount: number) => number;
  /** Whether it is the content that was refused, and not the robot. */
  readonly isContentRefused: (result: DeliveryResult) => boolean;
  /** Each item as a post of its own. */
  readonly separate: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
}

/** Works the result of the first post's attempt into the lane. */
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

/** A refused mention message is given up: what it points at has been shown. */
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
 * The robot's items come back later, all at one time so that their order stays. Only where a message stands in the group
 * already and its mentions are missing, they are tried again at once while there is time: later, it would be shown twice.
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

/** Messages that are done with: what may be deleted now, and what is held back so that the group stays closed. */
export function acknowledge<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
): { readonly lane: Lane<Message>; readonly removable: readonly ReceivedMessage[] } {
  const isLast = lane.posts.length === 0 && lane.kept.length === 0;
  const held = isLast ? messages.slice(-1) : [];
  const removable = messages.slice(0, messages.length - held.length);
  return { lane: { ...lane, held: [...lane.held, ...held] }, removable };
}

/** The lane with messages that are not to be shown and could not be parked: they stay, and hold back no other. */
export function keepBack<Message>(
  lane: Lane<Message>,
  messages: readonly ReceivedMessage[],
  hiddenMs: number,
): Lane<Message> {
  if (messages.length === 0) return lane;
  return { ...lane, kept: [...lane.kept, ...messages], hiddenMs: Math.max(lane.hiddenMs, hiddenMs) };
}
