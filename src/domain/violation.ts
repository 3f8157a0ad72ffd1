import type { KeyProblem } from './robot-key.js';

/** Values that the sentence of each violation names. Those called `given` are quoted: safe to show. */
interface ViolationValues {
  readonly notText: { readonly given: string };
  readonly tooManyBytes: { readonly max: number; readonly bytes: number };
  readonly halfCharacter: { readonly index: number };
  readonly nulCharacter: { readonly index: number };
  readonly nothingToRead: unknown;
  readonly tooManyParts: { readonly parts: number; readonly room: string; readonly size: string };
  readonly format: { readonly allowed: string; readonly given: string };
  readonly isAtAll: { readonly given: string };
  readonly mobileList: { readonly given: string };
  readonly mobile: { readonly given: string };
  readonly accessKey: { readonly problem: KeyProblem; readonly baseUrl: string };
  readonly baseUrl: { readonly example: string; readonly protocol?: string | undefined };
  /** `protocol` is absent if the value is not a URL. */
  readonly proxy: { readonly example: string; readonly protocol?: string | undefined };
  readonly timeout: { readonly min: number; readonly max: number; readonly given: string };
  readonly language: { readonly allowed: string; readonly given: string };
  readonly command: unknown;
  readonly messages: unknown;
  readonly option: { readonly name: string };
  readonly optionValue: { readonly name: string };
  readonly keyTwice: unknown;
  readonly robotOfNothing: unknown;
  readonly noMessage: unknown;
  readonly noKey: unknown;
  readonly noRegion: unknown;
  readonly noToken: unknown;
  readonly doorUrl: unknown;
  readonly robotOfSecret: { readonly robots: string; readonly given: string };
  /** `error` is the name of AWS's error. */
  readonly secretUnread: { readonly secretId: string; readonly region: string; readonly error: string };
  readonly secretEmpty: { readonly secretId: string; readonly region: string };
  readonly secretWithoutDefault: { readonly secretId: string; readonly robots: string };
}

/** The name of a rule that an input violates. */
export type ViolationKind = keyof ViolationValues;

/**
 * The rule that a value of a caller or an operator breaks, as data. An error's message is in English, for logs and
 * replies; from its violation, the library and the command say the same in their user's language.
 */
export type Violation<Kind extends ViolationKind = ViolationKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & ViolationValues[Each];
}[Kind];
