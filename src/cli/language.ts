import { parseArgs } from 'node:util';
import { DEFAULT_LANGUAGE } from '../library/read-language.js';
import { LANGUAGES, type Language } from '../text/words.js';
import type { Terminal } from './terminal.js';

/** The variables that say a terminal's language, in the order in which POSIX lets them count. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** Values of those variables that say no language. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['', 'c', 'posix']);

/** The language for a reader of a language that is not ours. */
const FOREIGN: Language = 'en';

/**
 * Returns the language to speak: that of `--language`, else of the terminal, else `silent`. Reads the command line
 * leniently, so that it is known before anything about it can be wrong.
 * @param silent the language if the terminal says none, as in CI and containers.
 */
export function languageOf(argv: readonly string[], terminal: Terminal, silent: Language = DEFAULT_LANGUAGE): Language {
  const { values } = parseArgs({ args: [...argv], options: { language: { type: 'string' } }, strict: false });
  return LANGUAGES.find((language) => language === values.language) ?? languageOfTerminal(terminal) ?? silent;
}

/** Returns Chinese for `zh_CN.UTF-8`, English for `en_US.UTF-8` and for `de_DE.UTF-8`, `undefined` for `C`. */
function languageOfTerminal({ env, systemLocale = '' }: Terminal): Language | undefined {
  const [locale = systemLocale] = VARIABLES.flatMap((name) => env[name] || []);
  const [code = ''] = locale.toLowerCase().split(/[_.@-]/);
  if (NO_LANGUAGE.has(code)) return undefined;
  return LANGUAGES.find((language) => language.split('-')[0] === code) ?? FOREIGN;
}
