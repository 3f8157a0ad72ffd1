import type { Retryable, Unavailable } from '../../domain/delivery.js';
import type { Circumstances } from './circumstances.js';
import { doubt, setAside } from './set-aside.js';
import { type Attempted, type Settled, undecided } from './settled.js';
import { halvesOf, takeApart } from './take-apart.js';

/** Failures in a row after which the robot or WeCom is the cause, and everything waits. */
const MAX_FAILURES_IN_ROW = 3;

/**
 * Settles a post that was not shown. If the robot may be the cause, everything waits; if the message is, the others go
 * on.
 */
export function settleUnavailable<Message>(
  attempted: Attempted<Message>,
  result: Unavailable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const { post, rest } = attempted;
  const fault = circumstances.faultOf(result);
  const failing = counted(attempted);
  if (post.accepted > 0) return callAgain(failing, result, circumstances);
  if (fault === 'unknown-errcode') return puzzle(attempted, result, circumstances);
  const isOver = fault === 'robot' || failing.lane.failuresInRow >= MAX_FAILURES_IN_ROW;
  if (isOver) return breakOff(failing, result, circumstances);
  if (post.items.length > 1) return divide(failing, result, circumstances);
  return setAside({ ...failing.lane, posts: rest }, post.items, result, circumstances);
}

/** Settles a post that may have been shown. */
export function settleUnconfirmed<Message>(
  attempted: Attempted<Message>,
  result: Retryable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const { lane, post, rest } = attempted;
  if (post.accepted > 0) return callAgain(counted(attempted), result, circumstances);
  return doubt({ ...lane, posts: rest }, post.items, circumstances);
}

function counted<Message>(attempted: Attempted<Message>): Attempted<Message> {
  const { lane } = attempted;
  return { ...attempted, lane: { ...lane, failuresInRow: lane.failuresInRow + 1 } };
}

/** Settles an answer with an undocumented errcode: the next attempt tells whose errcode it is. */
function puzzle<Message>(
  { lane, post, rest }: Attempted<Message>,
  result: Unavailable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  if (post.items.length === 1) return setAside({ ...lane, posts: rest }, post.items, result, circumstances);
  return undecided({ ...lane, posts: [...rest, ...takeApart(post.items, circumstances)] });
}

/**
 * Splits a post of which one item may be the cause: in halves, once they failed before or the robot is known to work.
 */
function divide<Message>(
  attempted: Attempted<Message>,
  result: Unavailable,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const { lane, post, rest } = attempted;
  const isKnownToFail = lane.isProven || post.items.some(({ receiveCount }) => receiveCount > 1);
  if (isKnownToFail) {
    const [first, second] = halvesOf(post.items, circumstances);
    // The halves of a failed half come after the other half, which may prove that the robot works.
    const posts = lane.failuresInRow > 1 ? [...rest, ...first, ...second] : [...first, ...second, ...rest];
    return undecided({ ...lane, posts });
  }
  if (rest.length > 0) return undecided({ ...lane, posts: [...rest, post] });
  return breakOff(attempted, result, circumstances);
}

/**
 * Repeats missing mentions of a message that has been shown. They are retried at once, a few times while there is time.
 * After that the message counts as one that may have been shown, as no one was called.
 */
function callAgain<Message>(
  { lane, post, rest }: Attempted<Message>,
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
  { lane, post }: Attempted<Message>,
  result: Retryable,
  { hideFor }: Circumstances<Message>,
): Settled<Message> {
  const hiddenMs = Math.max(lane.hiddenMs, hideFor(result, post.items[0]?.receiveCount ?? 1));
  return undecided({ ...lane, isBrokenOff: true, hiddenMs });
}
