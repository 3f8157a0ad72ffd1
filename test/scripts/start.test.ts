import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { objectAt, parseObject } from '../../src/base/json.js';

const SCRIPT = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));
/** The entry of the feed with which a group begins. */
const GROUP = /^data: (.*"settings".*)\n/m;
const STARTED = /The group: {2}http:\/\/127\.0\.0\.1:(\d+)/;
/** Any port that is free. */
const ANY = ['--port', '0'];

const other = createServer();
let takenPort: number;
let child: ChildProcess | undefined;

beforeAll(async () => {
  takenPort = await listenOnLoopback(other);
});
afterAll(() => closeServer(other));
afterEach(() => child?.kill('SIGKILL'));

/** Runs `npm start` without npm; resolves when it prints its address. */
async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const started = spawn(process.execPath, ['--import', 'tsx', SCRIPT, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  child = started;
  let printed = '';
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  await expect.poll(() => printed, { interval: 50 }).toMatch(STARTED);
  return { started, printed: () => printed, url: `http://127.0.0.1:${STARTED.exec(printed)?.[1]}` };
}

describe('npm start', () => {
  it.each([
    ['the terminal is Chinese', [], 'zh_CN.UTF-8'],
    ['--language says so', ['--language', 'zh-CN'], 'en_US.UTF-8'],
  ])('speaks Chinese if %s', async (_, language, LC_ALL) => {
    const args = ['--import', 'tsx', SCRIPT, ...language, '--colour', 'red'];
    const failed = spawn(process.execPath, args, { env: { ...process.env, LC_ALL } });
    let said = '';
    failed.stderr.on('data', (chunk) => (said += String(chunk)));
    await once(failed, 'close');
    expect(said).toContain('无法启动：没有 --colour 这个选项');
  });

  it('the door answers; Ctrl-C ends it cleanly', async () => {
    const { started, url } = await start([...ANY, '--speed', '10']);

    const headers = { authorization: `Bearer ${SAMPLE_TOKEN}` };
    const pushed = await fetch(`${url}/push`, { method: 'POST', headers, body: '{"push_message":"一"}' });
    expect([pushed.status, await pushed.json()]).toMatchObject([202, { status: 'queued' }]);
    expect((await fetch(`${url}/push`, { method: 'POST', body: '一' })).status).toBe(401);

    const storm = (init: RequestInit) => fetch(`${url}/api/storm`, init).then(({ status }) => status);
    expect(await storm({ method: 'GET' })).toBe(403);
    expect(await storm({ method: 'POST', headers: { origin: 'http://evil.example' } })).toBe(403);
    expect((await fetch(`${url}/api/nothing`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${url}/page/..%2f..%2fpackage.json`)).status).toBe(404);

    const page = await fetch(url);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self' 'sha256-");
    expect(policy).not.toContain('unsafe');
    expect(await page.text()).toContain('<title>wecomrobot</title>');

    started.kill('SIGINT');
    const [code] = await once(started, 'exit');
    expect(code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it.each([
    ['on', true],
    ['rules', undefined],
    ['off', undefined],
  ])('ALARM_GRAPH=%s: the page’s own switch is %j, without which the team’s setting holds', async (graph, expected) => {
    const { url } = await start(ANY, { ALARM_GRAPH: graph });
    const stream = (await fetch(`${url}/api/feed`)).body;
    let read = '';
    for await (const chunk of stream ?? []) {
      read += Buffer.from(chunk).toString('utf8');
      if (GROUP.test(read)) break;
    }
    const group = parseObject(GROUP.exec(read)?.[1] ?? '');
    expect(objectAt(group, 'settings')).toMatchObject({ language: 'zh-CN' });
    expect(objectAt(group, 'settings')?.['graph']).toBe(expected);
  });

  it.each([
    ['--port', '65536', 'Cannot start as --port must be 0 to 65535: current value is 65536'],
    ['--colour', 'red', 'Cannot start as the option must be one of those in --help: current value is --colour'],
    ['--language', 'fr', 'Cannot start as --language must be one of zh-CN, en: current value is fr'],
    ['--speed', '7', 'Cannot start as --speed must be one of 1, 10: current value is 7'],
  ])('%s %s: %s', async (option, value, message) => {
    const failed = spawn(process.execPath, ['--import', 'tsx', SCRIPT, option, value]);
    let printed = '';
    failed.stderr.on('data', (chunk) => (printed += String(chunk)));
    const [code] = await once(failed, 'close');
    expect([code, printed]).toEqual([2, expect.stringContaining(message)]);
    expect(printed.trim().split('\n')).toHaveLength(1);
  });

  it('a port that was given and is taken: says so and what to do, and takes no other', async () => {
    const failed = spawn(process.execPath, ['--import', 'tsx', SCRIPT, '--port', String(takenPort)]);
    let printed = '';
    failed.stderr.on('data', (chunk) => (printed += String(chunk)));
    const [code] = await once(failed, 'close');
    expect([code, printed]).toEqual([
      2,
      `Cannot start as port ${takenPort} is taken by another program: choose another with --port, or any free one with --port 0\n`,
    ]);
  });
});
