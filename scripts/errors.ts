import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../src/text/words.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { ERRORS_FILES, errorsPage } from './errors-page/errors-page.js';

const COMMAND = {
  usage: 'npm run errors',
  about:
    'Writes docs/errors.md and docs/errors.zh-CN.md: every error that a user can meet, why it comes, and what to do.',
  options: {},
  exitCodes: { 0: 'written', 1: 'not written' },
} as const satisfies Command;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readCommandLine(COMMAND);
  for (const language of LANGUAGES) writeFileSync(ERRORS_FILES[language], errorsPage(language));
}
