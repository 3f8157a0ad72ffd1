import { FifoQueue } from '../../local/sqs/fifo-queue.js';
import type { ReceivedMessage as Handed } from '../../local/sqs/message.js';
import { fifoQueueSettings, type InFlightBlocks } from '../../local/sqs/settings.js';
import { callsInWindow } from '../../local/wecom/rate-window.js';
import { visibilityAfter } from '../../src/domain/backoff.js';
import { type DeliveryResult, errcodeOf } from '../../src/domain/delivery.js';
import { composePosts } from '../../src/queue/batch/compose-posts.js';
import { divideItems } from '../../src/queue/batch/divide-items.js';
import type { Circumstances } from '../../src/queue/lane/circumstances.js';
import { acknowledge, type Lane, openLane, type Pace } from '../../src/queue/lane/lane.js';
import { type Action, type Finish, nextAction } from '../../src/queue/lane/next-action.js';
import { settle, settleProbe, settleTold } from '../../src/queue/lane/settle.js';
import type { AttemptResult, Settled } from '../../src/queue/lane/settled.js';
import { sentBackEntry } from '../../src/queue/message/entry.js';
import type { Outgoing, PreparedItem, ReceivedMessage } from '../../src/queue/message/item.js';
import { readQueueBody, writeQueueBody } from '../../src/queue/message/queue-body.js';
import { writtenNotification } from '../support/queue-item.js';

export const INTERVAL_MS = 3400;
const INVOCATION_MS = 60_000;
const POLL_MS = 500;
const RESTART_MS = 1000;

/** What becomes of one attempt. Where it is `ok` WeCom may still find it too fast. */
export type Fate =
  | 'ok'
  | 'busy'
  | 'unknown'
  | 'broken'
  | 'refused'
  | 'content'
  | 'reset'
  | 'shown, no answer'
  | 'shown, dies'
  | 'dies';

export interface World {
  /** When each message is sent, milliseconds; its id is its index. */
  readonly sentAt: readonly number[];
  /** Of the attempts, in their order; those after them are `ok`. */
  readonly fates: readonly Fate[];
  /** How long each attempt takes, used in turn, milliseconds. */
  readonly tookMs: readonly number[];
  readonly consumers: number;
  /** How the queue treats a group of which a message is in flight. Default `group`. */
  readonly inFlightBlocks?: InFlightBlocks;
  /** What becomes of every attempt that holds the message of this id, whatever else would. */
  readonly poison?: { readonly id: number; readonly fate: Fate };
}

export interface Attempt {
  readonly at: number;
  /** Empty for a probe and for a notice. */
  readonly ids: readonly string[];
  readonly fate: Fate;
  readonly isLimited: boolean;
}

/** Everything that happened until the queue was empty. */
export interface History {
  readonly attempts: readonly Attempt[];
  readonly parked: readonly string[];
  readonly endedAt: number;
}

const RESULTS: Readonly<Record<Fate, AttemptResult>> = {
  ok: { status: 'delivered', messages: 1 },
  busy: { status: 'unavailable', code: { kind: 'wecom', value: -1 }, retryAfterMs: 5000, reason: 'busy' },
  unknown: { status: 'unavailable', code: { kind: 'wecom', value: 99999 }, retryAfterMs: 5000, reason: 'who knows' },
  broken: { status: 'broken', reason: { code: 'TypeError', reason: 'a mistake of ours' } },
  refused: { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: 'no such robot' },
  content: { status: 'refused', code: { kind: 'wecom', value: 40058 }, reason: 'too long' },
  reset: { status: 'unconfirmed', retryAfterMs: 5000, reason: 'reset' },
  'shown, no answer': { status: 'unconfirmed', retryAfterMs: 5000, reason: 'silence' },
  'shown, dies': { status: 'unconfirmed', retryAfterMs: 0, reason: 'nobody hears it' },
  dies: { status: 'unconfirmed', retryAfterMs: 0, reason: 'nobody hears it' },
};
const LIMITED: DeliveryResult = {
  status: 'unavailable',
  code: { kind: 'wecom', value: 45009 },
  retryAfterMs: 65_000,
  reason: 'too fast',
};

/** Whether the group saw it. */
export function isShown({ fate, isLimited }: Attempt): boolean {
  return !isLimited && (fate === 'ok' || fate.startsWith('shown'));
}

/** Whether the consumer never learned what came of it. */
export function isUnheard({ fate }: Attempt): boolean {
  return fate === 'reset' || fate.includes('dies') || fate === 'shown, no answer';
}

/** One message: the ids of those it is merged of. */
type Ids = readonly string[];

const postOf = (items: readonly PreparedItem[]): Outgoing<Ids> => ({
  items,
  messages: [items.map(({ notification }) => notification.id)],
  accepted: 0,
});
const COMPOSER = {
  merge: (items: readonly PreparedItem[]) => [postOf(items)],
  compose: (item: PreparedItem) => postOf([item]),
};

/** One robot's queue, its consumers and WeCom, from the first message to the last, without a clock: the pure step decides. */
export function play(world: World): History {
  return new Play(world).run();
}

/** A consumer's steps: what it yields is when it goes on. */
type Steps<T = void> = Generator<number, T>;

class Play {
  readonly #world: World;
  readonly #queue: FifoQueue;
  readonly #attempts: Attempt[] = [];
  readonly #parked: string[] = [];
  #now = 0;

  constructor(world: World) {
    this.#world = world;
    const { inFlightBlocks = 'group' } = world;
    this.#queue = new FifoQueue(
      fifoQueueSettings({ name: 'notify.fifo', visibilityTimeoutMs: 90_000, inFlightBlocks }),
    );
  }

  run(): History {
    const { sentAt, consumers } = this.#world;
    const unsent = sentAt.map((at, id) => ({ at, id: String(id) })).sort((a, b) => a.at - b.at);
    const running = Array.from({ length: consumers }, () => ({ at: 0, steps: this.#consume() }));
    while (unsent.length > 0 || this.#queue.messages(this.#now).length > 0) {
      const next = running.reduce((a, b) => (b.at < a.at ? b : a));
      this.#now = Math.max(this.#now, Math.ceil(next.at));
      while ((unsent[0]?.at ?? Number.POSITIVE_INFINITY) <= this.#now) this.#send(unsent.shift()?.id ?? '');
      const step = next.steps.next();
      next.at = step.done ? Number.POSITIVE_INFINITY : step.value;
    }
    return { attempts: this.#attempts, parked: this.#parked, endedAt: this.#now };
  }

  #send(id: string): void {
    const body = writeQueueBody({ notification: writtenNotification(id), queuedAt: this.#now });
    this.#queue.send({ body, groupId: 'default', dedupId: id, attributes: {} }, this.#now);
  }

  *#consume(): Steps {
    for (;;) {
      const handed = this.#queue.receive({ max: 10 }, this.#now);
      if (handed.length === 0) yield this.#now + POLL_MS;
      else yield* this.#drain(handed);
    }
  }

  *#drain(handed: readonly Handed[]): Steps {
    const answerByMs = this.#now + INVOCATION_MS - INTERVAL_MS - 1500;
    const pace: Pace = { minIntervalMs: INTERVAL_MS, answerByMs, sendUntilMs: answerByMs - 2000 };
    this.#hide(handed, INVOCATION_MS + 10_000);
    const divided = divideItems(handed.map(itemFrom), this.#now);
    let lane: Lane<Ids> | undefined = openLane(composePosts(divided, COMPOSER).made, divided.waiting, this.#now);
    while (lane) {
      const action: Action<Ids> = nextAction(lane, this.#now, pace);
      if (action.kind === 'finish') return this.#finish(action);
      if (action.kind === 'wait') yield action.untilMs;
      // No lane of the model hands its group on: it holds all of it.
      else if (action.kind === 'hand-on') throw new Error('Cannot hand on a group as the model holds it');
      else lane = yield* this.#attempt(lane, action.kind, action.kind === 'send' ? action.message : [], pace);
    }
  }

  #finish({ held, back, left, hiddenMs }: Finish): void {
    for (const item of back) {
      const { body, groupId, deduplicationId } = sentBackEntry(item);
      this.#queue.send({ body, groupId, dedupId: deduplicationId, attributes: {} }, this.#now);
    }
    for (const { receiptHandle } of [...held, ...back]) this.#queue.delete(receiptHandle, this.#now);
    this.#hide(left, Math.ceil(hiddenMs / 1000) * 1000);
  }

  /** The lane after the attempt; none if the consumer died of it. */
  *#attempt(lane: Lane<Ids>, kind: 'send' | 'probe' | 'tell', ids: Ids, pace: Pace): Steps<Lane<Ids> | undefined> {
    const { fates, tookMs, poison } = this.#world;
    const number = this.#attempts.length;
    const isPoisoned = poison !== undefined && ids.includes(String(poison.id));
    const fate = isPoisoned ? poison.fate : (fates[number] ?? 'ok');
    const result = this.#post(ids, fate);
    yield this.#now + (tookMs[number % tookMs.length] ?? 100);
    if (!fate.includes('dies')) return this.#settle(kind, lane, result, pace);
    yield this.#now + RESTART_MS;
    return undefined;
  }

  /** WeCom counts every call, refused ones too, and nobody knows how it counts its minute. */
  #post(ids: Ids, fate: Fate): AttemptResult {
    const calls = [...this.#attempts.map(({ at }) => at), this.#now];
    const isLimited = callsInWindow('both', calls, this.#now) > 20;
    this.#attempts.push({ at: this.#now, ids, fate, isLimited });
    return isLimited ? LIMITED : RESULTS[fate];
  }

  #settle(kind: 'send' | 'probe' | 'tell', lane: Lane<Ids>, result: AttemptResult, pace: Pace): Lane<Ids> {
    const circumstances = circumstancesAt(this.#now, pace);
    if (kind === 'probe') return settleProbe(lane, result.status !== 'unconfirmed', circumstances);
    if (kind === 'tell') return this.#acknowledge(settleTold(lane, result.status === 'delivered', circumstances));
    return this.#acknowledge(settle(lane, result, circumstances));
  }

  #acknowledge({ lane, shown, refused, convicted }: Settled<Ids>): Lane<Ids> {
    const parked = [...refused, ...convicted];
    this.#parked.push(...parked.map(({ notification }) => notification.id));
    const { lane: next, removable } = acknowledge(lane, [...shown, ...parked]);
    for (const { receiptHandle } of removable) this.#queue.delete(receiptHandle, this.#now);
    return next;
  }

  #hide(messages: readonly Pick<ReceivedMessage, 'receiptHandle'>[], ms: number): void {
    for (const { receiptHandle } of messages) this.#queue.changeVisibility(receiptHandle, ms, this.#now);
  }
}

function circumstancesAt(now: number, pace: Pace): Circumstances<Ids> {
  return {
    now,
    pace,
    hideFor: (failure, receiveCount) => visibilityAfter(failure, receiveCount, 0.5),
    faultOf: (result) => {
      const code = errcodeOf(result);
      if (code === 40058) return 'content';
      if (code === 99999) return 'unknown-errcode';
      return code === 45009 ? 'robot' : 'either';
    },
    separate: (items) => items.map(COMPOSER.compose),
    merge: (items) => (items.length === 0 ? [] : COMPOSER.merge(items)),
  };
}

function itemFrom({ messageId, receiptHandle, body, receiveCount, groupId }: Handed): PreparedItem {
  const read = readQueueBody(body);
  return {
    messageId,
    receiptHandle,
    body,
    receiveCount,
    groupId,
    notice: '',
    whom: '',
    ...read,
    recorded: read.attempts,
  };
}
