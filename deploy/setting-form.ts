/**
 * The form of a value, from which the parameters of the template, CDK's types and Terraform's variables are made. A rule
 * may be stricter than its form, never less strict.
 */
export type Form =
  /** A text; `pattern`, if there is one, matches every value that is allowed and not empty. */
  | { readonly kind: 'text'; readonly pattern?: RegExp; readonly isOptional?: true }
  /** One of several values. */
  | { readonly kind: 'one-of'; readonly values: readonly (string | number)[] }
  /** `on` or `off`; also true or false. */
  | { readonly kind: 'on-off' }
  /** A whole number of a unit. */
  | {
      readonly kind: 'number';
      readonly unit: string;
      readonly from: number;
      readonly to: number;
      readonly isOptional?: true;
    }
  /** A list, each value once. */
  | { readonly kind: 'list'; readonly of: Form }
  /** Texts by text. */
  | { readonly kind: 'map' };
