import { quote } from '../base/quote.js';
import { InvalidInputError } from '../domain/errors.js';
import { LANGUAGES, type Language } from '../text/words.js';

/** The language of the library and the command if none is given. */
export const DEFAULT_LANGUAGE: Language = 'zh-CN';

/**
 * Reads the name of a language; from JavaScript, it may be anything.
 * @throws {InvalidInputError} If it is not one of {@link LANGUAGES}.
 */
export function readLanguage(value: unknown, field: string): Language {
  const known = LANGUAGES.find((language) => language === value);
  if (known) return known;
  const [allowed, given] = [LANGUAGES.join(', '), quote(value)];
  throw new InvalidInputError(field, `Cannot use ${field} as it must be one of ${allowed}: current value is ${given}`, {
    violation: { kind: 'language', allowed, given },
  });
}
