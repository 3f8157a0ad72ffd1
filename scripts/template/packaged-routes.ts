import { languageOf } from '../../src/cli/language.js';
import { terminalOf } from '../../src/cli/terminal.js';
import { runRoutesLayer } from './run-template.js';

/** Runs `wecomrobot routes` in the npm package. Resolves to the exit code. */
export function run(argv: readonly string[]): Promise<number> {
  return runRoutesLayer(argv, {
    command: 'wecomrobot routes',
    language: languageOf(argv, terminalOf(process)),
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
}
