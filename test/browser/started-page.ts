import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const SCRIPT = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));
const STARTED = /The group: {2}(http:\/\/127\.0\.0\.1:\d+)/;

/** Flags of the browser: nothing that it does by itself reaches a network. */
export const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
];

/** What runs, and what went wrong in any of its pages. */
export interface Started {
  readonly url: string;
  /** Errors on a page's console, and scripts that threw. */
  readonly errors: readonly string[];
  open(options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

/** `npm start` on a port that is likely free, whose messages are kept in a folder of its own, and a browser. */
export async function startPage(...args: readonly string[]): Promise<Started> {
  const data = await mkdtemp(join(tmpdir(), 'wecomrobot-page-'));
  const argv = ['--import', import.meta.resolve('tsx'), SCRIPT, '--data', data, ...args];
  const program = spawn(process.execPath, argv, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(program);
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const errors: string[] = [];
  return {
    url,
    errors,
    open: (options) => openPage(browser, url, errors, options),
    stop: async () => {
      await browser.close();
      program.kill('SIGINT');
      await once(program, 'exit');
      await rm(data, { recursive: true });
    },
  };
}

/** The address that it prints. Rejects when it ends without one. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    program.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      const address = STARTED.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    program.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${printed}`)));
  });
}

async function openPage(
  browser: Browser,
  url: string,
  errors: string[],
  options?: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  await page.locator('.sample').first().waitFor({ state: 'attached' });
  return page;
}
