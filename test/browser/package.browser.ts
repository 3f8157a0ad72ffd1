import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLAGS } from './started-page.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const example = (name: string) => fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url));
const [SH, MJS] = [example('wait-for-message.sh'), example('wait-for-message.mjs')] as const;
const PORT = '8899';
const PAGE = `http://127.0.0.1:${PORT}`;

let folder: string;
let env: NodeJS.ProcessEnv;

/** Installs the packed tarball, as npm packs what `npm ci` has built, into an empty folder. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-packed-'));
  // Nothing is kept in the folder of whoever runs this, on any system.
  const state = join(folder, 'state');
  env = { ...process.env, PORT, XDG_STATE_HOME: state, HOME: state, LOCALAPPDATA: state };
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
  });
  await run('npm', ['init', '-y'], { cwd: folder });
  await run('npm', ['install', '--offline', '--ignore-scripts', join(folder, stdout.trim())], { cwd: folder });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** `npx wecomrobot local`, once it answers. */
async function startLocal() {
  const argv = ['--no-install', 'wecomrobot', 'local', '--port', PORT];
  const program = spawn('npx', argv, { cwd: folder, env, detached: true, stdio: 'ignore' });
  const isThere = () =>
    fetch(`${PAGE}/api/messages`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isThere, { timeout: 30_000, interval: 200 }).toBe(true);
  return async () => {
    process.kill(-Number(program.pid), 'SIGINT');
    await once(program, 'exit');
  };
}

describe('the packed tarball', () => {
  it('each CI script is at most ten lines', async () => {
    for (const script of [SH, MJS])
      expect((await readFile(script, 'utf8')).trim().split('\n').length).toBeLessThanOrEqual(10);
  });

  it('a CI script in bash starts the page, posts, waits for the message and ends', async () => {
    const { stdout } = await run('bash', [SH], { cwd: folder, env });
    expect(stdout).toContain('"text":"Build failed: payment-api #128"');
  });

  it('npx wecomrobot local: the page shows what was kept, by its link; a CI script in Node waits for the next message', async () => {
    const stop = await startLocal();
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    try {
      const page = await browser.newPage({ locale: 'en-US' });
      await page.goto(`${PAGE}/messages/1`);
      await expect
        .poll(() => page.locator('#chat .is-selected .shape').innerText())
        .toBe('Build failed: payment-api #128');
      await page.locator('#search').fill('nothing like it');
      await expect.poll(() => page.locator('#chat .shape').count()).toBe(0);
      await page.locator('#search').fill('#129');
      const { stdout } = await run(process.execPath, [MJS], { cwd: folder, env: { ...env, PAGE } });
      expect(stdout).toBe(`Build failed: payment-api #129 ${PAGE}/messages/2\n`);
      await expect.poll(() => page.locator('#chat .shape').allInnerTexts()).toEqual(['Build failed: payment-api #129']);
    } finally {
      await browser.close();
      await stop();
    }
  });

  it('the CI script in Node fails with the reason if there is no page', async () => {
    const failed = run(process.execPath, [MJS], { cwd: folder, env: { ...env, PAGE } });
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('ECONNREFUSED') });
  });
});
