import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from './command-line/command.js';
import { programOf } from './command-line/program.js';
import { readCommandLine } from './command-line/read-command-line.js';

/** The paths of Chromium on Debian, and of its other names. `CHROMIUM_PATH` names any other. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const COMMAND = {
  usage: 'npm run test:browser',
  about: `Tests the group page in a Chromium: the one that CHROMIUM_PATH names, or one of
${PLACES.join(', ')}. If there is none, says so and ends.`,
  options: {
    pictures: { type: 'boolean', default: false, about: 'retake the pictures of the README, into docs/' },
    looks: { type: 'string', about: 'a folder for a picture of each state of the page, on each screen' },
  },
  exitCodes: { 0: 'passed, or skipped as there is no Chromium', 1: 'failed' },
} as const satisfies Command;

const { values } = readCommandLine(COMMAND);
const pictures = values.pictures ? fileURLToPath(new URL('../docs', import.meta.url)) : tmpdir();

const CONFIG = fileURLToPath(new URL('../test/browser/vitest.config.ts', import.meta.url));

const chromium = process.env['CHROMIUM_PATH'] || PLACES.find(existsSync);
if (chromium === undefined) {
  console.log(`Skipped: testing the group page needs a Chromium, and there is none at ${PLACES.join(', ')}`);
} else {
  const [node, vitest] = programOf('vitest');
  const { status } = spawnSync(node, [vitest, 'run', '--config', CONFIG], {
    stdio: 'inherit',
    env: {
      ...process.env,
      CHROMIUM_PATH: chromium,
      PICTURES: pictures,
      ...(values.looks && { LOOKS: resolve(values.looks) }),
    },
  });
  process.exitCode = status ?? 1;
}
