import type { DeliveryResult } from '../domain/delivery.js';
import type { Words } from '../text/words.js';

/** Returns the one line that reports the result for a message: `错误：企业微信机器人推送失败，错误码：93000，原因：…` */
export function printLine(result: DeliveryResult, { print }: Words): string {
  switch (result.status) {
    case 'delivered':
      return print.delivered;
    case 'refused':
      return print.failed(result.errcode, result.reason);
    case 'unavailable':
      return result.errcode === undefined
        ? print.exception(result.reason)
        : print.failed(result.errcode, result.reason);
    case 'unconfirmed':
      return print.exception(result.reason);
    case 'invalid':
      return print.invalid(result.field, result.reason);
  }
}
