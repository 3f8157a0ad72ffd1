import type { LIBRARY } from '../../../../scripts/errors-page/library.js';
import type { NETWORK } from '../../../../scripts/errors-page/network.js';
import { ERRCODES, type WECOM, type WECOM_UNKNOWN } from '../../../../scripts/errors-page/wecom.js';
import { createRobot, wecomrobot } from '../../../../src/index.js';
import type { RobotSettings } from '../../../../src/library/robot.js';
import { URL as DOOR, type } from '../../../cli/type-command.js';
import { command, errcode, impatient, KEY, posted } from './command.js';
import type { Provocations, Provoke } from './provoke.js';

interface Given {
  readonly message?: unknown;
  readonly key?: unknown;
  readonly all?: unknown;
  readonly mobiles?: unknown;
}

/** Calls the function as JavaScript may, with anything. Resolves to the line that it prints. */
const called =
  ({ message = 'a', key = KEY, all = 0, mobiles = '' }: Given, settings: RobotSettings = {}): Provoke =>
  async ({ language }) => {
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    const transport = { post: async () => errcode(0) };
    const parts = { language, print, transport, clock: impatient, ...settings };
    await wecomrobot(message as string, key as string, all as 0, mobiles as '', parts);
    return lines.join('\n');
  };

/** Types a command that cannot post for this reason. */
const notSent = (reason: string): Provoke => posted({ kind: 'not-sent', reason });

/** Pushes markdown to a mobile, which takes two messages, while WeCom takes the first. */
const partly: Provoke = async ({ language }) => {
  const answers = [errcode(0), errcode(45009)];
  const lines: string[] = [];
  const transport = { post: async () => answers.shift() ?? errcode(0) };
  const print = (line: string): void => void lines.push(line);
  const robot = createRobot({ accessKey: KEY, format: 'markdown', language, print, transport, clock: impatient });
  await robot.push('a', { atMobiles: '13800138000' });
  return lines.join('\n');
};

/** A clock on which every look at it takes five seconds. */
const hurried = () => {
  let now = 0;
  return { ...impatient, now: () => (now += 5000) };
};

/** A way to each line of the library. */
export const library: Provocations<typeof LIBRARY & typeof NETWORK> = {
  libraryKey: called({ key: 'x' }),
  libraryText: called({ message: { a: 1 } }),
  libraryEmpty: called({ message: '' }),
  libraryLong: called({ message: '长'.repeat(9000) }),
  libraryBytes: called({ message: '长'.repeat(400_000) }),
  libraryHalf: called({ message: '\ud83d' }),
  libraryNul: called({ message: 'a\0' }),
  libraryAll: called({ all: 'maybe' }),
  libraryMobile: called({ mobiles: 'wang' }),
  libraryMobiles: called({ mobiles: {} }),
  libraryLanguage: async ({ language }) => {
    const env = { WECOM_ROBOT_KEY: KEY, LANG: language === 'en' ? 'en_US.UTF-8' : 'zh_CN.UTF-8' };
    return (await type(['push', 'a', '--language', 'fr'], { env })).complained.join('\n');
  },
  libraryTimeout: command(['push', 'a', '--timeout-ms', '30']),
  libraryFormat: called({}, { format: 'html' as 'text' }),
  libraryBaseUrl: called({}, { baseUrl: 'http://wecom.example.com' }),
  libraryProxy: { file: 'test/cli/command.test.ts', words: 'http://proxy.example.com:3128' },
  libraryProxyUser: notSent('PROXY_HTTP_407'),
  libraryProxyRefuses: notSent('PROXY_HTTP_403'),
  libraryProxyAway: notSent('PROXY_ECONNREFUSED'),
  libraryCertificate: notSent('SELF_SIGNED_CERT_IN_CHAIN'),
  libraryUnreachable: command(['push', 'a', '--url', DOOR], {
    env: { WECOM_TOKEN: 't' },
    fetch: () => Promise.reject(Object.assign(new Error('x'), { cause: { code: 'ENOTFOUND' } })),
  }),
  libraryBusy: posted({ kind: 'reply', httpStatus: 503, body: '' }),
  libraryOutOfTime: called({}, { clock: hurried(), timeoutMs: 1000 }),
  libraryPartly: partly,
  libraryUnreadable: posted({ kind: 'reply', httpStatus: 200, body: '<html>' }),
};

/** A way to each errcode. */
export const wecom = Object.fromEntries([...ERRCODES].map(([id, code]) => [id, posted(errcode(code))])) as Provocations<
  typeof WECOM
>;

/** A way to one that is not known. */
export const unknownErrcode: Provocations<typeof WECOM_UNKNOWN> = { wecomUnknown: posted(errcode(12_345)) };
