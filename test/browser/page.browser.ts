import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { type Started, startPage } from './started-page.js';

const ALARM = 'cloudwatch-sns/metric-alarm.json';
const SLOW = { timeout: 30_000, interval: 100 };
/** A reminder after five minutes of the page's time may be told ten later: a slot, and a tick. */
const LONG = { timeout: 130_000, interval: 500 };
const picture = (name: string) => join(process.env['PICTURES'] ?? tmpdir(), name);

let started: Started;
let page: Page;

const bubbles = () => page.locator('#chat .shape');
const lastBubble = () => bubbles().last();
const figure = (name: 'received' | 'waiting' | 'shown' | 'parked') => page.locator(`#figure-${name}`).innerText();
const newestEvent = () => page.locator('#events .event').first();
const paste = async (text: string) => {
  await page.locator('#paste').fill(text);
  await page.locator('#paste-form button[type=submit]').click();
};
// Not by the browser’s connection, which the server may be closing just then.
const choose = (settings: object) =>
  fetch(`${started.url}/api/settings`, { method: 'POST', body: JSON.stringify(settings) });

beforeAll(async () => {
  started = await startPage('--port', '8890', '--speed', '10');
  page = await started.open({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 });
});
afterAll(() => started.stop());

/** Each begins with an empty group. */
beforeEach(async () => {
  await choose({ language: 'zh-CN', format: 'text', graph: false, speed: 10 });
  await page.locator('#clear').click();
  await expect.poll(() => figure('received'), SLOW).toBe('0');
});

describe('the group page', () => {
  it('a sample is shown as a bubble that mentions who is on call', async () => {
    await page.locator(`[data-file="${ALARM}"]`).click();
    await expect.poll(() => bubbles().count(), SLOW).toBe(1);
    expect(await lastBubble().innerText()).toMatch(/^🔴 告警 \| 支付网关 5xx 过多 \| 生产 ap-southeast-1\n/);
    expect(await lastBubble().locator('.mention').allInnerTexts()).toEqual(['@王芳']);
    expect(await lastBubble().locator('a').last().getAttribute('href')).toMatch(/^https:\/\/ap-southeast-1\.console\./);
  });

  it('an alarm is taken by the link in its message with one tap on a phone, without a script, in the dark too', async () => {
    await page.locator(`[data-file="${ALARM}"]`).click();
    const link = lastBubble().locator('a[href*="/ack/"]');
    await expect.poll(() => link.count(), SLOW).toBe(1);
    const address = String(await link.getAttribute('href'));
    for (const colorScheme of ['light', 'dark'] as const) {
      const options = { viewport: { width: 390, height: 700 }, colorScheme, javaScriptEnabled: false };
      const phone = await page.context().browser()?.newPage(options);
      if (!phone) throw new Error('Cannot open a phone: the browser has gone');
      await phone.goto(address);
      await phone.screenshot({ path: join(tmpdir(), `ack-${colorScheme}.png`) });
      const [body, button] = [await phone.locator('main').boundingBox(), phone.getByRole('button', { name: '王芳' })];
      expect(body?.width).toBeLessThanOrEqual(390);
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await button.click();
      expect(await phone.locator('main').innerText()).toMatch(/王芳 处理中，到 .*\n+已记下，群里会看到。$/);
      await phone.close();
    }
    await expect.poll(() => bubbles().count(), SLOW).toBe(2);
    expect(await lastBubble().innerText()).toMatch(
      /^⚪ 处理中 \| 支付网关 5xx 过多 \| 生产 ap-southeast-1\n王芳 来处理，到 /,
    );
  });

  it('the picture of its metric follows an alarm that comes alone', async () => {
    // At ten times the speed CloudWatch’s stand-in has a third of a second, of which a busy machine takes as much.
    await choose({ speed: 1, graph: true });
    await expect.poll(() => page.locator('#graph').isChecked(), SLOW).toBe(true);
    await page.locator(`[data-file="${ALARM}"]`).click();
    await expect.poll(() => bubbles().count(), SLOW).toBe(2);
    const image = lastBubble().locator('img');
    expect(await image.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    const size = await image.evaluate((one) => ['naturalWidth', 'naturalHeight'].map((key) => Reflect.get(one, key)));
    expect(size).toEqual([440, 300]);
  });

  it('what happened to it: each step, and the JSON that was posted, to copy', async () => {
    await page.locator(`[data-file="${ALARM}"]`).click();
    const trace = page.locator('#trace');
    await expect.poll(() => trace.innerText(), SLOW).toContain('企业微信已接收');
    const text = await trace.innerText();
    for (const part of [ALARM, 'SNS → cloudwatch-alarm', '没有规则匹配', '已入队，第 1 次取出', '"msgtype": "text"'])
      expect(text).toContain(part);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await trace.getByRole('button', { name: '复制' }).click();
    const copied = JSON.parse(String(await page.evaluate('navigator.clipboard.readText()')));
    expect(copied).toMatchObject({ msgtype: 'text', text: { mentioned_mobile_list: ['13800138000'] } });
  });

  it('an event that is pasted is shown; what is no JSON is refused where it was pasted', async () => {
    await paste('{"push_message": "夜间批处理完成", "at_mobiles": "13900139000"}');
    await expect.poll(() => bubbles().count(), SLOW).toBe(1);
    expect(await lastBubble().locator('.mention').allInnerTexts()).toEqual(['@李强']);
    const file = {
      name: 'event.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"push_message": "从文件来"}'),
    };
    await page.locator('#paste-file').setInputFiles(file);
    await expect.poll(() => page.locator('#paste').inputValue(), SLOW).toContain('从文件来');
    await paste('{"push_message": ');
    await expect.poll(() => page.locator('#paste-problem').innerText(), SLOW).toContain('这不是有效的 JSON');
    expect(await figure('received')).toBe('1');
  });

  it('what is not understood says how to go on, in the page’s language, with a guide that is there', async () => {
    await paste('[1, 2, 3]');
    await expect.poll(() => newestEvent().innerText(), SLOW).toContain('失败');
    const trace = page.locator('#trace');
    const guide = async () => {
      const answer = await page.request.get(`${started.url}${await trace.locator('.go-on a').getAttribute('href')}`);
      return [answer.status(), (await answer.text()).split('\n')[0]];
    };
    await expect.poll(() => trace.innerText(), SLOW).toContain('能识别的内容');
    expect(await trace.locator('.step', { hasText: '能识别的内容' }).innerText()).toMatch(
      /^无法识别\n+既不是认识的事件，也不是认识的内容。这是一个列表/,
    );
    expect(await guide()).toEqual([200, expect.stringMatching(/^# .*\p{Script=Han}/u)]);
    await page.locator('#other-language').click();
    await expect.poll(() => trace.innerText(), SLOW).toContain('Known are:');
    expect(await trace.locator('.step', { hasText: 'Known are:' }).innerText()).not.toMatch(/\p{Script=Han}/u);
    expect(await guide()).toEqual([200, expect.stringMatching(/^# [A-Z]/)]);
    await page.locator('#other-language').click();
  });

  it('stray requests: what browsers look for is no event, and a wrong path is no failed one', async () => {
    for (const path of ['favicon.ico', 'robots.txt', 'apple-touch-icon.png', 'wp-login.php'])
      await page.request.get(`${started.url}/${path}`);
    expect((await page.request.post(`${started.url}/pusg`, { data: 'x' })).status()).toBe(404);
    expect((await page.request.put(`${started.url}/push`, { data: 'x' })).status()).toBe(405);
    await expect.poll(() => page.locator('#events .event').allInnerTexts(), SLOW).toHaveLength(2);
    await expect.poll(() => page.locator('#events .state').allInnerTexts(), SLOW).toEqual(['路径不对', '路径不对']);
    expect(await page.locator('#trace').innerText()).toContain('method_not_allowed');
  });

  it('samples: a sign while they load, and a button if they could not be', async () => {
    // Not one of the pages whose errors are counted: it is to have one.
    const phone = await page
      .context()
      .browser()
      ?.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    if (!phone) throw new Error('Cannot open a phone: the browser has gone');
    let answer = (_: 'continue' | 'abort') => {};
    await phone.route('**/api/samples', async (route) => {
      const how = await new Promise<'continue' | 'abort'>((resolve) => {
        answer = resolve;
      });
      await (how === 'abort' ? route.abort() : route.continue());
    });
    await phone.goto(started.url, { waitUntil: 'commit' });
    await phone.getByRole('navigation').getByRole('button', { name: '事件' }).click();
    const samples = phone.locator('#samples');
    await expect.poll(() => samples.innerText(), SLOW).toContain('正在读取样例');
    expect([await samples.locator('.spinner').count(), await samples.getAttribute('aria-busy')]).toEqual([1, 'true']);
    answer('abort');
    await expect.poll(() => samples.innerText(), SLOW).toContain('样例没有读到');
    await samples.getByRole('button', { name: '再试一次' }).click();
    await expect.poll(() => samples.innerText(), SLOW).toContain('正在读取样例');
    answer('continue');
    await expect.poll(() => samples.locator('.sample').count(), SLOW).toBeGreaterThan(0);
    expect(await samples.getAttribute('aria-busy')).toBe('false');
    await phone.close();
  });

  it('with the keyboard alone: to the group, a sample, its message and what happened to it', async () => {
    const own = await started.open({ viewport: { width: 1280, height: 800 } });
    const focused = () => own.evaluate('document.activeElement.id || document.activeElement.className');
    const tabTo = async (wanted: string) => {
      for (let steps = 0; steps < 60 && (await focused()) !== wanted; steps++) await own.keyboard.press('Tab');
      expect(await focused()).toBe(wanted);
    };
    await own.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await own.keyboard.press('Enter');
    await own.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('search');
    await own.locator('#other-language').focus();
    await tabTo('filter');
    await own.keyboard.type('metric-alarm sns');
    await expect.poll(() => own.locator('.sample').count(), SLOW).toBe(1);
    await tabTo('sample');
    await own.keyboard.press('Enter');
    await expect.poll(() => own.locator('#chat .shape').count(), SLOW).toBe(1);
    expect(await focused()).toBe('sample');
    await tabTo('look');
    await own.keyboard.press('Enter');
    await expect.poll(() => own.locator('#trace').innerText(), SLOW).toContain('cloudwatch-alarm');
    expect(await focused()).toBe('look');
    await own.context().close();
  });

  it('everything that is pressed or typed in has a name; new messages and notices are read out, seconds are not', async () => {
    await page.locator(`[data-file="${ALARM}"]`).click();
    await page.locator('[data-drill=outage]').click();
    await expect.poll(() => page.locator('#announced').innerText(), SLOW).toContain('企业微信故障中');
    const announced = await page.locator('#announced').innerText();
    const notice = await page.locator('#notices').innerText();
    await expect.poll(() => page.locator('#notices').innerText(), SLOW).not.toBe(notice);
    expect(await page.locator('#announced').innerText()).toBe(announced);
    await page.getByRole('button', { name: '立即恢复' }).click();
    expect(await page.locator('#chat').getAttribute('role')).toBe('log');
    const nodes = (await page.locator('body').ariaSnapshot()).split('\n');
    const nameless = nodes.filter((line) =>
      /- (?:button|textbox|searchbox|checkbox|radio|tab|combobox|spinbutton|meter)(?: \[|:|$)/.test(line),
    );
    expect(nameless).toEqual([]);
    expect(nodes.length).toBeGreaterThan(50);
  });

  it('an alarm named <script> is text', async () => {
    const title = '<script>globalThis.wasRun = 1</script><img src=x onerror="globalThis.wasRun = 1">';
    for (const format of ['text', 'markdown', 'markdown_v2'] as const) {
      await choose({ format });
      const detail = {
        alarmName: title,
        state: { value: 'ALARM', reason: title, timestamp: '2026-11-22T12:03:37.490+0000' },
      };
      const envelope = {
        version: '0',
        id: format,
        source: 'aws.cloudwatch',
        'detail-type': 'CloudWatch Alarm State Change',
      };
      const place = { account: '111122223333', region: 'ap-southeast-1', time: '2026-11-22T12:03:37Z', resources: [] };
      await paste(JSON.stringify({ ...envelope, ...place, detail: { ...detail, alarmName: `${title} ${format}` } }));
      await expect.poll(() => page.locator('#chat').innerText(), SLOW).toContain(`${format}`);
    }
    await expect.poll(() => figure('waiting'), SLOW).toBe('0');
    expect(await page.locator('#chat script, #chat img, #trace img, #events img').count()).toBe(0);
    expect(await page.evaluate('"wasRun" in globalThis')).toBe(false);
  });

  it('a storm: a hundred alarms in a few messages, within the limit, none lost', async () => {
    await page.locator('[data-drill=storm]').click();
    await expect.poll(() => figure('received'), SLOW).toBe('100');
    await expect
      .poll(() => page.locator('#meters [data-robot=default]').innerText(), SLOW)
      .toMatch(/这一分钟 \d+ \/ 20/);
    await expect.poll(() => figure('waiting'), SLOW).toBe('0');
    const shown = Number(await figure('shown'));
    expect(shown).toBeGreaterThanOrEqual(3);
    // Some fourteen; more on a machine that is slower than ten times the speed, which receives it in more pieces.
    expect(shown).toBeLessThan(50);
    // Beside it a note may say that a message took several tries.
    const merged = (await page.locator('#chat .look-note').allInnerTexts()).flatMap(
      (note) => /合并了 (\d+) 条/.exec(note)?.[1] ?? [],
    );
    const alone = shown - merged.length;
    expect(merged.reduce((sum, count) => sum + Number(count), alone)).toBe(100);
    expect(await page.locator('#events .state-delivered').count()).toBe(100);
    await page.locator('#chat .look').last().click();
    await expect.poll(() => page.locator('#trace').innerText(), SLOW).toMatch(/这条消息合并了 \d+ 条通知/);
    const fresh = await started.open({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 });
    const notes = await fresh.locator('#chat .look-note').allInnerTexts();
    const sizes = notes.map((note) => Number(/合并了 (\d+) 条/.exec(note)?.[1] ?? 0));
    const largest = fresh.locator('#chat .look', { hasText: `合并了 ${Math.max(...sizes)} 条` }).first();
    await largest.click();
    await fresh.locator('#chat .is-selected').evaluate((message) => {
      Reflect.apply(Reflect.get(message, 'scrollIntoView'), message, [{ block: 'start' }]);
    });
    await fresh.screenshot({ path: picture('storm.png') });
    await fresh.context().close();
  });

  it('an outage: nothing is shown while it lasts, everything after it', async () => {
    await page.locator('[data-drill=outage]').click();
    await expect.poll(() => page.locator('#notices').innerText(), SLOW).toContain('企业微信故障中');
    await page.locator(`[data-file="${ALARM}"]`).click();
    await expect.poll(() => newestEvent().innerText(), SLOW).toContain('会重试');
    expect(await bubbles().count()).toBe(0);
    await expect.poll(() => newestEvent().innerText(), SLOW).toContain('已显示');
    expect(await bubbles().count()).toBe(1);
    expect(await page.locator('#chat .look-note').innerText()).toMatch(/第 \d+ 次才发出/);
  });

  it('an alarm that stays: its reminder, a summary, and its recovery', async () => {
    const chat = () => page.locator('#chat').innerText();
    const staying = page.locator('[data-drill=staying]');
    await staying.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => staying.getAttribute('aria-pressed'), SLOW).toBe('true');
    await expect.poll(chat, SLOW).toContain('🔴 告警 | 结算服务 5xx 居高不下');
    await page.locator('[data-drill=summary]').click();
    await expect.poll(chat, SLOW).toMatch(/🔴 告警简报 \| 1 个告警中[\s\S]*🔴 结算服务 5xx 居高不下，\d\d:\d\d 起/);
    await expect.poll(chat, LONG).toMatch(/⏰ 仍在告警 \| 结算服务 5xx 居高不下/);
    await page.getByRole('button', { name: '让它恢复' }).click();
    // How long it lasted may be missing: at ten times the speed the two seconds of a look-up are 0.2.
    await expect.poll(() => lastBubble().innerText(), SLOW).toMatch(/^🟢 恢复 \| 结算服务 5xx 居高不下/);
    expect(await staying.getAttribute('aria-pressed')).toBe('false');
    expect(await page.locator('#notices .notice').count()).toBe(0);
  }, 180_000);

  it('a wrong key: what is refused is kept, and shown when it is replayed', async () => {
    await page.locator('[data-drill=wrongKey]').click();
    await paste('密钥失效时的消息');
    await expect.poll(() => figure('parked'), SLOW).toBe('1');
    expect(await newestEvent().innerText()).toContain('死信');
    await page.getByRole('button', { name: '恢复 key' }).click();
    await page.getByRole('button', { name: '重放' }).click();
    await expect.poll(() => lastBubble().innerText(), SLOW).toContain('密钥失效时的消息');
    expect(await figure('parked')).toBe('0');
  });

  it('formats: markdown has colours and quotes, and the WeChat app cannot show it', async () => {
    await page.locator('input[value=markdown]').check({ force: true });
    await page.locator(`[data-file="${ALARM}"]`).click();
    await expect.poll(() => bubbles().count(), SLOW).toBe(2);
    expect(await bubbles().first().locator('.md-warning').innerText()).toBe('告警');
    expect(await bubbles().first().locator('blockquote').count()).toBe(1);
    await page.locator('#as-wechat').check();
    await expect.poll(() => bubbles().first().innerText(), SLOW).toBe('暂不支持此消息类型');
    expect(await lastBubble().innerText()).toContain('详情见上一条');
    await page.locator('#as-wechat').uncheck();
  });

  it('languages: messages in English by a switch, the page by another', async () => {
    await page.locator('#settings input[value=en]').check({ force: true });
    await page.locator('#filter').fill('metric-alarm sns');
    await expect.poll(() => page.locator('.sample-title').count(), SLOW).toBe(1);
    await page.locator(`[data-file="${ALARM}"]`).click();
    await expect.poll(() => bubbles().count(), SLOW).toBe(1);
    expect(await lastBubble().innerText()).toMatch(/^🔴 \w+ \| /);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('#events-heading').innerText(), SLOW).toBe('Latest events');
    await page.getByRole('button', { name: '中文', exact: true }).click();
    await page.locator('#filter').fill('');
  });

  it('another robot has a group of its own, reached by the arrow keys', async () => {
    await page.locator('[data-file="plain/robot-by-name.json"]').dispatchEvent('click');
    await expect.poll(() => page.locator('#robot-dba .count').innerText(), SLOW).toBe('1');
    expect(await bubbles().count()).toBe(0);
    await page.locator('#robot-default').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('#robot-dba[aria-selected=true]:focus').count(), SLOW).toBe(1);
    await expect.poll(() => bubbles().count(), SLOW).toBe(1);
    await page.keyboard.press('ArrowLeft');
  });

  it('the HTTP door on the same port: what is pushed is shown', async () => {
    // At ten times the speed the function has three seconds, which a busy machine takes to start it.
    await choose({ speed: 1 });
    await expect.poll(() => page.locator('#fast').isChecked(), SLOW).toBe(false);
    const headers = { authorization: `Bearer ${SAMPLE_TOKEN}` };
    const answer = await fetch(`${started.url}/push`, { method: 'POST', headers, body: '从命令行来的消息' });
    expect(answer.status).toBe(202);
    await expect.poll(() => page.locator('#chat').innerText(), SLOW).toContain('从命令行来的消息');
    const body = JSON.stringify({ msgtype: 'text', text: { content: '照企业微信的地址发来的' } });
    const compatible = await fetch(`${started.url}/cgi-bin/webhook/send?key=${SAMPLE_TOKEN}`, { method: 'POST', body });
    expect(await compatible.json()).toMatchObject({ errcode: 0 });
    await expect.poll(() => page.locator('#chat').innerText(), SLOW).toContain('照企业微信的地址发来的');
  });

  it.each(['light', 'dark'] as const)(
    'a phone, %s: one alarm fills the screen and nothing is wider than it',
    async (colorScheme) => {
      const phone = await started.open({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme });
      await phone.getByRole('button', { name: '事件' }).click();
      await phone.locator(`[data-file="${ALARM}"]`).click();
      await expect.poll(() => phone.locator('#chat .shape').count(), SLOW).toBe(1);
      await expect.poll(() => phone.locator('#figure-waiting').innerText(), SLOW).toBe('0');
      const chat = phone.locator('#chat');
      await phone.getByRole('button', { name: '事件' }).click();
      await phone.locator('[data-drill=summary]').click();
      await expect.poll(() => phone.locator('#chat .shape').count(), SLOW).toBe(2);
      // The newest message is in sight, though it came while another pane was shown.
      const below = () =>
        chat.evaluate(
          (one) => Reflect.get(one, 'scrollHeight') - Reflect.get(one, 'scrollTop') - Reflect.get(one, 'clientHeight'),
        );
      await expect.poll(below).toBeLessThan(2);
      for (const pane of ['事件', '群', '经过']) {
        await phone.getByRole('navigation').getByRole('button', { name: pane }).click();
        expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      }
      await phone.close();
    },
  );

  it('one alarm, for the README', async () => {
    const large = await started.open({ viewport: { width: 1440, height: 1040 }, deviceScaleFactor: 2 });
    // Nothing around the phone, in whatever colours a reader sees the README.
    await large.evaluate(
      'document.body.style.background = "none"; document.getElementById("phone").style.boxShadow = "none"',
    );
    await large.locator(`[data-file="${ALARM}"]`).click();
    await expect.poll(() => large.locator('#chat .shape').count(), SLOW).toBe(1);
    await large.locator('#phone').screenshot({ path: picture('phone.png'), omitBackground: true });
    await large.context().close();
  });

  it('nothing went wrong on any page', () => {
    expect(started.errors).toEqual([]);
  });
});
