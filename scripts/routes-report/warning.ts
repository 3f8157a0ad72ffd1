/** Something in the rules that is allowed and most probably not meant. */
export interface Warning {
  readonly message: string;
  /** The keys and indexes that lead to it in the file. */
  readonly path: readonly (string | number)[];
}
