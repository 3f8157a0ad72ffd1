import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Where a Chromium lies on Debian, and what others call it; `CHROMIUM_PATH` names any other. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** With `--pictures` the two of the README are taken anew. */
const pictures = process.argv.includes('--pictures') ? fileURLToPath(new URL('../docs', import.meta.url)) : tmpdir();

const CONFIG = fileURLToPath(new URL('../test/browser/vitest.config.ts', import.meta.url));

const chromium = process.env['CHROMIUM_PATH'] || PLACES.find(existsSync);
if (chromium === undefined) {
  console.log(`Skipped: the group page is tested where there is a Chromium, and there is none at ${PLACES.join(', ')}`);
} else {
  const { status } = spawnSync('vitest', ['run', '--config', CONFIG], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: chromium, PICTURES: pictures },
  });
  process.exitCode = status ?? 1;
}
