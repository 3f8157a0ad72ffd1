import { type DeliveryResult, errcodeOf } from '../domain/delivery.js';
import type { Speech } from '../text/speech.js';

/** Returns the one line that reports the result for a message: `错误：企业微信机器人推送失败，错误码：93000，原因：…` */
export function printLine(result: DeliveryResult, { print }: Speech): string {
  const errcode = errcodeOf(result);
  switch (result.status) {
    case 'delivered':
      return print.delivered;
    case 'refused':
      return errcode === undefined ? print.refused(result.reason) : print.failed(errcode, result.reason);
    case 'unavailable':
      return errcode === undefined ? print.exception(result.reason) : print.failed(errcode, result.reason);
    case 'unconfirmed':
      return print.exception(result.reason);
    case 'invalid':
      return print.invalid(result.field, result.reason);
  }
}
