import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { languageOf } from '../../src/cli/language.js';
import { terminalOf } from '../../src/cli/terminal.js';
import { runLocal } from './run-local.js';

/** The built function in the npm package, seen from the folder in which this file is built. */
const FUNCTION = fileURLToPath(new URL('../../function/', import.meta.url));

/** Runs `wecomrobot local`. Resolves to the exit code. */
export function run(argv: readonly string[]): Promise<number> {
  const language = languageOf(argv, terminalOf(process));
  return runLocal(argv, {
    command: 'wecomrobot local',
    language,
    messageLanguage: language,
    // A copy: rules are written beside it, and a package's folder may belong to somebody else.
    putFunction: (folder) => cp(FUNCTION, folder, { recursive: true }),
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
}
