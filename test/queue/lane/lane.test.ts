import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeliveryResult, errcodeOf } from '../../../src/domain/delivery.js';
import type { Circumstances } from '../../../src/queue/lane/circumstances.js';
import { acknowledge, keepBack, type Lane, openLane, type Pace } from '../../../src/queue/lane/lane.js';
import { nextAction } from '../../../src/queue/lane/next-action.js';
import { settle, settleProbe } from '../../../src/queue/lane/settle.js';
import type { Outgoing, PreparedItem } from '../../../src/queue/message/item.js';
import { itemOf } from '../../support/queue-item.js';

const INTERVAL = 3400;
const HIDDEN = 5000;
const PROBE = 'a probe';
const DELIVERED: DeliveryResult = { status: 'delivered', messages: 1 };
const BUSY: DeliveryResult = {
  status: 'unavailable',
  retryAfterMs: 1000,
  reason: 'busy',
  code: { kind: 'wecom', value: -1 },
};
const NO_KEY: DeliveryResult = { status: 'unavailable', retryAfterMs: 1000, reason: 'no key' };
const UNCONFIRMED: DeliveryResult = { status: 'unconfirmed', retryAfterMs: 1000, reason: 'no answer' };
const NO_ROBOT: DeliveryResult = { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: 'no such robot' };
const TOO_LONG: DeliveryResult = { status: 'refused', code: { kind: 'wecom', value: 40058 }, reason: 'too long' };

const alone = (item: PreparedItem): Outgoing<string> => ({
  items: [item],
  messages: [`${item.messageId}`],
  accepted: 0,
});
const merged = (...items: PreparedItem[]): Outgoing<string> => ({
  items,
  messages: [items.map((item) => item.messageId).join('+')],
  accepted: 0,
});
const pace = (sendUntilMs = 60_000): Pace => ({ minIntervalMs: INTERVAL, sendUntilMs, answerByMs: sendUntilMs + 2000 });

/** Everything that happened to one lane. */
interface Trace {
  readonly sent: { readonly at: number; readonly message: string }[];
  readonly removed: { readonly at: number; readonly id: string }[];
  readonly refused: string[];
  readonly back: string[];
  readonly left: string[];
  hiddenMs: number;
  endedAt: number;
}

interface PlayOptions {
  readonly sendUntilMs?: number;
  readonly tookMs?: number;
  readonly canPark?: boolean;
}

const circumstancesAt = (now: number, limits: Pace): Circumstances<string> => ({
  now,
  pace: limits,
  hideFor: () => HIDDEN,
  faultOf: (result) => {
    const errcode = errcodeOf(result);
    if (errcode === 40058) return 'content';
    return errcode === undefined || errcode === 93000 ? 'robot' : 'either';
  },
  separate: (items) => items.map(alone),
  merge: (items) => (items.length === 0 ? [] : [merged(...items)]),
});

/** One attempt's result worked into the lane, as the thin loop does. */
function workIn(lane: Lane<string>, result: DeliveryResult, now: number, limits: Pace, canPark: boolean) {
  const settled = settle(lane, result, circumstancesAt(now, limits));
  const doomed = [...settled.refused, ...settled.convicted];
  const parked = canPark ? doomed : [];
  const whole = canPark ? settled.lane : keepBack(settled.lane, doomed, HIDDEN);
  return { ...acknowledge(whole, [...settled.shown, ...parked]), parked };
}

/** Carries out a lane from time 0, each attempt taking `tookMs`. */
function play(
  posts: readonly Outgoing<string>[],
  answer: (message: string, attempt: number) => DeliveryResult,
  { sendUntilMs, tookMs = 100, canPark = true }: PlayOptions = {},
): Trace {
  const limits = pace(sendUntilMs);
  const trace: Trace = { sent: [], removed: [], refused: [], back: [], left: [], hiddenMs: 0, endedAt: 0 };
  let lane: Lane<string> = openLane(posts, [], 0);
  let now = 0;
  for (;;) {
    const action = nextAction(lane, now, limits);
    if (action.kind === 'wait') now = action.untilMs;
    else if (action.kind === 'finish') {
      trace.removed.push(...action.held.map(({ messageId }) => ({ at: now, id: messageId })));
      trace.back.push(...action.back.map(({ messageId }) => messageId));
      trace.left.push(...action.left.map(({ messageId }) => messageId));
      return { ...trace, hiddenMs: action.hiddenMs, endedAt: now };
    } else {
      const message = action.kind === 'send' ? action.message : PROBE;
      trace.sent.push({ at: now, message });
      now += tookMs;
      const result = answer(message, trace.sent.length);
      if (action.kind === 'probe')
        lane = settleProbe(lane, result.status !== 'unconfirmed', circumstancesAt(now, limits));
      else {
        const next = workIn(lane, result, now, limits, canPark);
        trace.refused.push(...next.parked.map(({ messageId }) => messageId));
        trace.removed.push(...next.removable.map(({ messageId }) => ({ at: now, id: messageId })));
        lane = next.lane;
      }
    }
  }
}

const [a, b, c] = [itemOf('a'), itemOf('b'), itemOf('c')];

describe('lane', () => {
  it('lane: what was accepted is deleted at once, the last only when the trailing wait has ended', () => {
    const trace = play([alone(a), alone(b)], () => DELIVERED);
    expect(trace.sent).toEqual([
      { at: 0, message: 'a' },
      { at: 100 + INTERVAL, message: 'b' },
    ]);
    expect(trace.removed).toEqual([
      { at: 100, id: 'a' },
      { at: 200 + 2 * INTERVAL, id: 'b' },
    ]);
    expect(trace.left).toEqual([]);
  });

  it('lane: of a merged message all but the last item are deleted at once', () => {
    const trace = play([merged(a, b, c)], () => DELIVERED);
    expect(trace.removed.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(trace.removed.map(({ at }) => at)).toEqual([100, 100, 100 + INTERVAL]);
  });

  it('lane: after a failure that is the robot’s, the item and all later ones come back at one time, in order', () => {
    const trace = play([alone(a), alone(b), alone(c)], (message) => (message === 'b' ? NO_KEY : DELIVERED));
    expect(trace.sent.map(({ message }) => message)).toEqual(['a', 'b']);
    expect(trace).toMatchObject({ back: [], left: ['b', 'c'], hiddenMs: HIDDEN });
  });

  it('lane: what WeCom does not take is set aside while others go through, and goes back to the end of its group', () => {
    const trace = play([alone(a), alone(b), alone(c)], (message) => (message === 'b' ? BUSY : DELIVERED));
    expect(trace.sent.map(({ message }) => message)).toEqual(['a', 'b', 'c']);
    expect(trace).toMatchObject({ back: ['b'], left: [], refused: [] });
  });

  it('lane: after three failures in a row everything waits', () => {
    const trace = play([alone(a), alone(b), alone(c), alone(itemOf('d'))], () => BUSY);
    expect(trace.sent.map(({ message }) => message)).toEqual(['a', 'b', 'c']);
    expect(trace).toMatchObject({ back: [], hiddenMs: HIDDEN });
    expect(trace.left.sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lane: a merged message that fails is left as it is the first time, and taken in halves from its second receive on', () => {
    expect(play([merged(a, b, c)], () => BUSY)).toMatchObject({ left: ['a', 'b', 'c'], hiddenMs: HIDDEN });
    const again = ['a', 'b', 'c', 'd'].map((id) => itemOf(id, { receiveCount: 2 }));
    const trace = play([merged(...again)], (message) => (message.includes('d') ? BUSY : DELIVERED));
    expect(trace.sent.map(({ message }) => message)).toEqual(['a+b+c+d', 'a+b', 'c+d', 'c', 'd']);
    expect(trace).toMatchObject({ back: ['d'], left: [] });
  });

  it('lane: what may have been shown is sent again after a probe was answered, alone and once', () => {
    const trace = play([merged(a, b)], (message) => (message === 'a+b' || message === 'b' ? UNCONFIRMED : DELIVERED));
    expect(trace.sent.map(({ message }) => message)).toEqual(['a+b', PROBE, 'a', 'b']);
    expect(trace).toMatchObject({ refused: ['b'], left: [], back: [] });
  });

  it('lane: while WeCom answers nothing, what may have been shown waits, and others are tried', () => {
    const trace = play([alone(a), alone(b)], () => UNCONFIRMED);
    expect(trace.sent.map(({ message }) => message)).toEqual(['a', 'b', PROBE]);
    expect(trace).toMatchObject({ back: ['a', 'b'], left: [], refused: [] });
  });

  it('lane: a refused item is parked and does not hold back the next', () => {
    const trace = play([alone(a), alone(b)], (message) => (message === 'a' ? NO_ROBOT : DELIVERED));
    expect(trace.refused).toEqual(['a']);
    expect(trace.removed.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('lane: the last item keeps its group closed through the trailing wait although it was refused', () => {
    const trace = play([alone(a)], () => NO_ROBOT);
    expect(trace.removed).toEqual([{ at: 100 + INTERVAL, id: 'a' }]);
  });

  it('lane: an item that could not be parked stays, and holds back no other', () => {
    const trace = play([alone(a), alone(b)], (message) => (message === 'a' ? NO_ROBOT : DELIVERED), { canPark: false });
    expect(trace).toMatchObject({ refused: [], left: ['a'], hiddenMs: HIDDEN });
    expect(trace.removed.map(({ id }) => id)).toEqual(['b']);
  });

  it('lane: a merged message refused for its content is sent again one by one', () => {
    const trace = play([merged(a, b, c)], (message) => (message.includes('b') ? TOO_LONG : DELIVERED));
    expect(trace.sent.map(({ message }) => message)).toEqual(['a+b+c', 'a', 'b', 'c']);
    expect(trace.refused).toEqual(['b']);
  });

  it('lane: a merged message refused for its robot is parked whole', () => {
    const trace = play([merged(a, b)], () => NO_ROBOT);
    expect(trace.sent).toHaveLength(1);
    expect(trace.refused).toEqual(['a', 'b']);
  });

  it('lane: what the deadline leaves comes back at once', () => {
    const trace = play([alone(a), alone(b), alone(c)], () => DELIVERED, { sendUntilMs: 4000 });
    expect(trace.sent.map(({ message }) => message)).toEqual(['a', 'b']);
    expect(trace).toMatchObject({ left: ['c'], hiddenMs: 0 });
    expect(trace.endedAt).toBe(200 + 2 * INTERVAL);
  });

  it('lane: mentions that follow a message are tried again while there is time, the message is not', () => {
    const post: Outgoing<string> = { items: [a], messages: ['main', 'mentions'], accepted: 0 };
    const trace = play([post], (_, attempt) => (attempt === 2 ? BUSY : DELIVERED));
    expect(trace.sent.map(({ message }) => message)).toEqual(['main', 'mentions', 'mentions']);
    expect(trace.left).toEqual([]);
  });

  it('lane: mentions that WeCom refuses do not park the message that was shown', () => {
    const post: Outgoing<string> = { items: [a], messages: ['main', 'mentions'], accepted: 0 };
    const trace = play([post], (message) => (message === 'mentions' ? TOO_LONG : DELIVERED));
    expect(trace).toMatchObject({ refused: [], left: [] });
    expect(trace.removed.map(({ id }) => id)).toEqual(['a']);
  });

  it('lane: whatever WeCom answers, attempts keep their distance and every item ends in exactly one place', () => {
    const results = [DELIVERED, BUSY, UNCONFIRMED, NO_ROBOT, TOO_LONG];
    const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
    const answers = fc.infiniteStream(
      fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4) }),
    );
    const options = fc.record({
      sendUntilMs: fc.integer({ min: 0, max: 60_000 }),
      tookMs: fc.integer({ min: 1, max: 9000 }),
      canPark: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, answers, options, (sizes, stream, option) => {
        let made = 0;
        const posts = sizes.map((size) => merged(...Array.from({ length: size }, () => itemOf(`i${made++}`))));
        const trace = play(posts, () => results[stream.next().value ?? 0] ?? DELIVERED, option);
        for (const [index, sent] of trace.sent.entries()) {
          const before = trace.sent[index - 1];
          if (before) expect(sent.at - before.at).toBeGreaterThanOrEqual(INTERVAL + option.tookMs);
          expect(sent.at).toBeLessThanOrEqual(option.sendUntilMs);
        }
        const lastSent = trace.sent.at(-1);
        if (lastSent) expect(trace.endedAt).toBeGreaterThanOrEqual(lastSent.at + option.tookMs + INTERVAL);
        const ends = [...trace.removed.map(({ id }) => id), ...trace.left, ...trace.back];
        expect(ends.sort()).toEqual(Array.from({ length: made }, (_, index) => `i${index}`).sort());
      }),
    );
  });
});
