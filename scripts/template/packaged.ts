import { fileURLToPath } from 'node:url';
import { languageOf } from '../../src/cli/language.js';
import { terminalOf } from '../../src/cli/terminal.js';
import { runTemplate } from './run-template.js';

const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Runs `wecomrobot template` in the npm package. Resolves to the exit code. */
export function run(argv: readonly string[]): Promise<number> {
  return runTemplate(argv, {
    command: 'wecomrobot template',
    language: languageOf(argv, terminalOf(process)),
    functionFolder: async () => fileAt('../function/'),
    guides: [fileAt('template.zh-CN.md'), fileAt('template.md')],
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
}
