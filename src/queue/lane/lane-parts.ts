import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { RecentIds } from '../../base/recent-ids.js';
import type { DeliveryResult, FaultOwner } from '../../domain/delivery.js';
import type { Item, Outgoing, PreparedItem } from '../message/item.js';
import type { Unshowable } from '../message/unshowable.js';
import type { Deletions } from '../sqs/deletions.js';
import type { QueueReader } from '../sqs/queue-client.js';
import type { Composer } from './composer.js';
import type { FollowUpParts } from './follow-up.js';
import type { HandOnParts } from './hand-on.js';
import type { PaceMemory } from './pace-memory.js';

/** Items that are told now, and those that another one will stand for: they are done with. */
export interface Sifted {
  readonly told: readonly PreparedItem[];
  readonly withheld: readonly PreparedItem[];
}

/** The parts that carry out a lane. `Message` is one WeCom message, whose contents the queue never reads. */
export interface LaneParts<Message> extends Composer<Message>, Pick<FollowUpParts, 'makeFollowUp'> {
  readonly queue: QueueReader;
  /** Makes one attempt without retries, to be answered by `deadlineMs` (milliseconds since 1970). */
  readonly attempt: (post: Outgoing<Message>, message: Message, deadlineMs: number) => Promise<DeliveryResult>;
  /**
   * Asks WeCom for any answer in the lane of this item, without showing anything. Resolves to true if there was one.
   */
  readonly probe: (item: PreparedItem, deadlineMs: number) => Promise<boolean>;
  /** Tells the items' group that they are dead-lettered. Resolves to true if WeCom accepted it. */
  readonly tellParked: (parked: readonly Unshowable[], robot: string, deadlineMs: number) => Promise<boolean>;
  readonly faultOf: (result: DeliveryResult) => FaultOwner;
  /** Called with the result of each attempt, for each item in it. */
  readonly report: (item: Item, result: DeliveryResult) => void;
  /** Decides, right before items are composed, which of them are told now. Called again for those that were not shown. */
  readonly sift: (items: readonly PreparedItem[]) => Sifted;
  /** Called with each item that is not told by itself. */
  readonly onWithheld: (item: Item) => void;
  /** Called after a robot's messages are dead-lettered without telling the group. Never rejects. */
  readonly onParked: (parked: readonly Unshowable[]) => Promise<void>;
  /** Ids of queue messages that this process is done with. */
  readonly done: RecentIds;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** The parts of a lane that belong to one robot's part of a batch. */
export interface RunningParts<Message> extends LaneParts<Message>, HandOnParts {
  readonly deletions: Deletions;
  readonly memory: PaceMemory;
}
