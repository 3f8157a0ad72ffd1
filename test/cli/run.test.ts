import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/text/words.js';
import type { PostResult } from '../../src/wecom/post/transport.js';
import { isWhollyIn } from '../support/is-wholly-in.js';
import { type Run, type, URL } from './type-command.js';

const KEY = '00000000-0000-4000-8000-000000000001';

describe('run: --version', () => {
  it.each(['--version', '-v'])('%s prints the version alone and exits 0', async (option) => {
    expect(await type([option])).toEqual({ exitCode: 0, printed: ['1.2.3'], complained: [] });
  });
});

describe('run: help and bad use', () => {
  it.each([[['--help']], [['-h']], [['help']], [['push', '--help']]])(
    '%j prints the usage and exits 0',
    async (argv) => {
      const { exitCode, printed } = await type(argv);
      expect([exitCode, printed.length]).toEqual([0, 1]);
      expect(printed[0]).toMatch(/^用法：wecomrobot push/);
    },
  );

  it('nothing is answered with the usage, as a mistake', async () => {
    const { exitCode, printed, complained } = await type([]);
    expect([exitCode, printed, complained.length]).toEqual([2, [], 1]);
    expect(complained[0]).toMatch(/^用法：wecomrobot push/);
  });

  it('a time limit that is none is shown as it was typed', async () => {
    const env = { WECOM_ROBOT_KEY: KEY, LANG: 'en_US.UTF-8' };
    const { complained } = await type(['push', 'a', '--timeout-ms', 'soon'], { env });
    expect(complained[0]).toMatch(/current value is "soon"$/);
  });

  const BAD_USE: readonly [string, readonly string[], Run?][] = [
    ['an unknown command', ['pull']],
    ['two messages', ['push', 'a', 'b']],
    ['an unknown option', ['push', 'a', '--colour', 'red']],
    ['a key as an argument', ['push', 'a', '--key', KEY]],
    ['a key as an argument, in one', ['push', 'a', `--key=${KEY}`]],
    ['a key as a second message', ['push', 'a', KEY]],
    ['an option without its value', ['push', 'a', '--at']],
    ['a switch with a value', ['push', 'a', '--at-all=yes']],
    ['a message that looks like an option', ['push', '-5%']],
    ['--robot without a secret or a door', ['push', 'a', '--robot', 'dba'], { env: { WECOM_ROBOT_KEY: KEY } }],
    ['--secret-id beside --url', ['push', 'a', '--secret-id', 's', '--url', URL]],
    ['no message at a terminal', ['push'], { env: { WECOM_ROBOT_KEY: KEY } }],
    ['no key', ['push', 'a']],
    ['a blank key', ['push', 'a'], { env: { WECOM_ROBOT_KEY: ' ' } }],
    ['a key that is none', ['push', 'a'], { env: { WECOM_ROBOT_KEY: 'x' } }],
    ['a key of another host', ['push', 'a'], { env: { WECOM_ROBOT_KEY: `https://example.com/?key=${KEY}` } }],
    ['a base URL that is none', ['push', 'a'], { env: { WECOM_ROBOT_KEY: KEY, WECOM_BASE_URL: 'x' } }],
    ['an empty message', ['push', ''], { env: { WECOM_ROBOT_KEY: KEY } }],
    ['empty input', ['push', '-'], { env: { WECOM_ROBOT_KEY: KEY }, input: '\n' }],
    ['a mobile that is none', ['push', 'a', '--at', 'wang'], { env: { WECOM_ROBOT_KEY: KEY } }],
    ['a door without a token', ['push', 'a', '--url', URL]],
    ['a door without TLS', ['push', 'a', '--url', 'http://robot.example.com/push'], { env: { WECOM_TOKEN: 't' } }],
    ['a door that is no URL', ['push', 'a', '--url', 'robot'], { env: { WECOM_TOKEN: 't' } }],
    ['a door with the token in it', ['push', 'a', '--url', `${URL}?key=t`], { env: { WECOM_TOKEN: 't' } }],
    ['a door that is a file', ['push', 'a', '--url', 'file:///push'], { env: { WECOM_TOKEN: 't' } }],
    ['a time limit that is none', ['push', 'a', '--timeout-ms', 'soon'], { env: { WECOM_ROBOT_KEY: KEY } }],
    ['a time limit below a second', ['push', 'a', '--timeout-ms', '999'], { env: { WECOM_ROBOT_KEY: KEY } }],
    ['a time limit that is empty', ['push', 'a', '--timeout-ms', ''], { env: { WECOM_ROBOT_KEY: KEY } }],
    ['an unknown language', ['push', 'a', '--language', 'fr']],
    ['a language without its value', ['push', 'a', '--language']],
  ];
  const PREFIX = { 'zh-CN': '错误：', en: 'Error: ' } as const;

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(BAD_USE)('2, and one line of that language says why: %s', async (_, argv, world = {}) => {
      const env = { ...world.env, LANG: language === 'en' ? 'en_US.UTF-8' : 'zh_CN.UTF-8' };
      const { exitCode, printed, complained } = await type(argv, { ...world, env });
      expect([exitCode, printed, complained.length]).toEqual([2, [], 1]);
      const [line = ''] = complained;
      expect(line).toMatch(new RegExp(`^${PREFIX[language]}.+$`));
      expect(isWhollyIn(language, line), line).toBe(true);
      expect(line).not.toContain(KEY);
    });

    it.each([
      ['WECOM_ROBOT_KEY', ['push', 'a'], '…'],
      ['--at', ['push', 'a', '--at', 'wang'], KEY],
      ['MESSAGE', ['push', ''], KEY],
    ])('names %s as it is typed, and no parameter of the library', async (typed, argv, key) => {
      const { complained } = await type([...argv, '--language', language], { env: { WECOM_ROBOT_KEY: key } });
      expect(complained[0]).toContain(` ${typed}`);
      expect(complained[0]).not.toMatch(/accessKey|atMobiles|pushMessage/);
    });
  });
});

describe('run: --dry-run', () => {
  it.each<[string, readonly string[], Run, object]>([
    ['a message', ['push', '构建失败'], {}, { msgtype: 'text', text: { content: '构建失败' } }],
    [
      'whom it mentions',
      ['push', 'a', '--at', '13800138000,+8613900139000', '--at', '13800138000', '--at-all'],
      {},
      { msgtype: 'text', text: { content: 'a', mentioned_mobile_list: ['13800138000', '13900139000', '@all'] } },
    ],
    ['markdown', ['push', '# a', '--markdown'], {}, { msgtype: 'markdown', markdown: { content: '# a' } }],
    ['standard input', ['push'], { input: 'a\nb\r\n' }, { msgtype: 'text', text: { content: 'a\nb' } }],
    ['standard input by its name', ['push', '-'], { input: 'a' }, { msgtype: 'text', text: { content: 'a' } }],
    ['what begins with a dash', ['push', '--', '-5%'], {}, { msgtype: 'text', text: { content: '-5%' } }],
    [
      "the door's body",
      ['push', 'a', '--url', URL, '--robot', 'dba', '--at', '王芳', '--markdown'],
      {},
      { push_message: 'a', is_at_all: false, at_mobiles: '王芳', robot: 'dba', format: 'markdown' },
    ],
  ])('shows %s and sends nothing', async (_, argv, world, shown) => {
    const { exitCode, printed } = await type(['push', '--dry-run', ...argv.slice(1)], world);
    expect([exitCode, printed.slice(1)]).toEqual([0, ['信息：试运行，消息未发送。']]);
    expect(JSON.parse(printed[0] ?? '')).toEqual(shown);
  });

  it('shows every part of a long message', async () => {
    const { printed } = await type(['push', '-', '--dry-run'], { input: '行\n'.repeat(1000) });
    expect(printed).toHaveLength(3);
  });
});

describe('run: straight to WeCom', () => {
  const reply = (errcode: number): PostResult => ({
    kind: 'reply',
    httpStatus: 200,
    body: JSON.stringify({ errcode }),
  });

  it.each<[PostResult, number, RegExp]>([
    [reply(0), 0, /^信息：企业微信机器人推送成功。$/],
    [reply(93000), 1, /^错误：企业微信机器人推送失败，错误码：93000，原因：/],
    [reply(45009), 3, /^错误：企业微信机器人推送失败，错误码：45009，原因：/],
    [{ kind: 'no-answer', reason: 'ECONNRESET' }, 3, /^异常：网络错误，ECONNRESET$/],
  ])('%j: exit code %i', async (wecom, exitCode, line) => {
    const ended = await type(['push', 'a'], { env: { WECOM_ROBOT_KEY: KEY }, wecom });
    expect(ended.exitCode).toBe(exitCode);
    expect(exitCode === 0 ? ended.printed : ended.complained).toEqual([expect.stringMatching(line)]);
  });
});

describe('run: the language', () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['信息：试运行，消息未发送。', [], {}],
    ['信息：试运行，消息未发送。', ['--language', 'zh-CN'], { LANG: 'en_US.UTF-8' }],
    ['Info: WeCom robot: dry run, nothing sent.', [], { LANG: 'en_US.UTF-8' }],
  ])('%s: %j %j', async (line, argv, env) => {
    expect((await type(['push', 'a', '--dry-run', ...argv], { env })).printed[1]).toBe(line);
  });

  it('is that of --language even if another option is wrong', async () => {
    const { complained } = await type(['push', 'a', '--colour', 'red', '--language', 'en']);
    expect(complained).toEqual([expect.stringMatching(/^Error: bad argument options: .*--colour/)]);
  });

  it.each([
    ['zh-CN', '用法：wecomrobot push'],
    ['en', 'Usage: wecomrobot push'],
  ])('is that of the help, too: %s', async (language, begin) => {
    expect((await type(['--help', '--language', language])).printed[0]).toContain(begin);
  });

  it('is that of what WeCom refuses, too', async () => {
    const wecom: PostResult = { kind: 'reply', httpStatus: 200, body: '{"errcode":93000}' };
    const env = { WECOM_ROBOT_KEY: KEY, LANG: 'en_US.UTF-8' };
    const [line = ''] = (await type(['push', 'a'], { env, wecom })).complained;
    expect(line).toMatch(/^Error: WeCom robot: not pushed, errcode 93000: /);
    expect(isWhollyIn('en', line)).toBe(true);
  });
});
