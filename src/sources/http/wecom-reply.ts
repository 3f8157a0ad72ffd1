import { errcodeOf, type Outcome } from '../../domain/delivery.js';
import { ERRCODE } from '../../wecom/api/errcodes.js';
import type { MessageFault } from '../../wecom/api/message.js';
import { type HttpReply, leadingOutcome, replyToOutcomes } from './respond.js';

/** WeCom's errcode for each HTTP status of ours. */
const FAULTS: Readonly<Record<number, number>> = {
  401: ERRCODE.invalidWebhookUrl,
  403: ERRCODE.invalidWebhookUrl,
  503: ERRCODE.systemBusy,
  504: ERRCODE.systemBusy,
};

/** Returns WeCom's own answer, with the HTTP status 200 that it gives to everything. */
export function faultReply({ errcode, errmsg }: MessageFault): HttpReply {
  return { httpStatus: 200, body: { errcode, errmsg } };
}

/**
 * Puts one of our own answers into WeCom's form. The HTTP status stays: many of WeCom's clients check nothing else, and would
 * take an unknown token or an overload for a success.
 */
export function inWecomForm({ body, ...reply }: HttpReply, errcode = FAULTS[reply.httpStatus]): HttpReply {
  const reason = typeof body === 'string' ? undefined : body['reason'];
  const errmsg = typeof reason === 'string' ? reason : 'invalid webhook url';
  return { ...reply, body: { errcode: errcode ?? ERRCODE.invalidParameter, errmsg } };
}

/** Reports the result for one message in WeCom's form: shown, queued and dropped by a rule are all `ok`. */
export function wecomReplyToOutcomes(outcomes: readonly Outcome[]): HttpReply {
  const worst = leadingOutcome(outcomes) ?? { status: 'delivered', messages: 0 };
  const errcode = errcodeOf(worst);
  switch (worst.status) {
    case 'delivered':
    case 'queued':
      return faultReply({ errcode: 0, errmsg: 'ok' });
    case 'refused':
      // Without an errcode from WeCom the robot is missing, which to WeCom's clients is a wrong key.
      return errcode === undefined
        ? inWecomForm(replyToOutcomes('', outcomes), ERRCODE.invalidWebhookUrl)
        : faultReply({ errcode, errmsg: worst.reason });
    case 'invalid':
      return inWecomForm(
        replyToOutcomes('', outcomes),
        worst.field === 'robot' ? ERRCODE.invalidWebhookUrl : undefined,
      );
    case 'unavailable':
      return inWecomForm(replyToOutcomes('', outcomes), errcode);
    case 'unconfirmed':
      return inWecomForm(replyToOutcomes('', outcomes));
  }
}
