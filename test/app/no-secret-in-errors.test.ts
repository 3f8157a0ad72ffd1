import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../deploy/read-settings.js';
import { RULES } from '../../deploy/setting-rules.js';
import { warningsOf } from '../../deploy/warnings.js';
import { compileRoutes } from '../../scripts/routes-file/compile-routes.js';
import { readConfig } from '../../src/app/config.js';
import { lineMask } from '../../src/app/line-mask.js';
import { createKnownSecrets } from '../../src/base/known-secrets.js';
import { createLog } from '../../src/base/log.js';
import { run } from '../../src/cli/run.js';
import { createRobot, type RobotOptions, wecomrobot } from '../../src/library/robot.js';
import { createDoorSecret } from '../../src/secrets/door.js';
import { createReadSecret } from '../../src/secrets/read-secret.js';
import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import { createSecrets } from '../../src/secrets/secrets.js';
import { parseTokensSecret } from '../../src/secrets/tokens-secret.js';
import { createFakeClock } from '../support/fake-clock.js';
import { FORMS, KEYS, STRANGE, shows } from '../support/hidden-secrets.js';
import { textOfError } from '../support/leak-bench.js';

const RUNS = { numRuns: 1000 };
const KEY = '693a91f6-7a0e-4bc4-97a0-0ec2dab79d6b';
/** WeCom's refusal, which nothing sends again. */
const refused = (errmsg: string): string => JSON.stringify({ errcode: 40058, errmsg });
const BASE = 'https://qyapi.weixin.qq.com';

/** What a function throws, rejects with or returns, as text. */
async function outcomeOf(work: () => unknown): Promise<string> {
  try {
    return JSON.stringify(await work()) ?? '';
  } catch (error) {
    return textOfError(error);
  }
}

const value = fc
  .tuple(STRANGE, fc.constantFrom(...FORMS))
  .map(([secret, [, write]]) => ({ secret, given: write(secret) }));

describe('an error shows no key, token or mobile', () => {
  test('of a secret in which anything stands in the place of anything', async () => {
    const thing = fc.oneof(
      fc.constantFrom('dba', 'default', '王芳', 'ops-alerts', 'robots', 'httpTokens', 'people', '', 7, null),
      STRANGE,
      KEYS.map((key) => `${BASE}/cgi-bin/webhook/send?key=${key}`),
    );
    const name = thing.map(String);
    const map = fc.dictionary(name, thing);
    const token = fc.oneof(thing, fc.record({ token: thing, robots: fc.oneof(fc.array(thing), map) }));
    const whole = fc.record(
      {
        robots: fc.oneof(map, thing, fc.array(thing)),
        httpTokens: fc.oneof(token, fc.array(token)),
        people: fc.oneof(map, thing),
      },
      { requiredKeys: [] },
    );
    const secrets = fc
      .oneof(whole, map, token)
      .map((given) => (typeof given === 'string' ? given : JSON.stringify(given)));
    const broken = fc.tuple(secrets, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
    await fc.assert(
      fc.asyncProperty(fc.oneof(secrets, broken), async (text) => {
        const lines: string[] = [];
        const clock = createFakeClock();
        const known = createKnownSecrets();
        const log = createLog(
          (line) => lines.push(line),
          clock.now,
          'test',
          () => ({}),
          lineMask(known.mask),
        );
        const parts = { readSecret: async () => text, known, clock, log };
        const robots = createSecrets({
          ...parts,
          parse: (given) => parseRobotSecret(given, 'wecomrobot/robots', BASE),
        });
        const door = createDoorSecret({ ...parts, parse: (given) => parseTokensSecret(given, 'wecomrobot/tokens') });
        const thrown = await Promise.all([robots, door].map(({ verify }) => outcomeOf(verify)));
        await Promise.all([robots.warm(), door.warm()]);
        const hidden = text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]*\d[\w-]{10,}/g) ?? [];
        const shown = [...thrown, ...lines].filter((one) =>
          hidden.some((secret) => secret.length > 10 && shows(one, secret)),
        );
        expect(shown).toEqual([]);
      }),
      RUNS,
    );
  });

  test('of a setting of the function, and of the deployment', async () => {
    const variables: string[] = [];
    readConfig(new Proxy({}, { get: (_, name) => void variables.push(String(name)) }));
    const settings = [...Object.keys(RULES), 'somethingElse'];
    await fc.assert(
      fc.asyncProperty(
        value,
        fc.constantFrom(...variables),
        fc.constantFrom(...settings),
        async ({ secret, given }, variable, setting) => {
          const outcomes = await Promise.all([
            outcomeOf(() => readConfig({ [variable]: String(given) }) && undefined),
            outcomeOf(() => warningsOf(readSettings({ [setting]: given }, 'eu-west-1'), 'eu-west-1')),
            outcomeOf(() => readSettings({ [setting]: [given] }, 'cn-north-1') && undefined),
            outcomeOf(() => readSettings({ [secret]: given }, 'cn-north-1') && undefined),
            outcomeOf(() => readSettings(given, 'cn-north-1') && undefined),
            outcomeOf(
              createReadSecret(
                () => ({ send: () => Promise.reject(new Error('no')) }) as never,
                String(given),
                'eu-west-1',
              ),
            ),
          ]);
          expect(outcomes.filter((text) => shows(text, secret))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('of the command', async () => {
    const options = ['--at', '--robot', '--url', '--secret-id', '--language', '--token', '--key', '-k', ''];
    await fc.assert(
      fc.asyncProperty(
        value,
        fc.constantFrom(...options),
        fc.boolean(),
        async ({ secret, given }, option, isJoined) => {
          const text = String(given);
          const printed: string[] = [];
          const world = {
            env: { WECOM_ROBOT_KEY: secret, WECOM_TOKEN: secret, LANG: 'en_US.UTF-8' },
            clock: createFakeClock(),
            readInput: async () => 'SHOWN',
            fetch: () => Promise.reject(new Error(secret)),
            transport: { post: async () => ({ kind: 'reply', httpStatus: 200, body: refused(secret) }) as const },
            version: async () => '1.2.3',
            print: (line: string) => void printed.push(line),
            complain: (line: string) => void printed.push(line),
          };
          const words = option === '' ? [`--${text}`] : isJoined ? [`${option}=${text}`] : [option, text];
          // A secret's id needs AWS, which is asked elsewhere.
          if (option !== '--secret-id') {
            await run(['push', 'SHOWN', ...words], world);
            await run([...words, 'push'], { ...world, env: { ...world.env, LANG: 'zh_CN.UTF-8' } });
          }
          expect(printed.filter((line) => shows(line, secret))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('of the library', async () => {
    const transport = { post: async () => ({ kind: 'reply', httpStatus: 200, body: refused('') }) as const };
    await fc.assert(
      fc.asyncProperty(value, fc.nat({ max: 5 }), async ({ secret, given }, place) => {
        const at = (index: number, otherwise: unknown) => (place === index ? given : otherwise) as never;
        const printed: string[] = [];
        const settings = {
          transport,
          print: (line: string) => void printed.push(line),
          format: at(0, 'text'),
          language: at(1, 'en'),
        };
        const accessKey = at(2, KEY);
        const options: RobotOptions = { ...settings, accessKey, baseUrl: at(5, BASE) };
        const outcomes = await Promise.all([
          outcomeOf(() => wecomrobot('SHOWN', accessKey, at(3, 0), place === 4 ? at(4, '') : '', settings)),
          outcomeOf(() => createRobot(options).push(place === 4 ? (given as never) : 'SHOWN')),
        ]);
        expect([...outcomes, ...printed].filter((text) => shows(text, secret))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('of routes.yml', async () => {
    const fields = ['robots', 'mentions', 'format', 'quiet', 'rotate', 'match', 'drop', 'name', 'severity', 'other'];
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(...fields), async ({ secret, given }, name) => {
        const rules = [{ name: 'a', [name]: given }, { match: { [secret]: 'x', source: [given] } }, { [secret]: 1 }];
        const compiled = compileRoutes({ rules, [secret]: given });
        const messages = 'mistakes' in compiled ? compiled.mistakes.map(({ message }) => message) : [];
        expect(messages.filter((message) => shows(message, secret))).toEqual([]);
      }),
      RUNS,
    );
  });
});
