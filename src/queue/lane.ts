import type { DeliveryResult } from '../delivery.js';
import type { Item, Post, PreparedItem } from './item.js';

/**
 * One robot's work in one batch: its posts in order, one attempt at a time, never closer than the robot's interval. All of it
 * is decided here, without a clock and without effects; `drain.ts` carries it out.
 */
export interface Lane<Message> {
  /** Not wholly accepted yet, in order. */
  readonly posts: readonly Post<Message>[];
  /** The earliest time of the next attempt, milliseconds since 1970. Also when the lane may end: the trailing wait. */
  readonly nextSendAt: number;
  /** The last item done with. It is deleted when the trailing wait ends: its group stays closed for as long. */
  readonly held: readonly Item[];
  /** Done with but not parked: returned as failed. */
  readonly failed: readonly Item[];
  /** Set when the lane is broken off: what is left stays hidden this long, milliseconds. */
  readonly hiddenMs?: number;
}

/** A lane about to start. */
export function openLane<Message>(posts: readonly Post<Message>[], now: number): Lane<Message> {
  return { posts, nextSendAt: now, held: [], failed: [] };
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
  | { readonly kind: 'send'; readonly post: Post<Message>; readonly message: Message }
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** Delete `held`, return `left` as failed, hidden for `hiddenMs`. */
  | {
      readonly kind: 'finish';
      readonly held: readonly Item[];
      readonly left: readonly Item[];
      readonly hiddenMs: number;
    };

/** What to do next. */
export function nextAction<Message>(lane: Lane<Message>, now: number, pace: Pace): Action<Message> {
  if (now < lane.nextSendAt) return { kind: 'wait', untilMs: lane.nextSendAt };
  const post = lane.posts[0];
  const message = post?.messages[post.accepted];
  const mayGoOn = lane.hiddenMs === undefined && now <= pace.sendUntilMs;
  if (mayGoOn && post && message !== undefined) return { kind: 'send', post, message };
  const left = [...lane.failed, ...lane.posts.flatMap(({ items }) => items)];
  return { kind: 'finish', held: lane.held, left, hiddenMs: lane.hiddenMs ?? 0 };
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
  readonly separate: (items: readonly PreparedItem[]) => readonly Post<Message>[];
}

/** Works the result of the first post's attempt into the lane. */
export function settle<Message>(
  lane: Lane<Message>,
  result: DeliveryResult,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const [post, ...rest] = lane.posts;
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

function accept<Message>(lane: Lane<Message>, post: Post<Message>, rest: readonly Post<Message>[]): Settled<Message> {
  const accepted = post.accepted + 1;
  if (accepted < post.messages.length) {
    return { lane: { ...lane, posts: [{ ...post, accepted }, ...rest] }, shown: [], refused: [] };
  }
  return { lane: { ...lane, posts: rest }, shown: post.items, refused: [] };
}

/** A refused mention message is given up: what it points at has been shown. */
function refuse<Message>(
  lane: Lane<Message>,
  post: Post<Message>,
  rest: readonly Post<Message>[],
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
  post: Post<Message>,
  { now, pace, hideFor }: Circumstances<Message>,
  result: DeliveryResult,
): Settled<Message> {
  const waitMs = 'retryAfterMs' in result ? result.retryAfterMs : 0;
  const nextSendAt = Math.max(lane.nextSendAt, now + waitMs);
  if (post.accepted > 0 && nextSendAt <= pace.sendUntilMs)
    return { lane: { ...lane, nextSendAt }, shown: [], refused: [] };
  const hiddenMs = hideFor(result, post.items[0]?.receiveCount ?? 1);
  return { lane: { ...lane, hiddenMs }, shown: [], refused: [] };
}

/** Items that are done with: what may be deleted now, and what is held back so that the group stays closed. */
export function acknowledge<Message>(
  lane: Lane<Message>,
  items: readonly Item[],
): { readonly lane: Lane<Message>; readonly removable: readonly Item[] } {
  const isLast = lane.posts.length === 0 && lane.failed.length === 0;
  const held = isLast ? items.slice(-1) : [];
  return { lane: { ...lane, held: [...lane.held, ...held] }, removable: items.slice(0, items.length - held.length) };
}

/** The lane broken off because items that were refused could not be parked: they and all later ones come back. */
export function breakOff<Message>(lane: Lane<Message>, failed: readonly Item[], hiddenMs: number): Lane<Message> {
  return failed.length === 0 ? lane : { ...lane, failed: [...lane.failed, ...failed], hiddenMs };
}
