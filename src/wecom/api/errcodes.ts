import { getOwn } from '../../base/json.js';
import { codeOf, type DeliveryResult, errcodeOf, type FaultOwner } from '../../domain/delivery.js';
import type { MessageWords } from '../../text/message-words.js';

/**
 * Every errcode that a robot's webhook is documented or known to return. Each is explained in
 * `text/<language>/errcode.ts`: one without words there does not compile.
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const ERRCODE = {
  systemBusy: -1,
  dataVersionConflict: 6000,
  tooManyMessages: 45009,
  tooManyConcurrentCalls: 45033,

  invalidWebhookUrl: 93000,
  robotDisabled: 93004,
  invalidChatId: 93006,
  robotNotInGroup: 93008,
  robotUnusable: 93017,

  invalidMessageType: 40008,
  unsupportedCharacter: 40033,
  invalidUrlSize: 40039,
  invalidParameter: 40058,
  emptyParameter: 40063,
  missingUrl: 41010,
  missingTitle: 41016,
  emptyContent: 44004,
  contentTooLong: 45002,
  tooManyArticles: 45008,
  urlWithoutScheme: 45034,
  unsupportedApi: 48002,

  invalidMediaType: 40004,
  invalidUploadType: 40005,
  invalidMediaSize: 40006,
  invalidMediaId: 40007,
  invalidImageSize: 40009,
  missingMediaId: 41006,
  emptyMedia: 44001,
  mediaTooLarge: 45001,
  voiceTooLong: 45007,
  invalidVoice: 301016,
  voiceNotAmr: 301017,
  md5Mismatch: 301019,
} as const satisfies Readonly<Record<string, keyof MessageWords['errcode']>>;

/** The consequence of an errcode for the sender. */
export interface ErrcodeRow {
  readonly outcome: 'refused' | 'unavailable';
  /** Delay before a retry makes sense, milliseconds; 0 if it never does. */
  readonly waitMs: number;
  /** Longest delay before the second try, milliseconds. Set if a retry within seconds may succeed. */
  readonly quickRetryMs?: number;
}

/** The row of errcodes that sending again cannot help. */
const REFUSED: ErrcodeRow = { outcome: 'refused', waitMs: 0 };

/** Creates the row of a fault that may pass: retry after `waitMs`, or within `quickRetryMs` if the sender waits for it. */
function passing(waitMs: number, quickRetryMs?: number): ErrcodeRow {
  return { outcome: 'unavailable', waitMs, ...(quickRetryMs !== undefined && { quickRetryMs }) };
}

/** The faults that may pass, which only WeCom itself can say. Any other failure is not worth retrying. */
const PASSING: Readonly<Record<number, ErrcodeRow>> = {
  [ERRCODE.systemBusy]: passing(5000, 500),
  [ERRCODE.dataVersionConflict]: passing(5000, 500),
  [ERRCODE.tooManyMessages]: passing(65_000),
  [ERRCODE.tooManyConcurrentCalls]: passing(5000, 3000),
};

/** The row of undocumented errcodes, which are retried a few times: one may be a new code for a passing fault. */
const UNKNOWN: ErrcodeRow = passing(180_000);

const KNOWN: ReadonlySet<number> = new Set(Object.values(ERRCODE));

/** Returns the consequence of an errcode. A documented one that is not temporary is refused. */
export function errcodeRow(errcode: number): ErrcodeRow {
  return getOwn(PASSING, String(errcode)) ?? (KNOWN.has(errcode) ? REFUSED : UNKNOWN);
}

/** Returns the meaning of an errcode and the remedy, for a person. */
export function explainErrcode(errcode: number, words: MessageWords): string {
  const { meaning, advice } = getOwn(words.errcode, String(errcode)) ?? words.errcode.unknown;
  return meaning + words.aside(advice);
}

/** Errcodes of a robot that can no longer post at all: every message to it is refused. */
export const ROBOT_GONE: ReadonlySet<number> = new Set([
  ERRCODE.invalidWebhookUrl,
  ERRCODE.robotDisabled,
  ERRCODE.robotNotInGroup,
]);

/** Errcodes that blame the message: another message may be accepted. */
const CONTENT: ReadonlySet<number> = new Set([
  ERRCODE.invalidMessageType,
  ERRCODE.unsupportedCharacter,
  ERRCODE.invalidUrlSize,
  ERRCODE.invalidParameter,
  ERRCODE.emptyParameter,
  ERRCODE.missingUrl,
  ERRCODE.missingTitle,
  ERRCODE.emptyContent,
  ERRCODE.contentTooLong,
  ERRCODE.tooManyArticles,
  ERRCODE.urlWithoutScheme,
]);

/** Errcodes that count messages, so that another message would meet them too. */
const LIMITS: ReadonlySet<number> = new Set([ERRCODE.tooManyMessages, ERRCODE.tooManyConcurrentCalls]);

/** Returns the side to blame for a failure. Without a code nothing reached WeCom, so it is not the message. */
export function faultOf(result: DeliveryResult): FaultOwner {
  const errcode = errcodeOf(result);
  if (errcode === undefined) return codeOf(result) === undefined ? 'robot' : 'either';
  if (CONTENT.has(errcode)) return 'content';
  if (!KNOWN.has(errcode)) return 'unknown-errcode';
  return result.status === 'refused' || LIMITS.has(errcode) ? 'robot' : 'either';
}
