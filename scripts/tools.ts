import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../src/text/words.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { TOOLS_FILES, toolsPage } from './tools-page/tools-page.js';

const COMMAND = {
  usage: 'npm run tools',
  about:
    'Writes docs/tools.md and docs/tools.zh-CN.md: every tool, how it is set up, and the messages that it becomes.',
  options: {},
  exitCodes: { 0: 'written', 1: 'not written' },
} as const satisfies Command;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readCommandLine(COMMAND);
  for (const language of LANGUAGES) writeFileSync(TOOLS_FILES[language], toolsPage(language));
}
