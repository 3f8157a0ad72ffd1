import { languageOf } from '../../src/cli/language.js';
import { terminalOf } from '../../src/cli/terminal.js';
import type { Language } from '../../src/text/words.js';

/**
 * Returns the language of a script of a clone that speaks its terminal's: that of `--language`, else of the terminal.
 * If that says none it is English, as the scripts beside it and the framework speak nothing else.
 */
export function cloneLanguage(argv: readonly string[] = []): Language {
  return languageOf(argv, terminalOf(process), 'en');
}
