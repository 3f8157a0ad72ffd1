import { vi } from 'vitest';
import { sampleKey } from '../../../../local/secrets-manager/sample-secret.js';
import type { COMMAND_LINES } from '../../../../scripts/errors-page/command.js';
import type { PostResult } from '../../../../src/wecom/post/transport.js';
import { URL as DOOR, type Run, type } from '../../../cli/type-command.js';
import { createFakeClock } from '../../../support/fake-clock.js';
import { type Provocations, type Provoke, REGION } from './provoke.js';

export const KEY = sampleKey(1);
const WITH_KEY: Run = { env: { WECOM_ROBOT_KEY: KEY } };
const WITH_TOKEN: Run = { env: { WECOM_TOKEN: 't' } };

/** A clock on which no wait takes time. */
export const impatient = { ...createFakeClock(), sleep: async () => undefined };

/** Types a command, and returns what it complains of. */
export const command =
  (argv: readonly string[], run: Run = WITH_KEY): Provoke =>
  async ({ language }) =>
    (await type([...argv, '--language', language], { clock: impatient, ...run })).complained.join('\n');

/** WeCom's answer with this errcode. */
export const errcode = (code: number): PostResult => ({
  kind: 'reply',
  httpStatus: 200,
  body: JSON.stringify({ errcode: code, errmsg: '' }),
});

/** Types a command that posts, while WeCom answers this. */
export const posted = (wecom: PostResult): Provoke => command(['push', 'a'], { ...WITH_KEY, wecom });

const doorAnswers = (status: number, body = ''): Provoke =>
  command(['push', 'a', '--url', DOOR], { ...WITH_TOKEN, fetch: async () => new Response(body, { status }) });

/** Runs the command with a secret of the stand-in. */
const ofSecret =
  (text: string | undefined, ...more: readonly string[]): Provoke =>
  async ({ deployed, language }) => {
    if (text !== undefined) deployed.secretsManager.setSecret('for-the-command', text);
    const id = text === undefined ? 'nowhere' : 'for-the-command';
    const around = { ...deployed.environment(''), AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
    for (const [name, value] of Object.entries(around)) vi.stubEnv(name, value);
    const argv = ['push', 'a', '--secret-id', id, '--language', language, ...more];
    const { complained } = await type(argv, { env: { ...around, AWS_REGION: REGION } });
    vi.unstubAllEnvs();
    return complained.join('\n');
  };

/** A way to each error of the command. */
export const commandLines: Provocations<typeof COMMAND_LINES> = {
  commandNone: command(['pull']),
  commandOption: command(['push', 'a', '--colour']),
  commandOptionValue: command(['push', 'a', '--at-all=yes']),
  commandMessages: command(['push', 'a', 'b']),
  commandNoMessage: command(['push']),
  commandNoKey: command(['push', 'a'], {}),
  commandKey: command(['push', 'a'], { env: { WECOM_ROBOT_KEY: 'x' } }),
  commandMobile: command(['push', 'a', '--at', 'wang']),
  commandNoToken: command(['push', 'a', '--url', DOOR], {}),
  commandDoor: command(['push', 'a', '--url', 'http://robot.example.com/push'], WITH_TOKEN),
  commandTwice: command(['push', 'a', '--url', DOOR, '--secret-id', 'x']),
  commandRobot: command(['push', 'a', '--robot', 'dba']),
  commandRobotOfSecret: ofSecret(KEY, '--robot', 'dba'),
  commandSecret: ofSecret(undefined),
  commandNoRegion: { file: 'test/cli/command.test.ts', words: 'AWS profile' },
  commandSecretEmpty: ofSecret(' '),
  commandSecretDefault: ofSecret('{"a":"x","b":"y"}'),
  commandToken: doorAnswers(401, '{"status":"unauthorized"}'),
  commandRejected: doorAnswers(403, '{"message":"Forbidden"}'),
};
