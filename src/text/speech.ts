import type { Violation, ViolationKind } from '../domain/violation.js';

/** The sentence for each violation: the rule, and the given value. */
export type ViolationTexts = { readonly [Kind in ViolationKind]: (violation: Violation<Kind>) => string };

/**
 * The words of the library and the command: lines in a terminal, which no group ever shows. They are apart from `Words`
 * to stay out of the function's bundle.
 */
export interface Speech {
  /** The one line that reports the result for a message. */
  readonly print: {
    readonly delivered: string;
    readonly dropped: string;
    readonly dryRun: string;
    readonly exception: (reason: string) => string;
    readonly failed: (errcode: number, reason: string) => string;
    readonly invalid: (field: string, reason: string) => string;
    readonly queued: string;
    readonly refused: (reason: string) => string;
  };
  /** Absent for the language in which errors are written: there the error's own message is used. */
  readonly violations?: ViolationTexts;
  /** Returns true if a text seems to be in this language. */
  readonly isWrittenIn: (text: string) => boolean;
  /** The text for a thrown value that is not even an error. */
  readonly unknownError: string;
  /** The text of the command's `--help`. */
  readonly usage: string;
}
