import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { textAt } from '../../src/base/json.js';
import { type DeployedFunction, startDeployedFunction } from '../end-to-end/deployed-function.js';
import { leaks } from '../end-to-end/leaks.js';
import { type LocalDoor, startLocalDoor } from '../support/local-door.js';
import { documented } from './documented.js';
import type { Program } from './find-programs.js';
import { run, runShell, statePrograms } from './programs.js';

const { Apprise, requests, curl, 'GNU Wget': wget } = statePrograms('Apprise', 'requests', 'curl', 'GNU Wget');

let lambda: DeployedFunction;
let door: LocalDoor;
let folder: string;

beforeAll(async () => {
  lambda = await startDeployedFunction();
  door = await startLocalDoor((event) => lambda.invoke(event));
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-scripts-'));
});
afterAll(async () => {
  await door.close();
  await lambda.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => lambda.wecom.reset());

const shown = () => lambda.wecom.shown.map(({ robot, message }) => ({ robot, text: contentOf(message) }));
const texts = () => shown().map(({ text }) => text);
const contentOf = (message: object) => textAt(message, textAt(message, 'msgtype') ?? '', 'content') ?? '';
/** The documented command with our door in the place of its host, which has no TLS. */
const here = (command: string) =>
  command
    .replaceAll('https://robot.example.com', door.url)
    .replaceAll('jsons://robot.example.com', `json://${new URL(door.url).host}`);

if (Apprise) {
  describe('Apprise', () => {
    it('delivers by the recipe of docs/http-door.md', async () => {
      const { code, out } = await runShell(Apprise, 'apprise', here(documented('Apprise', 'bash')), {
        WECOM_TOKEN: SAMPLE_TOKEN,
      });
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(texts()).toEqual([expect.stringMatching(/^🟢.*备份\n.*订单库备份完成，用时 12 分钟/s)]);
    });

    it.each([
      ['failure', '🔴'],
      ['warning', '🟠'],
      ['info', '⚪'],
    ])('of type %s is %s, with the token as a Basic password, for another robot', async (type, colour) => {
      const url = `json://wecom:${SAMPLE_TOKEN}@${new URL(door.url).host}/push?-robot=dba`;
      expect(await run(Apprise, ['-t', '巡检', '-b', '第 3 台', '-n', type, url])).toMatchObject({ code: 0 });
      expect(shown()).toEqual([
        { robot: 'dba', text: expect.stringMatching(new RegExp(`^${colour}.*巡检.*第 3 台`, 's')) },
      ]);
    });

    it('delivers a form by form://', async () => {
      const url = `form://${new URL(door.url).host}/push?+Authorization=Bearer%20${SAMPLE_TOKEN}`;
      expect(await run(Apprise, ['-t', '巡检', '-b', '第 4 台', url])).toMatchObject({ code: 0 });
      expect(texts()).toEqual([expect.stringMatching(/巡检.*第 4 台/s)]);
    });

    it('fails if the token is wrong', async () => {
      const url = `json://wecom:wrong@${new URL(door.url).host}/push`;
      expect(await run(Apprise, ['-b', 'x', url])).toMatchObject({ code: 1 });
      expect(shown()).toEqual([]);
    });
  });
}

if (requests) {
  const python = (program: Program, body: string) => {
    const setup = `import gzip, json, requests\nurl = "${door.url}/push"\nauth = {"Authorization": "Bearer ${SAMPLE_TOKEN}"}\n`;
    return run(program, [`${setup}answer = ${body}\nprint(answer.status_code)`]);
  };

  describe("Python's requests", () => {
    it.each([
      ['JSON', 'requests.post(url, json={"push_message": "构建失败"}, headers=auth)', /^构建失败$/],
      ['a form', 'requests.post(url, data={"push_message": "构建失败 & 重试"}, headers=auth)', /^构建失败 & 重试$/],
      [
        'repeated fields',
        'requests.post(url, data=[("job", "夜间批处理"), ("host", "web-1"), ("host", "web-2")], headers=auth)',
        /夜间批处理.*web-1.*web-2/s,
      ],
      ['multipart', 'requests.post(url, files={"push_message": (None, "构建失败")}, headers=auth)', /^构建失败$/],
      [
        'a gzip body',
        'requests.post(url, data=gzip.compress(json.dumps({"push_message": "压缩"}).encode()), headers={**auth, "Content-Encoding": "gzip", "Content-Type": "application/json"})',
        /^压缩$/,
      ],
      [
        'GBK',
        'requests.post(url, data="磁盘已满".encode("gbk"), headers={**auth, "Content-Type": "text/plain; charset=gbk"})',
        /^磁盘已满$/,
      ],
      [
        'a Basic password',
        'requests.post(url, json={"push_message": "x"}, auth=("wecom", auth["Authorization"][7:]))',
        /^x$/,
      ],
      ['?token=', 'requests.post(url, params={"token": auth["Authorization"][7:]}, data="x".encode())', /^x$/],
    ])('delivers %s', async (_, call, expected) => {
      expect(await python(requests, call)).toEqual({ code: 0, out: '200\n', err: '' });
      expect(texts()).toEqual([expect.stringMatching(expected)]);
    });

    it('is told of a wrong token and of an unknown charset', async () => {
      const wrong = await python(requests, 'requests.post(url, json={"push_message": "x"}, auth=("wecom", "wrong"))');
      const charset = 'requests.post(url, data=b"x", headers={**auth, "Content-Type": "text/plain; charset=klingon"})';
      expect([wrong.out, (await python(requests, charset)).out]).toEqual(['401\n', '415\n']);
      expect(shown()).toEqual([]);
    });
  });
}

if (curl) {
  describe('curl', () => {
    it('delivers by both commands of docs/http-door.md', async () => {
      await writeFile(join(folder, 'build.log'), 'npm ERR! "引号"\n第二行\n');
      const command = here(documented('curl', 'bash'));
      const { code, err } = await runShell(curl, 'curl', command, { WECOM_TOKEN: SAMPLE_TOKEN }, folder);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(shown()).toEqual([
        { robot: 'default', text: '构建失败' },
        { robot: 'dba', text: 'npm ERR! "引号"\n第二行' },
      ]);
    });

    it.each([
      ['-F, a multipart form', ['-H', `Authorization: Bearer ${SAMPLE_TOKEN}`, '-F', 'push_message=构建失败']],
      ['-u, a Basic password', ['-u', `wecom:${SAMPLE_TOKEN}`, '-d', '{"push_message":"构建失败"}']],
      ['-u, a Basic user alone', ['-u', `${SAMPLE_TOKEN}:`, '--json', '{"push_message":"构建失败"}']],
      [
        '--data-binary and a type',
        ['-u', `${SAMPLE_TOKEN}:`, '-H', 'Content-Type: text/plain', '--data-binary', '构建失败'],
      ],
    ])('delivers with %s', async (_, args) => {
      expect(await run(curl, ['-sS', '--fail-with-body', ...args, `${door.url}/push`])).toMatchObject({ code: 0 });
      expect(texts()).toEqual(['构建失败']);
    });

    it('delivers with ?key= at the addresses of WeCom, DingTalk, Feishu and Slack, and reads their answers', async () => {
      const text = (content: string) => JSON.stringify({ msgtype: 'text', text: { content } });
      const calls = [
        [`/cgi-bin/webhook/send?key=${SAMPLE_TOKEN}`, text('一'), '{"errcode":0,"errmsg":"ok"}'],
        [`/robot/send?access_token=${SAMPLE_TOKEN}`, text('二'), '{"errcode":0,"errmsg":"ok"}'],
        [`/open-apis/bot/v2/hook/${SAMPLE_TOKEN}`, '{"msg_type":"text","content":{"text":"三"}}', '"StatusCode":0'],
        [`/services/T0/B0/${SAMPLE_TOKEN}`, '{"text":"四"}', 'ok'],
      ] as const;
      for (const [path, body, answer] of calls) {
        const { out } = await run(curl, ['-sS', '--json', body, `${door.url}${path}`]);
        expect(out).toContain(answer);
      }
      expect(texts()).toEqual(['一', '二', '三', '四'].map((one) => expect.stringContaining(one)));
    });

    it('fails if the token is wrong', async () => {
      const wrong = ['-sS', '--fail-with-body', '-d', 'push_message=x', `${door.url}/push?key=wrong`];
      expect(await run(curl, wrong)).toMatchObject({ code: 22, out: '{"status":"unauthorized"}' });
    });
  });
}

if (wget) {
  describe('GNU Wget', () => {
    it('delivers a form and hears of a wrong token', async () => {
      const post = (token: string) =>
        run(wget, ['-qO-', `--header=X-Api-Key: ${token}`, '--post-data=push_message=构建失败', `${door.url}/push`]);
      expect(await post(SAMPLE_TOKEN)).toMatchObject({ code: 0, out: expect.stringContaining('"status":"delivered"') });
      expect(await post('wrong')).toMatchObject({ code: 6 });
      expect(texts()).toEqual(['构建失败']);
    });
  });
}

it('writes no token, key or mobile into a line of the function, whoever calls', async () => {
  const body = new URLSearchParams({ push_message: 'x', token: SAMPLE_TOKEN });
  expect((await fetch(`${door.url}/push?key=${SAMPLE_TOKEN}`, { method: 'POST', body })).status).toBe(200);
  expect(lambda.lines.length).toBeGreaterThan(0);
  expect(leaks(lambda.lines)).toEqual([]);
});
