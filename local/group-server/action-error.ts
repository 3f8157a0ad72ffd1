/** The mistakes of a request that the page has words for, each with the values that they show. */
export interface Problems {
  readonly noSample: { readonly file: string };
  readonly noEvent: { readonly trace: number };
  readonly empty: Readonly<Record<never, never>>;
  readonly notJson: { readonly why: string };
  readonly summaryTooSoon: Readonly<Record<never, never>>;
  readonly tooLarge: { readonly maxBytes: number };
  readonly stormSize: { readonly min: number; readonly max: number };
  readonly stormMix: { readonly mixes: string };
}

/**
 * A request of the page that makes no sense. `message` says why, in English; `problem` and `values` let the page say it in its own
 * language.
 */
export class ActionError<Kind extends keyof Problems = keyof Problems> extends Error {
  override readonly name = 'ActionError';
  readonly problem: Kind;
  readonly values: Problems[Kind];

  constructor(message: string, problem: Kind, values: Problems[Kind], options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
    this.values = values;
  }
}
