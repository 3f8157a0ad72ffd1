import { mayBeShown } from '../message/attempts.js';
import { isOptionalPost } from '../message/item.js';
import type { Circumstances } from './circumstances.js';
import type { Lane } from './lane.js';
import { prove, repeat, withAttempts } from './set-aside.js';
import { settleUnavailable, settleUnconfirmed } from './settle-failure.js';
import { type Attempted, type AttemptResult, type Settled, undecided } from './settled.js';
import { takeApart } from './take-apart.js';

/** Applies the result of the first post's attempt to the lane. */
export function settle<Message>(
  before: Lane<Message>,
  result: AttemptResult,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const lane = pacedAfterNow(before, circumstances);
  const [post, ...rest] = lane.posts;
  if (!post) return undecided(lane);
  if (result.status !== 'delivered' && isOptionalPost(post))
    return { ...undecided({ ...lane, posts: rest }), dropped: post.items };
  const attempted = { lane, post, rest };
  switch (result.status) {
    case 'delivered':
      return prove(accept(attempted), circumstances);
    case 'refused':
    case 'invalid':
    case 'broken':
      return refuse(attempted, result, circumstances);
    case 'unavailable':
      return settleUnavailable(attempted, result, circumstances);
    case 'unconfirmed':
      return settleUnconfirmed(attempted, result, circumstances);
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
  const { now } = circumstances;
  const aside = lane.aside.map((one) =>
    mayBeShown(one.item.attempts) ? withAttempts(one, { ...one.item.attempts, probedAt: now }) : one,
  );
  const probed = { ...pacedAfterNow(lane, circumstances), aside };
  return isAnswered ? repeat(probed, circumstances) : probed;
}

/** Applies the result of a dead-letter notice to the lane: if delivered, it proves that the robot works. */
export function settleTold<Message>(
  lane: Lane<Message>,
  isDelivered: boolean,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const paced = pacedAfterNow(lane, circumstances);
  if (isDelivered) return prove(undecided(paced), circumstances);
  return undecided({ ...paced, isBrokenOff: true });
}

/** Every attempt counts, whatever came of it. */
function pacedAfterNow<Message>(lane: Lane<Message>, { now, pace }: Circumstances<Message>): Lane<Message> {
  return { ...lane, nextSendAt: now + pace.minIntervalMs };
}

function accept<Message>({ lane, post, rest }: Attempted<Message>): Settled<Message> {
  const accepted = post.accepted + 1;
  if (accepted < post.messages.length) return undecided({ ...lane, posts: [{ ...post, accepted }, ...rest] });
  return { lane: { ...lane, posts: rest }, shown: post.items, refused: [], convicted: [] };
}

/** Gives up a refused mention message: the message it belongs to has been shown. */
function refuse<Message>(
  attempted: Attempted<Message>,
  result: Extract<AttemptResult, { readonly status: 'refused' | 'invalid' | 'broken' }>,
  circumstances: Circumstances<Message>,
): Settled<Message> {
  const { lane, post, rest } = attempted;
  if (post.accepted > 0) return accept({ ...attempted, post: { ...post, accepted: post.messages.length - 1 } });
  const isContent = result.status === 'broken' || circumstances.faultOf(result) === 'content';
  const isDivided = post.items.length > 1 && isContent;
  const posts = isDivided ? [...takeApart(post.items, circumstances), ...rest] : rest;
  // A refusal is an answer of WeCom, as good as one to a probe.
  const next = result.status === 'refused' ? repeat({ ...lane, posts }, circumstances) : { ...lane, posts };
  return { lane: next, shown: [], refused: isDivided ? [] : post.items, convicted: [] };
}
