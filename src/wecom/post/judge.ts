import { type JsonObject, parseObject } from '../../base/json.js';
import type { DeliveryResult } from '../../domain/delivery.js';
import type { MessageWords } from '../../text/message-words.js';
import { errcodeRow, explainErrcode } from '../api/errcodes.js';
import { networkReason } from './network-reason.js';
import type { PostResult } from './transport.js';

/** Delays before a retry if the failure itself names none, milliseconds. */
const RETRY_MS = 5000;
const RETRY_AFTER_429_MS = 60_000;
/** See {@link Judgement.quickRetryMs}. */
const QUICK_RETRY_MS = 500;
const MAX_ERRMSG = 300;

/** The judgement on one POST. */
export interface Judgement {
  readonly result: Exclude<DeliveryResult, { readonly status: 'invalid' }>;
  /** Longest delay before the second try, milliseconds. Set if a retry within seconds may succeed. */
  readonly quickRetryMs?: number;
  /** WeCom's own message: only for the log, as it contains our address. */
  readonly errmsg?: string;
}

/**
 * Judges one POST. Success is HTTP 2xx, JSON and `errcode` 0, and nothing else. A 2xx that cannot be read leaves open
 * whether the message was shown.
 */
export function judge(post: PostResult, words: MessageWords): Judgement {
  switch (post.kind) {
    case 'not-sent':
      return { result: unavailable(networkReason(post.reason, words)), quickRetryMs: QUICK_RETRY_MS };
    case 'no-answer':
      return { result: unconfirmed(networkReason(post.reason, words)) };
    case 'reply':
      return judgeReply(post.httpStatus, post.body, words);
  }
}

/**
 * Judges a reply. Only WeCom's own JSON counts: any other answer is a proxy's or a firewall's, which knows nothing of
 * the message.
 */
function judgeReply(httpStatus: number, body: string, words: MessageWords): Judgement {
  if (httpStatus < 200 || httpStatus > 299) return judgeStatus(httpStatus, words);
  const answer = parseObject(body);
  const errcode = errcodeIn(answer);
  if (errcode === 0) return { result: { status: 'delivered', messages: 1 } };
  if (errcode !== undefined) return judgeErrcode(errcode, answer?.['errmsg'], words);
  return { result: unconfirmed(words.delivery.unreadable(`HTTP ${httpStatus}`)) };
}

/** Returns the errcode of an answer, even if it is written as text, or `undefined` if the answer is not WeCom's. */
export function errcodeIn(answer: JsonObject | undefined): number | undefined {
  const errcode = answer?.['errcode'];
  if (typeof errcode === 'string' && /^-?\d{1,9}$/.test(errcode)) return Number(errcode);
  return Number.isSafeInteger(errcode) ? Number(errcode) : undefined;
}

function judgeStatus(httpStatus: number, words: MessageWords): Judgement {
  const code = { kind: 'http', value: httpStatus } as const;
  const reason = httpStatus >= 500 ? words.delivery.serverBusy(httpStatus) : words.delivery.rejected(httpStatus);
  const retryAfterMs = httpStatus === 429 || httpStatus === 408 ? RETRY_AFTER_429_MS : RETRY_MS;
  const result = { status: 'unavailable', code, reason, retryAfterMs } as const;
  return httpStatus >= 500 ? { result, quickRetryMs: QUICK_RETRY_MS } : { result };
}

function judgeErrcode(errcode: number, errmsg: unknown, words: MessageWords): Judgement {
  const { outcome, waitMs, quickRetryMs } = errcodeRow(errcode);
  const reason = explainErrcode(errcode, words);
  const code = { kind: 'wecom', value: errcode } as const;
  return {
    result:
      outcome === 'refused'
        ? { status: 'refused', code, reason }
        : { status: 'unavailable', code, reason, retryAfterMs: waitMs },
    ...(quickRetryMs !== undefined && { quickRetryMs }),
    ...(typeof errmsg === 'string' && { errmsg: errmsg.slice(0, MAX_ERRMSG) }),
  };
}

function unavailable(reason: string): Judgement['result'] {
  return { status: 'unavailable', retryAfterMs: RETRY_MS, reason };
}

function unconfirmed(reason: string): Judgement['result'] {
  return { status: 'unconfirmed', retryAfterMs: RETRY_MS, reason };
}
