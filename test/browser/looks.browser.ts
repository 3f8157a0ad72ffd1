import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './page-faults.js';
import { type Started, startPage } from './started-page.js';

const SLOW = { timeout: 30_000, interval: 100 };
const LONG = { timeout: 130_000, interval: 500 };
/** The folder for a picture of each, if wanted. */
const LOOKS = process.env['LOOKS'];

const SCREENS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;
/** Half of them are enough to find faults; pictures are taken of all. */
const VIEWS = (['desktop', 'phone'] as const)
  .flatMap((screen) => (['light', 'dark'] as const).map((colorScheme) => ({ screen, colorScheme })))
  .filter(({ screen, colorScheme }) => LOOKS || (screen === 'desktop') === (colorScheme === 'light'));
type Screen = keyof typeof SCREENS;
type Pane = 'send' | 'group' | 'trace';

let started: Started;

/** Presses one of the server's buttons. */
async function act(path: string, data: object = {}): Promise<void> {
  const answer = await fetch(`${started.url}${path}`, { method: 'POST', body: JSON.stringify(data) });
  expect(await answer.json()).toEqual({ ok: true });
}

const figure = (page: Page, name: string) => page.locator(`#figure-${name}`).innerText();
const chat = (page: Page) => page.locator('#chat').innerText();
const shownCount = (page: Page) => page.locator('#chat .shape').count();

/** Empties what was typed, in whichever pane it is. */
async function emptyFields(page: Page): Promise<void> {
  for (const id of ['search', 'filter', 'paste'])
    await page.locator(`#${id}`).evaluate((field) => {
      Reflect.set(field, 'value', '');
      Reflect.apply(Reflect.get(field, 'dispatchEvent'), field, [new Event('input')]);
    });
}

/** A state of the page. */
interface State {
  readonly name: string;
  /** Brings the group into it. The page shows the group. */
  readonly before?: (page: Page) => Promise<void>;
  /** Done on each page, which shows the pane. */
  readonly during?: (page: Page) => Promise<void>;
  /** Of a narrow screen. Default: the group. */
  readonly pane?: Pane;
}

const STATES: readonly State[] = [
  { name: 'empty' },
  { name: 'samples', pane: 'send' },
  { name: 'samples-none', pane: 'send', during: (page) => page.locator('#filter').fill('no such sample') },
  {
    name: 'alarm',
    before: async (page) => {
      await act('/api/send', { file: 'cloudwatch-sns/metric-alarm.json' });
      await expect.poll(() => shownCount(page), SLOW).toBe(1);
    },
  },
  { name: 'alarm-trace', pane: 'trace' },
  {
    name: 'not-json',
    pane: 'send',
    during: async (page) => {
      await page.locator('#paste').fill('{"push_message": ');
      await page.locator('#paste-form button[type=submit]').click();
      await expect.poll(() => page.locator('#paste-problem').innerText()).not.toBe('');
    },
  },
  {
    name: 'not-understood',
    pane: 'trace',
    before: async (page) => {
      await act('/api/send', { text: '[1, 2, 3]' });
      await expect.poll(() => page.locator('#events .state-failed').count(), SLOW).toBe(1);
    },
  },
  {
    name: 'storm',
    before: async (page) => {
      await act('/api/storm', { count: 40 });
      await expect.poll(() => figure(page, 'received'), SLOW).toBe('42');
      await expect.poll(() => figure(page, 'waiting'), SLOW).toBe('0');
    },
  },
  { name: 'storm-trace', pane: 'trace', during: (page) => page.locator('#events .event').first().click() },
  { name: 'search-found', during: (page) => page.locator('#search').fill('5xx') },
  { name: 'search-none', during: (page) => page.locator('#search').fill('nothing like it') },
  {
    name: 'wrong-key',
    before: async (page) => {
      await act('/api/key', { robot: 'default', on: true });
      await act('/api/send', { text: 'Nightly batch finished' });
      await expect.poll(() => figure(page, 'parked'), SLOW).toBe('1');
    },
  },
  { name: 'wrong-key-trace', pane: 'trace', during: (page) => page.locator('#events .event').first().click() },
  {
    name: 'parked',
    before: () => act('/api/key', { robot: 'default', on: false }),
  },
  {
    name: 'staying',
    before: async (page) => {
      await act('/api/replay');
      await act('/api/stay', { on: true });
      // Its reminder comes after half a minute at the earliest: for the pictures only.
      await expect.poll(() => chat(page), LONG).toContain(LOOKS ? '⏰' : '🔴');
      await act('/api/flap', { on: true });
      await act('/api/outage', { on: true });
    },
  },
  { name: 'staying-drills', pane: 'send' },
];

beforeAll(async () => {
  started = await startPage('--port', '0', '--speed', '10');
  if (LOOKS) await mkdir(LOOKS, { recursive: true });
});
afterAll(() => started.stop());

it('faultsOf: each kind of fault is found, and a page without any has none', async () => {
  const page = await started.open({ viewport: { width: 390, height: 844 } });
  const faultsIn = async (html: string) => {
    await page.goto('about:blank');
    await page.setContent(`<body style="margin: 0; background: #fff; font: 14px sans-serif">${html}</body>`);
    return faultsOf(page, 'finger');
  };
  expect(
    await faultsIn(
      '<p>Text</p><button style="padding: 20px">Press</button><input placeholder="a" style="height: 44px">',
    ),
  ).toEqual([]);
  const faulty = `
    <p style="color: #999">Text</p>
    <p style="width: 40px; overflow: hidden; white-space: nowrap">A long text that is cut off</p>
    <div style="width: 40px; white-space: nowrap">A long text that runs out</div>
    <div style="width: 500px">Wide</div>
    <input style="height: 44px; width: 60px" placeholder="A long placeholder">
    <button style="height: 20px">Press</button>`;
  expect((await faultsIn(faulty)).map((fault) => fault.replace(/:? .*/, ''))).toEqual(
    expect.arrayContaining(['wider', 'beyond', 'faint', 'placeholder', 'cut', 'runs', 'small']),
  );
  await page.context().close();
});

describe.each(['zh-CN', 'en'])('the looks of the page, in %s', (locale) => {
  const pages: { readonly page: Page; readonly screen: Screen; readonly colorScheme: string }[] = [];

  beforeAll(async () => {
    for (const { screen, colorScheme } of VIEWS) {
      const page = await started.open({ ...SCREENS[screen], colorScheme, locale });
      if (pages.length === 0) {
        await act('/api/settings', { language: locale });
        await act('/api/restart');
      }
      pages.push({ page, screen, colorScheme });
    }
  }, 120_000);
  afterAll(async () => {
    for (const { page } of pages) await page.context().close();
  });

  it.each(STATES)(
    '$name: nothing is cut off, faint, too wide, or too small to press',
    async (state) => {
      const { before, during, name, pane = 'group' } = state;
      for (const { page } of pages) await emptyFields(page);
      for (const { page, screen } of pages.slice(0, 1)) {
        expect(screen).toBe('desktop');
        await before?.(page);
      }
      const faults: string[] = [];
      for (const { page, screen, colorScheme } of pages) {
        if (screen === 'phone') await page.locator(`#bottom [data-focus=${pane}]`).click();
        await during?.(page);
        await page.waitForTimeout(100); // For the page's next frame, which shows what was chosen.
        if (LOOKS) await page.screenshot({ path: join(LOOKS, `${name}-${locale}-${screen}-${colorScheme}.png`) });
        const found = await faultsOf(page, screen === 'phone' ? 'finger' : 'pointer');
        faults.push(...found.map((fault) => `${screen} ${colorScheme}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
    180_000,
  );
});
