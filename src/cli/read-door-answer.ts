import { parseObject, textAt } from '../base/json.js';
import { speechOf } from '../text/speeches.js';
import { type Language, wordsOf } from '../text/words.js';
import { type CommandResult, EXIT_CODES } from './world.js';

/**
 * Returns the result: the door's own `status`, or just the HTTP status if the answer is not the door's. The door writes
 * its reasons in its own language: if that is another one, the reason goes on a line of its own.
 */
export function readDoorAnswer(httpStatus: number, text: string, language: Language): CommandResult {
  const [{ print, isWrittenIn }, { delivery }] = [speechOf(language), wordsOf(language)];
  const answer = parseObject(text);
  const status = textAt(answer, 'status');
  const reason = textAt(answer, 'reason');
  const because = (line: (reason: string) => string): string => {
    if (reason === undefined) return line(`HTTP ${httpStatus}`);
    return isWrittenIn(withoutQuotes(reason)) ? line(reason) : `${line(`HTTP ${httpStatus}`)}\n${reason}`;
  };
  switch (status) {
    case 'delivered':
    case 'dropped':
    case 'queued':
      return { line: print[status], exitCode: status === 'queued' ? EXIT_CODES.queued : EXIT_CODES.delivered };
    case 'invalid': {
      const field = textAt(answer, 'field') ?? '';
      return { line: because((why) => print.invalid(field, why)), exitCode: EXIT_CODES.invalid };
    }
    case 'unavailable':
    case 'unconfirmed':
      return { line: because(print.exception), exitCode: EXIT_CODES[status] };
    case 'refused':
      return { line: because(print.refused), exitCode: EXIT_CODES.refused };
    default:
      return mayPass(httpStatus)
        ? { line: print.exception(delivery.serverBusy(httpStatus)), exitCode: EXIT_CODES.unavailable }
        : { line: print.refused(delivery.rejected(httpStatus)), exitCode: EXIT_CODES.refused };
  }
}

/** Drops quoted values, which are in the language of their author. */
function withoutQuotes(reason: string): string {
  return reason.replace(/"[^"]*"/g, '');
}

function mayPass(httpStatus: number): boolean {
  return httpStatus >= 500 || httpStatus === 429 || httpStatus === 408;
}
