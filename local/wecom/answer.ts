/** An answer of WeCom, always with HTTP status 200. */
export interface Answer {
  readonly errcode: number;
  readonly errmsg: string;
}

/** The reason why a message was not accepted: the code, and the beginning of its errmsg. */
export interface Refusal {
  readonly errcode: number;
  readonly reason: string;
}

/** Serialised, this is the exact body of a success: `{"errcode":0,"errmsg":"ok"}`. It contains no message id. */
export const OK: Answer = { errcode: 0, errmsg: 'ok' };

/** The reasons at the beginning of errmsg, for codes that do not depend on the message. */
const REASONS: Readonly<Record<number, string>> = {
  [-1]: 'system busy',
  6000: 'data version conflict',
  40058: 'invalid Request Parameter',
  45009: 'api freq out of limit',
  45033: 'api concurrent out of limit',
  93000: 'invalid webhook url',
  93004: 'robot disabled',
  93008: 'robot not in chat',
};

/** Creates a refusal from its code alone. */
export function refusal(errcode: number, reason = REASONS[errcode] ?? 'unknown error'): Refusal {
  return { errcode, reason };
}

/**
 * Returns the answer to a failure. Its errmsg has the reason, a hint of about 24 digits that begins with the Unix time,
 * the caller's address and a link.
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function answerOf({ errcode, reason }: Refusal, call: { readonly at: number; readonly number: number }): Answer {
  const hint = `${Math.floor(call.at / 1000)}${String(call.number).padStart(14, '0')}`;
  const more = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
  return { errcode, errmsg: `${reason}, hint: [${hint}], from ip: 127.0.0.1, more info at ${more}` };
}
