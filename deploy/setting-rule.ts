import type { Flag } from './flag.js';
import type { Form } from './setting-form.js';

/** The functions that are deployed, by their names in serverless.yml. */
export type FunctionName = 'notify' | 'deliver';

/** Which secrets `notify`, which knows the tokens of the HTTP door, reads. */
export interface SecretFlags {
  readonly notifyReadsSecret: Flag;
  readonly notifyReadsTokens: Flag;
}

/** A rule for one value: the values it allows, and their meaning. */
export interface Rule<T> {
  /** The values that are allowed, in words that follow "must be": `one of token, iam, off`. */
  readonly allowed: string;
  readonly form: Form;
  /** Returns the meaning of a given value in a region, or `undefined` if it is not allowed. */
  readonly read: (given: unknown, region: string) => T | undefined;
}

/**
 * The environment variable that carries a setting, and the functions that get it. Neither if it decides resources only.
 */
type Variable =
  | {
      readonly env: string;
      /** A list, or those that read a secret. */
      readonly functions:
        | readonly FunctionName[]
        | ((flags: SecretFlags) => Readonly<Partial<Record<FunctionName, Flag>>>);
    }
  | { readonly env?: never; readonly functions?: never };

/** One setting: a row of the table from which everything about settings is made. */
export type Setting<T> = Rule<T> &
  Variable & {
    /** The default, as serverless.yml would have it. */
    readonly default: unknown;
    /** If true, errors do not show the value, because a key may have been pasted there by mistake. */
    readonly isHidden?: true;
  };

/** Accepts any text that passes a test. */
export const text = (accepts: (given: string) => boolean, allowed: string): Rule<string> => ({
  allowed,
  form: { kind: 'text' },
  read: (given) => (typeof given === 'string' && accepts(given) ? given : undefined),
});

/** Accepts any text that matches a pattern. */
export const matching = (pattern: RegExp, allowed: string): Rule<string> => ({
  ...text((given) => pattern.test(given), allowed),
  form: { kind: 'text', pattern },
});

/** Accepts one of several texts, in a list of them. */
export const among = (values: readonly string[]): Rule<string> => ({
  ...text((given) => values.includes(given), values.join(', ')),
  form: { kind: 'one-of', values },
});

/** Accepts one of several values, the first of which is the default. */
export function oneOf<const T extends string | number>(values: readonly [T, ...T[]]) {
  return {
    default: values[0],
    allowed: `one of ${values.map((value) => value || 'empty').join(', ')}`,
    form: { kind: 'one-of', values },
    read: (given: unknown) => values.find((value) => value === given),
  } satisfies Setting<T>;
}

/** Accepts `on` and `off`, off by default. */
export const onOff: Setting<boolean> = {
  default: 'off',
  allowed: 'one of off, on',
  form: { kind: 'on-off' },
  read: (given) => (given === 'on' ? true : given === 'off' ? false : undefined),
};

/** Accepts `on` and `off`, on by default. */
export const onUnlessOff: Setting<boolean> = { ...onOff, default: 'on', allowed: 'one of on, off' };

/** Accepts what a rule accepts, or nothing, which is the default. */
export const orEmpty = ({ allowed, form, read }: Rule<string>): Setting<string> => ({
  default: '',
  allowed: `empty, or ${allowed}`,
  form: optional(form),
  read: (given, region) => (given === '' ? '' : read(given, region)),
});

/** Accepts a list of values that a rule accepts. Empty by default. */
export const listOf = <T>({ allowed, form, read }: Rule<T>): Setting<readonly T[]> => ({
  default: [],
  allowed: `a list of ${allowed}, each once`,
  form: { kind: 'list', of: form },
  read: (given, region) => {
    if (!Array.isArray(given) || new Set(given).size < given.length) return undefined;
    const values = given.map((one) => read(one, region)).filter((one) => one !== undefined);
    return values.length === given.length ? values : undefined;
  },
});

/** Accepts what a rule for a number accepts, or nothing, which is the default and means 0. */
export const orNothing = ({ allowed, form, read }: Rule<number>): Setting<number> => ({
  default: '',
  allowed: `empty, or ${allowed}`,
  form: optional(form),
  read: (given, region) => (given === '' ? 0 : read(given, region)),
});

/** Accepts a whole number from `from` up to and including `to`. */
export const wholeNumber = (unit: string, from: number, to: number): Rule<number> => ({
  allowed: `a whole number of ${unit} from ${from} to ${to}`,
  form: { kind: 'number', unit, from, to },
  read: (given) =>
    Number.isInteger(given) && Number(given) >= from && Number(given) <= to ? Number(given) : undefined,
});

function optional(form: Form): Form {
  return form.kind === 'text' || form.kind === 'number' ? { ...form, isOptional: true } : form;
}
