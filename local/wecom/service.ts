import type { Clock } from '../../src/base/clock.js';
import type { JsonObject } from '../../src/base/json.js';
import { createListeners, type Listeners } from '../time/listeners.js';
import { type Answer, answerOf, OK, refusal } from './answer.js';
import { createFaultPlan, FAULTS, type FaultKind, type FaultPlan } from './faults.js';
import { createMedia, uploadRefusal } from './media.js';
import type { WindowKind } from './rate-window.js';
import { type Admission, createRobots, type Robots } from './robots.js';
import { judgeMessage, type Verdict } from './rules.js';
import { seededRandom } from './seeded-random.js';
import { mentionsIn, type ShownMessage } from './shown-message.js';

/** The robots of a WeCom, and how it limits them. */
export interface WecomServiceOptions {
  /** Robot name by key. */
  readonly keys: Readonly<Record<string, string>>;
  /** Calls a minute for each robot, counting every call. Default 20. */
  readonly ratePerMinute?: number;
  /** The way that minute is counted. Default `sliding`. */
  readonly window?: WindowKind;
  /** Calls of one robot in flight at once. Default 2. */
  readonly maxConcurrent?: number;
  /** Longest `text.content` in bytes. Default 2048, as documented; the real service was seen to accept up to 5120. */
  readonly maxTextBytes?: number;
  /** Seed of the random faults. Default 1. */
  readonly seed?: number;
}

/** One POST to the webhook, and its result. Never holds the key. */
export interface Attempt {
  /** From 1, across all robots. */
  readonly number: number;
  /** The time at which its answer was decided, milliseconds since 1970. */
  readonly at: number;
  /** `undefined` for an unknown key. */
  readonly robot: string | undefined;
  readonly errcode: number;
  readonly fault: FaultKind | undefined;
  /** True if the group sees it, which a faulty answer may contradict. */
  readonly shown: boolean;
}

/** The reply to a caller of the webhook: the answer, unless a fault prevents it. */
export interface Reply {
  readonly answer: Answer;
  readonly fault: FaultKind | undefined;
}

/** The webhook without HTTP. */
export interface WecomService {
  readonly robots: Robots;
  readonly faults: FaultPlan;
  readonly shown: ShownMessage[];
  readonly attempts: Attempt[];
  readonly onShown: Listeners<ShownMessage>['add'];
  readonly onAttempt: Listeners<Attempt>['add'];
  /** `POST webhook/send`, with the admission it was given on arrival. */
  send(admission: Admission, body: string): Reply;
  /** `POST webhook/upload_media`. Does not count as a call. */
  upload(key: string, type: string, part: File | undefined): Promise<JsonObject>;
}

function verdictOf(fault: FaultKind | undefined, admission: Admission, judge: () => Verdict): Verdict {
  if (typeof fault === 'number') return { accepted: false, refusal: refusal(fault) };
  if (fault !== undefined && !FAULTS[fault].shows) return { accepted: false, refusal: refusal(-1) };
  return admission.refusal === undefined ? judge() : { accepted: false, refusal: admission.refusal };
}

/** Creates a WeCom that is called in this process. */
export function createWecomService(options: WecomServiceOptions, { now }: Pick<Clock, 'now'>): WecomService {
  const { ratePerMinute = 20, window = 'sliding', maxConcurrent = 2, maxTextBytes = 2048, seed = 1 } = options;
  const robots = createRobots(options.keys, { ratePerMinute, window, maxConcurrent }, now);
  const faults = createFaultPlan(seededRandom(seed), now);
  const media = createMedia(now);
  const shown: ShownMessage[] = [];
  const attempts: Attempt[] = [];
  const shownListeners = createListeners<ShownMessage>();
  const attemptListeners = createListeners<Attempt>();

  const show = (robot: string, message: JsonObject): void => {
    const entry = { number: shown.length + 1, robot, at: now(), message, mentions: mentionsIn(message) };
    shown.push(entry);
    shownListeners.tell(entry);
  };
  const note = (attempt: Attempt): void => {
    attempts.push(attempt);
    attemptListeners.tell(attempt);
  };

  return {
    robots,
    faults,
    shown,
    attempts,
    onShown: shownListeners.add,
    onAttempt: attemptListeners.add,
    send: (admission, body) => {
      const { robot } = admission;
      const call = { at: now(), number: attempts.length + 1 };
      const fault = robot === undefined ? undefined : faults.take(robot, body);
      const hasMedia = (mediaId: string): boolean => media.has(mediaId, robot ?? '');
      const verdict = verdictOf(fault, admission, () => judgeMessage(body, { maxTextBytes, hasMedia }));
      const answer = verdict.accepted ? OK : answerOf(verdict.refusal, call);
      if (verdict.accepted && robot !== undefined) show(robot, verdict.message);
      note({ ...call, robot, errcode: answer.errcode, fault, shown: verdict.accepted });
      return { answer, fault };
    },
    upload: async (key, type, part) => {
      const robot = robots.nameOf(key);
      const refused = await uploadRefusal(type, part, robot);
      if (refused !== undefined) return { ...answerOf(refused, { at: now(), number: 0 }) };
      const upload = media.add({ robot: robot ?? '', filename: part?.name ?? '', bytes: part?.size ?? 0, at: now() });
      return { ...OK, type, media_id: upload.mediaId, created_at: String(Math.floor(upload.at / 1000)) };
    },
  };
}
