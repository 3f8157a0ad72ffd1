import { parseArgs } from 'node:util';
import { DEFAULT_LANGUAGE } from '../library/read-language.js';
import { LANGUAGES, type Language } from '../text/words.js';

/** The variables that say a terminal's language, in the order in which POSIX lets them count. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * Returns the language to speak: that of `--language`, else of the environment, else the default. Reads the command
 * line leniently, so that it is known before anything about it can be wrong.
 */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  otherwise: Language = DEFAULT_LANGUAGE,
): Language {
  const { values } = parseArgs({ args: [...argv], options: { language: { type: 'string' } }, strict: false });
  return LANGUAGES.find((language) => language === values.language) ?? languageOfEnvironment(env, otherwise);
}

/** Reads `en_US.UTF-8` as English and `zh_CN.UTF-8` as Chinese; `C`, `POSIX` and other languages get the default. */
function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>, otherwise: Language): Language {
  const [locale = ''] = VARIABLES.flatMap((name) => env[name] || []);
  const [code = ''] = locale.toLowerCase().split(/[_.@-]/);
  return LANGUAGES.find((language) => language.split('-')[0] === code) ?? otherwise;
}
