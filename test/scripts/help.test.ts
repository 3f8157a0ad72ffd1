import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runScript } from '../support/run-script.js';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** Scripts of package.json that are files of ours, and their files. */
const OURS = Object.entries(scripts).flatMap(([name, command]) => {
  const [, file] = /^tsx (scripts\/\S+\.ts)$/.exec(command) ?? [];
  return file ? [[name, file] as const] : [];
});

describe('npm run', () => {
  test.each(OURS)('npm run %s -- --help prints its usage and exit codes, and ends', async (name, file) => {
    const typed = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run (-s )?${name}`;
    // In no language's terminal, as in CI: English, also of those that are commands of the npm package too.
    const { code, said } = await runScript(file, ['--help'], { LC_ALL: 'C' });
    expect(said).toMatch(new RegExp(`^Usage: ${typed}( --.*)?\\n\\n[^]+\\n\\nExit codes: 0 .+, 2 wrong usage.*$`));
    expect(code).toBe(0);
  });

  test('npm run test refuses an option that it does not know, by its name, and runs nothing', async () => {
    expect(await runScript('scripts/test.ts', ['--watch'], {})).toMatchObject({
      code: 2,
      said: "Cannot run the script as its arguments are wrong: Unknown option '--watch'\nUsage: npm test; see --help",
    });
  });
});
