import { visibilityAfter } from '../../domain/backoff.js';
import type { PreparedItem } from '../message/item.js';
import type { ParkReason, Unshowable } from '../message/unshowable.js';
import { deadLetterAll, NOT_PARKED } from '../sqs/acknowledge.js';
import { circumstancesOf } from './circumstances.js';
import { acknowledge, keepBack, type Lane, type Pace } from './lane.js';
import type { RunningParts } from './lane-parts.js';
import { settleTold } from './settle.js';
import type { Settled } from './settled.js';

/** The reason for dead-lettering a message that failed repeatedly while others of its robot went through. */
const FAILED_ALONE: ParkReason = {
  code: 'failed-alone',
  reason: 'It failed repeatedly while others went through',
};

/** Dead-letters refused messages, deletes those done with, and has the group told unless it knows already. */
export async function parkSettled<Message>(
  parts: RunningParts<Message>,
  settled: Settled<Message>,
  reason: ParkReason,
): Promise<Lane<Message>> {
  const doomed = [
    ...settled.refused.map((message): Unshowable => ({ message, reason })),
    ...settled.convicted.map((message): Unshowable => ({ message, reason: FAILED_ALONE })),
  ];
  const { parked, unparked } = await deadLetterAll(parts, doomed);
  const hiddenMs = visibilityAfter(NOT_PARKED, doomed[0]?.message.receiveCount ?? 1, parts.random());
  const whole = keepBack(settled.lane, unparked, hiddenMs);
  const { lane, removable } = acknowledge(whole, [
    ...settled.shown,
    ...(settled.dropped ?? []),
    ...parked.map(({ message }) => message),
  ]);
  parts.deletions.begin(removable);
  for (const { message } of parked) parts.done.add(message.messageId);
  if (parked.length > 0) await parts.onParked(parked);
  return lane;
}

/** Tells the item's group that it is dead-lettered, as an attempt of its robot, and dead-letters it if WeCom accepted that. */
export async function tellAndPark<Message>(
  parts: RunningParts<Message>,
  lane: Lane<Message>,
  item: PreparedItem,
  pace: Pace,
): Promise<Lane<Message>> {
  const parked = [{ message: item, reason: FAILED_ALONE }];
  const isDelivered = await parts.tellParked(parked, item.notification.robot, pace.answerByMs).catch(() => false);
  parts.memory.attempted(parts.groupId);
  const settled = settleTold(lane, isDelivered, circumstancesOf(parts, pace));
  const others = async (all: readonly Unshowable[]): Promise<void> => {
    const untold = all.filter(({ message }) => message.messageId !== item.messageId);
    if (untold.length > 0) await parts.onParked(untold);
  };
  return parkSettled({ ...parts, onParked: others }, settled, FAILED_ALONE);
}
