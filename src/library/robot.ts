import { type Clock, systemClock } from '../base/clock.js';
import { createSerialQueue } from '../base/serial-queue.js';
import type { DeliveryResult } from '../domain/delivery.js';
import { ConfigError, InvalidInputError } from '../domain/errors.js';
import type { Format, Notification } from '../domain/notification.js';
import { zhCN } from '../text/zh-CN/zh-CN.js';
import { partsOf } from '../wecom/compose/parts.js';
import type { Deliver } from '../wecom/post/deliver.js';
import type { Transport } from '../wecom/post/transport.js';
import { printLine } from './print-line.js';
import { pushNotification } from './push-notification.js';
import { createRobotDeliver } from './robot-deliver.js';

/** For one message, its quick retries included, milliseconds. */
const PUSH_TIMEOUT_MS = 30_000;
/** So long a paced robot tries again, counted from the push, milliseconds. */
const PACED_TIMEOUT_MS = 60 * 60_000;

/** Whether everybody is mentioned: 1, 0, true, false, or those as text; nothing means no. */
export type IsAtAll = boolean | number | string | null;

/** Mobiles: a list, or one text separated by commas or white space; nothing means nobody, `@all` in it means everybody. */
export type AtMobiles = string | number | readonly (string | number)[] | null;

/** Whom one message mentions. Default nobody. */
export interface PushOptions {
  readonly isAtAll?: IsAtAll;
  readonly atMobiles?: AtMobiles;
}

/** How a robot posts. Everything has a default. */
export interface RobotSettings {
  /** Default `text`: the only one that mentions by mobile in the message itself, and that ordinary WeChat shows. */
  readonly format?: Format;
  /** WeCom's address. Default the environment's `WECOM_BASE_URL`, else `https://qyapi.weixin.qq.com`. */
  readonly baseUrl?: string;
  /** Takes the one line that says what became of a message. */
  readonly print?: (line: string) => void;
  /** Default real time. */
  readonly clock?: Clock;
  /** Default HTTPS, one pool of kept-alive connections for the whole process. */
  readonly transport?: Pick<Transport, 'post'>;
}

export interface RobotOptions extends RobotSettings {
  /** The robot's key, or its whole webhook URL. */
  readonly accessKey: string;
  /**
   * For many messages from one process: they are posted in the order they are pushed, 3.4 s apart as WeCom takes 20 a minute, and
   * what may help is tried again for up to an hour. Each `push` resolves when its message was taken or given up. Default false:
   * posted at once, with quick retries. Another process, or another robot object, with the same key is not known of.
   */
  readonly paced?: boolean;
}

/** One group's robot. */
export interface Robot {
  /**
   * Posts a message, as up to ten where it is too long for one.
   * @returns what became of it; where one of several fails, of that one, and those after it are not sent. It never rejects.
   */
  push(message: string, options?: PushOptions): Promise<DeliveryResult>;
}

/**
 * A robot for many messages. It prints nothing unless `print` is given.
 * @throws InvalidInputError where `accessKey` is none, ConfigError where `baseUrl` is none. Neither shows what was given.
 */
export function createRobot({ format = 'text', print = () => {}, ...settings }: RobotOptions): Robot {
  const { clock = systemClock, paced = false } = settings;
  const deliver = createRobotDeliver({ ...settings, clock });
  const inTurn = createSerialQueue();
  return {
    push: async (pushMessage, options) => {
      const result = await settled(() => {
        const { isAtAll, atMobiles } = options ?? {};
        const now = clock.now();
        const notification = pushNotification({ pushMessage, isAtAll, atMobiles, format }, now);
        const parts = partsOf(notification, zhCN, { refuse: true, field: 'pushMessage' });
        if (paced) return inTurn(() => deliverAll(deliver, parts, () => now + PACED_TIMEOUT_MS));
        return deliverAll(deliver, parts, () => clock.now() + PUSH_TIMEOUT_MS);
      });
      say(print, result);
      return result;
    },
  };
}

/** The parts of one message in order. `deadlineOf` says at each part's start until when, milliseconds since 1970. */
async function deliverAll(
  deliver: Deliver,
  parts: readonly Notification[],
  deadlineOf: () => number,
): Promise<DeliveryResult> {
  let messages = 0;
  for (const part of parts) {
    const result = await deliver(part, deadlineOf());
    if (result.status !== 'delivered') return result;
    messages += result.messages;
  }
  return { status: 'delivered', messages };
}

/**
 * Pushes one message to a group and prints one line that says what became of it.
 * @param pushMessage the message.
 * @param accessKey the robot's key, or its whole webhook URL. It is never printed.
 * @param isAtAll whether everybody is mentioned. Default 0.
 * @param atMobiles who is mentioned, by mobile. Default nobody.
 * @param settings `print` replaces the printing; where it throws, the result says all the same what became of the message.
 * @returns what became of it. It never rejects.
 */
export async function wecomrobot(
  pushMessage: string,
  accessKey: string,
  isAtAll: IsAtAll = 0,
  atMobiles: AtMobiles = '',
  settings?: RobotSettings | null,
): Promise<DeliveryResult> {
  const { print = (line: string) => process.stdout.write(`${line}\n`), ...others } = settings ?? {};
  const result = await settled(() => createRobot({ ...others, accessKey }).push(pushMessage, { isAtAll, atMobiles }));
  say(print, result);
  return result;
}

function say(print: (line: string) => void, result: DeliveryResult): void {
  try {
    print(printLine(result, zhCN));
  } catch {
    // The caller's printing failed, the message did not: what became of it is in the result.
  }
}

/** What an attempt came to, whatever it throws. */
async function settled(attempt: () => Promise<DeliveryResult>): Promise<DeliveryResult> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof InvalidInputError) return { status: 'invalid', field: error.field, reason: error.message };
    if (error instanceof ConfigError) return { status: 'invalid', field: 'baseUrl', reason: error.message };
    // A mistake of ours: nobody can tell how far it got.
    return { status: 'unconfirmed', retryAfterMs: 0, reason: error instanceof Error ? error.name : 'unknown error' };
  }
}
