import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_PEOPLE, SAMPLE_TOKEN } from '../../../local/secrets-manager/sample-secret.js';
import { isObject, parseObject, textAt } from '../../../src/base/json.js';
import { type DeployedFunction, KEYS, SECRET_ID, startDeployedFunction } from '../../end-to-end/deployed-function.js';
import { HOLDERS, STRANGERS_IN_PLACES, STRANGERS_OF_ROBOTS } from './hostile-places.js';
import {
  BODIES,
  LIMITED,
  MESSAGES,
  PUSH,
  push,
  ROBOTS,
  SEND,
  STRANGERS,
  STRANGERS_OF_WECOM,
  send,
  WAYS,
} from './hostile-requests.js';

const json = (value: unknown): string => JSON.stringify(value);

let lambda: DeployedFunction;

beforeAll(async () => {
  lambda = await startDeployedFunction();
  const httpTokens = [SAMPLE_TOKEN, { token: LIMITED, robots: ['dba'] }];
  lambda.secretsManager.setSecret(SECRET_ID, json({ robots: KEYS, people: SAMPLE_PEOPLE, httpTokens }));
});
afterAll(() => lambda.close());
beforeEach(() => lambda.wecom.reset());

/** The answer as it would go out. */
async function answerTo(event: unknown) {
  const answer = await lambda.invoke(event);
  if (!isObject(answer)) throw new Error('Cannot take the answer as one: it is no object');
  return { statusCode: answer['statusCode'], headers: answer['headers'], body: textAt(answer, 'body') ?? '' };
}

function expectSecrecy(body: string): void {
  for (const secret of [SAMPLE_TOKEN, LIMITED, ...Object.values(KEYS), 'SHOWN', 'at file:', 'node:']) {
    expect(body).not.toContain(secret);
  }
  expect(body.length).toBeLessThan(1000);
}

describe('the door: hostile requests', () => {
  it.each([...STRANGERS, ...STRANGERS_OF_WECOM, ...BODIES, ...ROBOTS, ...WAYS])(
    '%i: %s',
    async (httpStatus, _, event) => {
      const { statusCode, body } = await answerTo(event);
      expect(statusCode).toBe(httpStatus);
      expectSecrecy(body);
      expect(lambda.wecom.attempts).toEqual([]);
    },
  );

  it.each([...STRANGERS_IN_PLACES, ...STRANGERS_OF_ROBOTS])(
    'a stranger stays one: %s',
    async (_, httpStatuses, event) => {
      const { statusCode, body } = await answerTo(event);
      expect(httpStatuses).toContain(statusCode);
      expectSecrecy(body);
      expect(lambda.wecom.attempts).toEqual([]);
    },
  );

  it.each(HOLDERS)('a token opens the door in %s', async (_, event) => {
    expect((await answerTo(event)).statusCode).toBe(200);
    expect(lambda.wecom.shown).toHaveLength(1);
  });

  it.each(MESSAGES)("errcode %i at WeCom's address: %s", async (errcode, _, body) => {
    const answer = await answerTo(send(body));
    expect([answer.statusCode, parseObject(answer.body)?.['errcode']]).toEqual([200, errcode]);
    expectSecrecy(answer.body);
    expect(lambda.wecom.attempts).toEqual([]);
  });

  it.each([
    ['/push', [...STRANGERS, ...STRANGERS_IN_PLACES.map(([name, , event]) => [401, name, event] as const)]],
    [SEND, STRANGERS_OF_WECOM],
  ])('%s: strangers are all answered alike, and as where no token exists', async (_, strangers) => {
    const closed = await startDeployedFunction();
    closed.secretsManager.setSecret(SECRET_ID, json({ robots: KEYS }));
    const answers = new Set<string>();
    for (const [, , event] of strangers) {
      answers.add(json(await lambda.invoke(event)));
      answers.add(json(await closed.invoke(event)));
    }
    await closed.close();
    expect(answers.size).toBe(1);
  });

  it('after all of them the same process delivers, and has logged none of their secrets', async () => {
    expect((await answerTo(push(PUSH))).statusCode).toBe(200);
    expect(lambda.wecom.shown).toHaveLength(1);
    const secrets = [SAMPLE_TOKEN, LIMITED, ...Object.values(KEYS), 'SHOWN'];
    expect(lambda.lines.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  });
});
