import { errcodeOf, type Outcome } from '../../domain/delivery.js';
import { ERRCODE } from '../../wecom/api/errcodes.js';
import type { MessageFault } from '../../wecom/api/message.js';
import { type HttpReply, leadingOutcome, replyToOutcomes } from './respond.js';

/** What each HTTP status of the door is called in WeCom's form. */
const FAULTS: Readonly<Record<number, number>> = {
  401: ERRCODE.invalidWebhookUrl,
  403: ERRCODE.invalidWebhookUrl,
  503: ERRCODE.systemBusy,
  504: ERRCODE.systemBusy,
};

/** What WeCom itself would say, with the HTTP status that it gives everything. */
export function faultReply({ errcode, errmsg }: MessageFault): HttpReply {
  return { httpStatus: 200, body: { errcode, errmsg } };
}

/**
 * What only the door says, in WeCom's form. The HTTP status stays: many clients of WeCom look at nothing else, and would take
 * an unknown token or an overload for a success.
 */
export function inWecomForm({ body, ...reply }: HttpReply, errcode = FAULTS[reply.httpStatus]): HttpReply {
  const { reason } = body;
  const errmsg = typeof reason === 'string' ? reason : 'invalid webhook url';
  return { ...reply, body: { errcode: errcode ?? ERRCODE.invalidParameter, errmsg } };
}

/** What became of one message, as WeCom would say it: shown, queued and dropped by a rule are alike. */
export function wecomReplyToOutcomes(outcomes: readonly Outcome[]): HttpReply {
  const worst = leadingOutcome(outcomes) ?? { status: 'delivered', messages: 0 };
  const errcode = errcodeOf(worst);
  switch (worst.status) {
    case 'delivered':
    case 'queued':
      return faultReply({ errcode: 0, errmsg: 'ok' });
    case 'refused':
      // Without WeCom's errcode it is a robot that is missing, which to WeCom's clients is a wrong key.
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
