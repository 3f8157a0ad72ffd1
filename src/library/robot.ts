import { type Clock, systemClock } from '../base/clock.js';
import { createSerialQueue } from '../base/serial-queue.js';
import type { DeliveryResult } from '../domain/delivery.js';
import type { Format } from '../domain/format.js';
import type { Notification } from '../domain/notification.js';
import { readFormat } from '../payloads/written/overrides.js';
import { speechOf } from '../text/speeches.js';
import { LANGUAGES, type Language, wordsOf } from '../text/words.js';
import { partsOf } from '../wecom/compose/parts.js';
import type { Deliver } from '../wecom/post/deliver.js';
import type { Transport } from '../wecom/post/transport.js';
import { printLine } from './print-line.js';
import { pushNotification } from './push-notification.js';
import { DEFAULT_LANGUAGE, readLanguage } from './read-language.js';
import { readTimeout } from './read-timeout.js';
import { resultOf } from './result-of.js';
import { createRobotDeliver } from './robot-deliver.js';

/** The time for one push, milliseconds, unless `timeoutMs` is given. */
const PUSH_TIMEOUT_MS = 30_000;
/** The same of a paced robot. */
const PACED_TIMEOUT_MS = 60 * 60_000;

/** Mentions everyone if true. Accepts 1, 0, true, false or their text; default false. */
export type IsAtAll = boolean | number | string | null;

/** Mobiles: a list, or one text separated by commas or white space. Absent: no one. `@all` among them: everyone. */
export type AtMobiles = string | number | readonly (string | number)[] | null;

/** The mentions of one message. Default: no one. */
export interface PushOptions {
  readonly isAtAll?: IsAtAll;
  readonly atMobiles?: AtMobiles;
}

/** The settings of a robot. Everything has a default. */
export interface RobotSettings {
  /** Default `text`: the only format that mentions by mobile in the message itself, and that ordinary WeChat shows. */
  readonly format?: Format;
  /**
   * The language of the printed line, of a result's `reason`, and of the few words that are added to a message. Default
   * `zh-CN`.
   */
  readonly language?: Language;
  /** WeCom's address. Default: the environment's `WECOM_BASE_URL`, else `https://qyapi.weixin.qq.com`. */
  readonly baseUrl?: string;
  /**
   * The time that one `push` may take, in milliseconds from its call, all parts, retries and waits included: no attempt
   * begins later, and one under way is ended then. A single attempt is ended after 10 s in any case, 3 s if no
   * connection is made. From 1,000 to 86,400,000; default 30,000, or an hour if `paced`.
   */
  readonly timeoutMs?: number;
  /** Receives the one line that reports the result for a message. If it throws or rejects, the result is the same. */
  readonly print?: (line: string) => unknown;
  /** Default: real time. */
  readonly clock?: Clock;
  /** Default: HTTPS, with one pool of kept-alive connections for the whole process. */
  readonly transport?: Pick<Transport, 'post'>;
}

/** The key of a robot, and how it posts. */
export interface RobotOptions extends RobotSettings {
  /** The robot's key, or its whole webhook URL. `undefined`, as of a variable that is not set, is refused like any other. */
  readonly accessKey: string | undefined;
  /**
   * For many messages from one process: they are posted in the order they are pushed, 3.4 s apart because WeCom accepts
   * 20 a minute, and a failure that may pass is retried until `timeoutMs`. Each `push` resolves once its message was
   * accepted or given up. Default false: posted at once, with quick retries. Another process, or another robot object,
   * with the same key is not taken into account.
   */
  readonly paced?: boolean;
}

/** The robot of one group. */
export interface Robot {
  /**
   * Posts a message, split into up to ten if it is too long for one.
   * @returns the result. If one of several parts fails, its result, and the parts after it are not sent. Never rejects.
   */
  push(message: string, options?: PushOptions): Promise<DeliveryResult>;
}

const NO_OPTIONS: RobotOptions = { accessKey: undefined };

/**
 * Creates a robot for many messages. It prints nothing unless `print` is given.
 * @throws {InvalidInputError} If `accessKey` is not a key, without showing the given value; if `format` or `language` is
 *   unknown, or `timeoutMs` out of its range.
 * @throws {ConfigError} If `baseUrl` is not a base URL. Does not show the given value.
 */
export function createRobot(options: RobotOptions): Robot {
  // From JavaScript, it may be absent.
  const { print = () => {}, ...settings } = options ?? NO_OPTIONS;
  const { clock = systemClock, paced = false } = settings;
  const format = readFormat(settings.format ?? 'text');
  const language = readLanguage(settings.language ?? DEFAULT_LANGUAGE, 'language');
  const byDefault = paced ? PACED_TIMEOUT_MS : PUSH_TIMEOUT_MS;
  const timeoutMs = readTimeout(settings.timeoutMs ?? byDefault, 'timeoutMs');
  const deliver = createRobotDeliver({ ...settings, language, clock });
  const inTurn = createSerialQueue();
  return {
    push: async (pushMessage, options) => {
      const result = await resultOf(() => {
        const { isAtAll, atMobiles } = options ?? {};
        const now = clock.now();
        const notification = pushNotification({ pushMessage, isAtAll, atMobiles, format }, now);
        const parts = partsOf(notification, wordsOf(language), { refuse: true, field: 'pushMessage' });
        const work = () => deliverAll(deliver, parts, now + timeoutMs);
        return paced ? inTurn(work) : work();
      }, language);
      say(print, result, language);
      return result;
    },
  };
}

/** Delivers the parts of one message in order, by a deadline in milliseconds since 1970. */
async function deliverAll(
  deliver: Deliver,
  parts: readonly Notification[],
  deadlineMs: number,
): Promise<DeliveryResult> {
  let messages = 0;
  for (const part of parts) {
    const result = await deliver(part, deadlineMs);
    if (result.status !== 'delivered') return result;
    messages += result.messages;
  }
  return { status: 'delivered', messages };
}

/**
 * Pushes one message to a group and prints one line that reports the result.
 * @param pushMessage the message.
 * @param accessKey the robot's key, or its whole webhook URL. Never printed.
 * @param isAtAll mentions everyone if true. Default 0.
 * @param atMobiles the mobiles to mention. Default: no one.
 * @param settings `language` is that of the line; `print` replaces the printing.
 * @returns the result. Never rejects.
 */
export async function wecomrobot(
  pushMessage: string,
  accessKey: string | undefined,
  isAtAll: IsAtAll = 0,
  atMobiles: AtMobiles = '',
  settings?: RobotSettings | null,
): Promise<DeliveryResult> {
  const { print = (line: string) => process.stdout.write(`${line}\n`), ...others } = settings ?? {};
  const language = LANGUAGES.find((known) => known === others.language) ?? DEFAULT_LANGUAGE;
  const push = () => createRobot({ ...others, accessKey }).push(pushMessage, { isAtAll, atMobiles });
  const result = await resultOf(push, language);
  say(print, result, language);
  return result;
}

function say(print: NonNullable<RobotSettings['print']>, result: DeliveryResult, language: Language): void {
  const line = printLine(result, speechOf(language));
  // If the caller's printing fails, the message has not: its result is returned.
  (async () => print(line))().catch(() => {});
}
