import { MAX_BATCH, type ReceivedMessage } from '../message/item.js';
import { hideAll, isWaiting, sendBackAll } from '../sqs/acknowledge.js';
import { circumstancesOf } from './circumstances.js';
import { createFollowUp } from './follow-up.js';
import { handOn } from './hand-on.js';
import { isIdle, type Lane, LET_IN_MS, type Pace } from './lane.js';
import type { RunningParts } from './lane-parts.js';
import { type Finish, nextAction } from './next-action.js';
import { tellAndPark } from './park.js';
import { sendPost } from './send-post.js';
import { settleProbe } from './settle.js';

/** Longest wait for deletions at the end of a lane, milliseconds: its group stays locked meanwhile. */
const DELETE_WAIT_MS = 2000;

/**
 * Time after the last post of a batch at which the queue is asked if more waits than one batch holds, milliseconds. A storm
 * is folded from then on, not only from the next post on.
 */
const LOOK_BEHIND_MS = 500;

/** Carries out what `next-action.ts` decides until it finishes. Resolves to the messages that stay on the queue. */
export async function runLane<Message>(
  parts: RunningParts<Message>,
  start: Lane<Message>,
  pace: Pace,
): Promise<readonly ReceivedMessage[]> {
  const { clock } = parts;
  const followUp = createFollowUp(parts, start);
  let lane = start;
  for (;;) {
    const action = nextAction(lane, clock.now(), pace);
    switch (action.kind) {
      case 'wait':
        lane = await wait(parts, lane, action.untilMs);
        break;
      case 'hand-on': {
        followUp.end();
        const left = await handOn(parts, action.items, lane.nextSendAt - pace.minIntervalMs);
        if (left) return left;
        lane = { ...lane, handsOn: 'never' };
        break;
      }
      case 'send':
        lane = await sendPost(parts, lane, action, pace);
        followUp.begin(lane);
        break;
      case 'probe':
        lane = await probe(parts, lane, pace);
        break;
      case 'tell':
        lane = await tellAndPark(parts, lane, action.item, pace);
        break;
      case 'finish':
        followUp.end();
        return finish(parts, action);
    }
  }
}

/**
 * Waits. In the trailing wait it looks once if more waits behind the batch, so that it is folded, or let in, before the
 * next post: soon after a post out of the blue, as a storm may begin with one message, and near its end in a storm.
 */
async function wait<Message>(
  { clock, queue, log }: RunningParts<Message>,
  lane: Lane<Message>,
  untilMs: number,
): Promise<Lane<Message>> {
  const isStorm = lane.handsOn === 'rest';
  const lookAt = isStorm ? untilMs - LET_IN_MS : clock.now() + LOOK_BEHIND_MS;
  const isLooking = isIdle(lane) && !lane.looked && lookAt < untilMs;
  await clock.sleep((isLooking ? lookAt : untilMs) - clock.now());
  if (!isLooking) return lane;
  const isMore = await isWaiting({ queue, log }, isStorm ? 1 : MAX_BATCH);
  return { ...lane, looked: true, handsOn: isMore ? 'always' : lane.handsOn };
}

/** Asks WeCom for any answer, with the key of the first item that was set aside. */
async function probe<Message>(parts: RunningParts<Message>, lane: Lane<Message>, pace: Pace): Promise<Lane<Message>> {
  const asked = lane.aside[0]?.item;
  const isAnswered = asked !== undefined && (await parts.probe(asked, pace.answerByMs).catch(() => false));
  parts.memory.attempted(parts.groupId);
  return settleProbe(lane, isAnswered, circumstancesOf(parts, pace));
}

/** Ends a lane. Resolves to the messages that stay on the queue, once they are hidden. */
async function finish<Message>(
  parts: RunningParts<Message>,
  { held, back, left, hiddenMs }: Finish,
): Promise<readonly ReceivedMessage[]> {
  const unsent = await sendBackAll(parts, back);
  const sent = back.filter((item) => !unsent.includes(item));
  for (const item of sent) parts.done.add(item.messageId);
  parts.deletions.begin([...held, ...sent]);
  const stays = [...left, ...unsent];
  await Promise.all([hideAll(parts, stays, hiddenMs), parts.deletions.over(DELETE_WAIT_MS)]);
  return stays;
}
