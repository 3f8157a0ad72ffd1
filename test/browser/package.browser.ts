import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLAGS } from './started-page.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPT = fileURLToPath(new URL('../../docs/examples/wait-for-message.sh', import.meta.url));
const PORT = '8899';

let folder: string;
let env: NodeJS.ProcessEnv;

/** Installs the packed tarball, as npm packs what `npm ci` has built, into an empty folder. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-packed-'));
  env = { ...process.env, PORT, XDG_STATE_HOME: join(folder, 'state') };
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
  });
  await run('npm', ['init', '-y'], { cwd: folder });
  await run('npm', ['install', '--offline', '--ignore-scripts', join(folder, stdout.trim())], { cwd: folder });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the packed tarball', () => {
  it('a CI script of ten lines starts the page, posts, waits for the message and ends', async () => {
    const { stdout } = await run('bash', [SCRIPT], { cwd: folder, env });
    expect(stdout).toContain('"text":"Build failed: payment-api #128"');
  });

  it('npx wecomrobot local: the page shows what was kept, by its link', async () => {
    const argv = ['--no-install', 'wecomrobot', 'local', '--port', PORT];
    const program = spawn('npx', argv, { cwd: folder, env, detached: true, stdio: 'ignore' });
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    try {
      const url = `http://127.0.0.1:${PORT}`;
      const isThere = () =>
        fetch(`${url}/api/messages/1`).then(
          ({ ok }) => ok,
          () => false,
        );
      await expect.poll(isThere, { timeout: 30_000, interval: 200 }).toBe(true);
      const page = await browser.newPage({ locale: 'en-US' });
      await page.goto(`${url}/messages/1`);
      await expect
        .poll(() => page.locator('#chat .is-selected .shape').innerText())
        .toBe('Build failed: payment-api #128');
      await page.locator('#search').fill('nothing like it');
      await expect.poll(() => page.locator('#chat .shape').count()).toBe(0);
    } finally {
      await browser.close();
      process.kill(-Number(program.pid), 'SIGINT');
      await once(program, 'exit');
    }
  });
});
