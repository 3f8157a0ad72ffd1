import type { Retryable, Unavailable } from '../domain/delivery.js';
import { mayBeShown } from './attempts.js';
import { isOptionalPost, MAX_BATCH, type Outgoing, type PreparedItem } from './item.js';
import type { Lane } from './lane.js';
import { doubt, prove, repeat, setAside, withAttempts } from './set-aside.js';
import { type AttemptResult, type Circumstances, type Settled, undecided } from './settled.js';

/** Failures in a row after which the robot or WeCom is the cause, and everything waits. */
const MAX_FAILURES_IN_ROW = 3;

/** Applies the result of the first post's attempt to the lane. */
export function settle<Message>(
  lane: Lane<Message>,
  result: AttemptResult,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const { now, pace } = circumstances;
  const post = lane.posts[0];
  const rest = lane.posts.slice(1);
  const paced = { ...lane, nextSendAt: now + pace.minIntervalMs };
  if (!post) return undecided(paced);
  if (result.status !== 'delivered' && isOptionalPost(post))
    return { ...undecided({ ...paced, posts: rest }), dropped: post.items };
  switch (result.status) {
    case 'delivered':
      return prove(accept(paced, post, rest), circumstances);
    case 'refused':
    case 'invalid':
    case 'broken':
      return refuse(paced, post, rest, result, circumstances);
    case 'unavailable':
      return fail(paced, post, rest, result, circumstances);
    case 'unconfirmed':
      return post.accepted > 0
        ? callAgain({ ...paced, failuresInRow: lane.failuresInRow + 1 }, post, rest, result, circumstances)
        : doubt({ ...paced, posts: rest }, post.items, circumstances);
  }
}

/**
 * Applies the answer to a probe to the lane: any answer of WeCom lets messages that may have been shown be sent once
 * more.
 */
export function settleProbe<Message>(
  lane: Lane<Message>,
  isAnswered: boolean,
  circumstances: Circumstances<Message>,
): Lane<Message> {
  const { now, pace } = circumstances;
  const aside = lane.aside.map((one) =>
    mayBeShown(one.item.attempts) ? withAttempts(one, { ...one.item.attempts, probedAt: now }) : one,
  );
  const probed = { ...lane, aside, nextSendAt: now + pace.minIntervalMs };
  return isAnswered ? repeat(probed, circumstances) : probed;
}

/** Applies the result of a dead-letter notice to the lane: if delivered, it proves that the robot works. */
export function settleTold<Message>(
  lane: Lane<Message>,
  isDelivered: boolean,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const { now, pace } = circumstances;
  const paced = { ...lane, nextSendAt: now + pace.minIntervalMs };
  if (isDelivered) return prove(undecided(paced), circumstances);
  return undecided({ ...paced, isBrokenOff: true });
}

function accept<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  rest: readonly Outgoing<Message>[],
): Settled<Message> {
  const accepted = post.accepted + 1;
  if (accepted < post.messages.length) return undecided({ ...lane, posts: [{ ...post, accepted }, ...rest] });
  return { lane: { ...lane, posts: rest }, shown: post.items, refused: [], convicted: [] };
}

/** Gives up a refused mention message: the message it belongs to has been shown. */
function refuse<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  rest: readonly Outgoing<Message>[],
  result: Extract<AttemptResult, { readonly status: 'refused' | 'invalid' | 'broken' }>,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  if (post.accepted > 0) return accept(lane, { ...post, accepted: post.messages.length - 1 }, rest);
  const isContent = result.status === 'broken' || circumstances.faultOf(result) === 'content';
  const isDivided = post.items.length > 1 && isContent;
  const posts = isDivided ? [...apart(post.items, circumstances), ...rest] : rest;
  // A refusal is an answer of WeCom, as good as one to a probe.
  const next = result.status === 'refused' ? repeat({ ...lane, posts }, circumstances) : { ...lane, posts };
  return { lane: next, shown: [], refused: isDivided ? [] : post.items, convicted: [] };
}

/**
 * Handles a message that was not shown. If the robot may be the cause, everything waits; if the message is, the others
 * go on.
 */
function fail<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  rest: readonly Outgoing<Message>[],
  result: Unavailable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const fault = circumstances.faultOf(result);
  const failing = { ...lane, failuresInRow: lane.failuresInRow + 1 };
  if (post.accepted > 0) return callAgain(failing, post, rest, result, circumstances);
  if (fault === 'unknown-errcode') return puzzle(lane, post, rest, result, circumstances);
  const isOver = fault === 'robot' || failing.failuresInRow >= MAX_FAILURES_IN_ROW;
  if (isOver) return breakOff(failing, post, result, circumstances);
  if (post.items.length > 1) return divide(failing, post, rest, result, circumstances);
  return setAside({ ...failing, posts: rest }, post.items, result, circumstances);
}

/** Handles an answer with an undocumented errcode: the next attempt tells whose errcode it is. */
function puzzle<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  rest: readonly Outgoing<Message>[],
  result: Unavailable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  if (post.items.length === 1) return setAside({ ...lane, posts: rest }, post.items, result, circumstances);
  return undecided({ ...lane, posts: [...rest, ...apart(post.items, circumstances)] });
}

/** Takes a post apart of which one item is to blame: into single ones, or first in halves if it holds too many of them. */
function apart<Message>(
  items: readonly PreparedItem[],
  { separate, merge }: Circumstances<Message>,
): readonly Outgoing<Message>[] {
  if (items.length <= MAX_BATCH) return separate(items);
  return halves(items, { merge }).flat();
}

function halves<Message>(
  items: readonly PreparedItem[],
  { merge }: Pick<Circumstances<Message>, 'merge'>,
): readonly [readonly Outgoing<Message>[], readonly Outgoing<Message>[]] {
  const half = Math.ceil(items.length / 2);
  return [merge(items.slice(0, half)), merge(items.slice(half))];
}

/**
 * Splits a post of which one item may be the cause: in halves, once they failed before or the robot is known to work.
 */
function divide<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  rest: readonly Outgoing<Message>[],
  result: Unavailable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const isKnownToFail = lane.isProven || post.items.some(({ receiveCount }) => receiveCount > 1);
  if (isKnownToFail) {
    const [first, second] = halves(post.items, circumstances);
    // The halves of a failed half come after the other half, which may prove that the robot works.
    return undecided({
      ...lane,
      posts: lane.failuresInRow > 1 ? [...rest, ...first, ...second] : [...first, ...second, ...rest],
    });
  }
  return rest.length > 0 ? undecided({ ...lane, posts: [...rest, post] }) : breakOff(lane, post, result, circumstances);
}

/**
 * Repeats missing mentions of a message that has been shown. They are retried at once, a few times while there is time.
 * After that the message counts as one that may have been shown, as no one was called.
 */
function callAgain<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  rest: readonly Outgoing<Message>[],
  result: Retryable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const nextSendAt = Math.max(lane.nextSendAt, circumstances.now + result.retryAfterMs);
  const mayTry = lane.failuresInRow < MAX_FAILURES_IN_ROW && nextSendAt <= circumstances.pace.sendUntilMs;
  if (mayTry) return undecided({ ...lane, nextSendAt });
  const isBrokenOff = circumstances.faultOf(result) === 'robot';
  return doubt({ ...lane, posts: rest, isBrokenOff }, post.items, circumstances);
}

/** Lets the robot's items reappear later, all at the same time so that they keep their order. */
function breakOff<Message>(
  lane: Lane<Message>,
  post: Outgoing<Message>,
  result: Retryable,
  { hideFor }: Circumstances<Message>,
): Settled<Message> {
  const hiddenMs = Math.max(lane.hiddenMs, hideFor(result, post.items[0]?.receiveCount ?? 1));
  return undecided({ ...lane, isBrokenOff: true, hiddenMs });
}
