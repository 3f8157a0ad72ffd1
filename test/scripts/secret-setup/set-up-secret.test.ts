import { describe, expect, test } from 'vitest';
import { sampleKey } from '../../../local/secrets-manager/sample-secret.js';
import { setUpSecret } from '../../../scripts/secret-setup/set-up-secret.js';
import type { Person } from '../../../scripts/secret-setup/terminal.js';
import type { DeliveryResult } from '../../../src/domain/delivery.js';
import { secretWordsOf } from '../../../src/text/secret-speeches.js';

const [KEY, OTHER] = [sampleKey(1), sampleKey(2)];
const OPTIONS = {
  ...{ secretId: 'robots', baseUrl: 'https://qyapi.weixin.qq.com', wantsToken: true },
  ...{ replace: false, test: false, token: false, dryRun: false },
};
const DELIVERED: DeliveryResult = { status: 'delivered', messages: 1 };
const REFUSED: DeliveryResult = {
  status: 'refused',
  code: { kind: 'wecom', value: 93000 },
  reason: 'invalid webhook url',
};

/** Lets a person answer the questions in order. Resolves to what was asked, said and written. */
async function talk(
  answers: readonly string[],
  before?: string,
  result = DELIVERED,
  options = OPTIONS,
  speech = secretWordsOf('en'),
) {
  const left = [...answers];
  const [asked, said, written]: string[][] = [[], [], []];
  const next = (question: string): string => {
    asked?.push(question);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`Nobody answers ${question}`);
    return answer;
  };
  const from: Person = {
    ask: async (question) => next(question),
    askHidden: async (question) => next(question),
    confirm: async (question, otherwise) => {
      const answer = next(question);
      return answer === '' ? otherwise : answer === 'y';
    },
    close: () => undefined,
  };
  const write = async (text: string) => {
    written?.push(text);
    return 'arn';
  };
  const store = { read: async () => before, create: write, update: write };
  await setUpSecret(options, { from, store, speech, print: (line) => said?.push(line), send: async () => result });
  expect(left).toEqual([]);
  expect([asked, said].join('\n')).not.toContain(KEY);
  return { asked, said, written: written?.map((text) => JSON.parse(text) as unknown) };
}

describe('setUpSecret', () => {
  test('setUpSecret: a first secret takes a URL, a test, and Enter for the rest', async () => {
    const { said, written } = await talk([
      `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`,
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(written).toEqual([{ robots: { default: KEY }, httpTokens: [expect.stringMatching(/^[0-9a-f]{64}$/)] }]);
    expect(said).toEqual([
      'The secret robots does not exist yet',
      'WeCom accepted it: the group of default shows ✅ 测试消息',
      'It will hold the robot default; 1 token',
      'Created arn',
    ]);
  });

  test('setUpSecret: speaks Chinese to who reads Chinese', async () => {
    const { asked, said } = await talk(
      ['', KEY, '', 'y', '', '', '王芳 x', '王芳 13800138000', '', 'y'],
      undefined,
      REFUSED,
      OPTIONS,
      secretWordsOf('zh-CN'),
    );
    expect([...(asked ?? []), '---', ...(said ?? [])].join('\n')).toMatchInlineSnapshot(`
      "机器人 default 的 webhook 地址或 key（输入时不显示）：
      机器人 default 的 webhook 地址或 key（输入时不显示）：
      现在往它的群里发一条测试消息吗？
      仍然使用这个 key 吗？
      再添加一个机器人的名字，没有就按 Enter：
      为 HTTPS 入口生成一个随机令牌吗？（Alertmanager 等调用时用）
      可以按名字提醒的人，如 王芳 13800138000，没有就按 Enter：
      可以按名字提醒的人，如 王芳 13800138000，没有就按 Enter：
      可以按名字提醒的人，如 王芳 13800138000，没有就按 Enter：
      写入 Secrets Manager 吗？
      ---
      Secret robots 还不存在
      不能使用：必须是机器人的 key，或它在 https://qyapi.weixin.qq.com 的 webhook 地址，当前值为空。请在群里复制机器人的完整 webhook 地址，https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…
      用 default 的 key 发送失败，原因：invalid webhook url (errcode 93000)。请重新复制 webhook 地址，并确认机器人还在群里
      无法识别：应为名字、空格、6 到 15 位的手机号
      将写入：机器人 default；1 个令牌；人员 王芳
      已创建 arn"
    `);
  });

  test('setUpSecret: asks for a key until it is one, and for no token where the door asks for none', async () => {
    const options = { ...OPTIONS, wantsToken: false };
    const { said, written } = await talk(
      ['hello', 'https://example.com/', KEY, 'n', '', '', ''],
      undefined,
      DELIVERED,
      options,
    );
    expect(written).toEqual([{ robots: { default: KEY } }]);
    expect(said?.slice(1, 3)).toEqual([
      expect.stringContaining('current value is not a key; copy the whole webhook URL'),
      expect.stringContaining('at https://qyapi.weixin.qq.com: current value is a URL of another host; copy'),
    ]);
  });

  test('setUpSecret: more robots and people are added to what is there, and a key is replaced only after a yes', async () => {
    const before = JSON.stringify({ robots: { default: KEY }, httpTokens: ['t0ken-of-the-door'], note: 'ours' });
    const { written } = await talk(
      ['default', OTHER, 'n', 'dba', OTHER, 'n', '', '王芳 138-0013-8000', '李强 x', '', 'y'],
      before,
    );
    expect(written).toEqual([
      {
        ...{ note: 'ours', robots: { default: KEY, dba: OTHER }, httpTokens: ['t0ken-of-the-door'] },
        people: { 王芳: '13800138000' },
      },
    ]);
  });

  test.each([
    ['a plain key', KEY, { robots: { default: KEY, dba: OTHER } }],
    [
      'a flat map',
      JSON.stringify({ default: KEY, httpTokens: 'tok' }),
      { robots: { default: KEY, dba: OTHER }, httpTokens: ['tok'] },
    ],
  ])('setUpSecret: %s becomes the form with a place for all', async (_, before, after) => {
    const options = { ...OPTIONS, wantsToken: false };
    expect((await talk(['dba', OTHER, 'n', '', '', ''], before, DELIVERED, options)).written).toEqual([after]);
  });

  test('setUpSecret: a key that WeCom refuses is kept only after a yes', async () => {
    const { said, written } = await talk(
      ['dba', OTHER, '', '', '', ''],
      `{"default":"${KEY}","httpTokens":"tok"}`,
      REFUSED,
    );
    expect(said).toContain(
      'Cannot send with the key of dba as invalid webhook url (errcode 93000): copy the webhook URL again, from a robot that is still in its group',
    );
    expect([written, said?.at(-1)]).toEqual([[], 'Nothing to change']);
  });

  test('setUpSecret: a name that may be a key is refused', async () => {
    const { said } = await talk([OTHER, '', ''], `{"default":"${KEY}","httpTokens":"tok"}`);
    expect(said).toContain(
      'Cannot use it as a name as it may be a key, a token or a number: take a few words, like dba',
    );
  });

  test('setUpSecret: nothing is written after a no, and a secret that is broken is told', async () => {
    expect((await talk([KEY, 'n', '', 'n', '', 'n'])).written).toEqual([]);
    await expect(talk([], '{"robots":')).rejects.toThrow(
      'begins like JSON and cannot be parsed: fix the secret robots in the console, or name another one with --secret-id',
    );
  });
});
