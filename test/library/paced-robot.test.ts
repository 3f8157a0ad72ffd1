import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsInWindow } from '../../local/wecom/rate-window.js';
import { parseObject, textAt } from '../../src/base/json.js';
import { createRobot } from '../../src/library/robot.js';
import type { PostResult } from '../../src/wecom/post/transport.js';
import { createFakeClock } from '../support/fake-clock.js';

const PACE_MS = 3400;
const MINUTE = 60_000;
const reply = (errcode: number): PostResult => ({
  kind: 'reply',
  httpStatus: 200,
  body: JSON.stringify({ errcode, errmsg: '' }),
});
const NO_ANSWER: PostResult = { kind: 'no-answer', reason: 'ECONNRESET' };

interface Attempt {
  readonly at: number;
  readonly content: string;
  readonly errcode: number;
}

/** A paced robot at a WeCom that counts its minute both ways. `answers` come first, then errcode 0. */
function setUp(answers: readonly PostResult[] = [], tookMs = 100, timeoutMs?: number) {
  const clock = createFakeClock();
  const attempts: Attempt[] = [];
  const post = async (_: unknown, json: string): Promise<PostResult> => {
    const at = clock.now();
    const isLimited = callsInWindow('both', [...attempts.map((attempt) => attempt.at), at], at) > 20;
    const answer = isLimited ? reply(45009) : (answers[attempts.length] ?? reply(0));
    const errcode = answer.kind === 'reply' ? Number(parseObject(answer.body)?.['errcode']) : Number.NaN;
    attempts.push({ at, content: textAt(parseObject(json), 'text', 'content') ?? '', errcode });
    await clock.sleep(tookMs);
    return answer;
  };
  const accessKey = '00000000-0000-4000-8000-000000000001';
  const limit = timeoutMs === undefined ? {} : { timeoutMs };
  const robot = createRobot({ accessKey, paced: true, clock, transport: { post }, ...limit });
  const pushAll = async (messages: readonly string[]) => {
    const results = Promise.all(messages.map((message) => robot.push(message)));
    await clock.advance(24 * 60 * MINUTE);
    return results;
  };
  return { robot, clock, attempts, pushAll };
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `第 ${n} 条`);

describe('createRobot: paced', () => {
  it('createRobot: of a hundred messages pushed at once none is refused, and all are shown in order', async () => {
    const { attempts, pushAll } = setUp();
    const results = await pushAll(numbered(100));
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['delivered']));
    expect(attempts.map(({ content }) => content)).toEqual(numbered(100));
    expect(attempts.filter(({ errcode }) => errcode !== 0)).toEqual([]);
  });

  it('createRobot: parts of a long text stay together', async () => {
    const { attempts, pushAll } = setUp();
    await pushAll(['长'.repeat(1000), '短']);
    expect(attempts.map(({ content }) => content.slice(0, 1))).toEqual(['长', '长', '短']);
  });

  it.each([
    ['-1', reply(-1), 4000],
    ['no answer', NO_ANSWER, 4000],
    ['45009', reply(45009), 65_000],
  ])('createRobot: after %s the same message is tried again, before the next', async (_, failure, waitMs) => {
    const { attempts, pushAll } = setUp([failure]);
    expect((await pushAll(['甲', '乙'])).map(({ status }) => status)).toEqual(['delivered', 'delivered']);
    expect(attempts.map(({ content }) => content)).toEqual(['甲', '甲', '乙']);
    expect((attempts[1]?.at ?? 0) - (attempts[0]?.at ?? 0)).toBeGreaterThanOrEqual(waitMs);
  });

  it('createRobot: what WeCom refuses is not tried again, and holds back nothing', async () => {
    const { attempts, pushAll } = setUp([reply(93000)]);
    expect(await pushAll(['甲', '乙'])).toMatchObject([
      { status: 'refused', code: { kind: 'wecom', value: 93000 } },
      { status: 'delivered' },
    ]);
    expect(attempts).toHaveLength(2);
  });

  it('createRobot: an hour after the push it gives up, and says why', async () => {
    const { attempts, clock, pushAll } = setUp(Array.from({ length: 500 }, () => reply(-1)));
    const startedAt = clock.now();
    expect(await pushAll(['甲', '乙'])).toMatchObject([{ status: 'unavailable' }, { status: 'unavailable' }]);
    const first = attempts.filter(({ content }) => content === '甲');
    expect(first.length).toBeGreaterThan(30);
    expect((first.at(-1)?.at ?? 0) - startedAt).toBeLessThanOrEqual(60 * MINUTE);
    expect(attempts.filter(({ content }) => content === '乙')).toEqual([]);
  });

  it('createRobot: what its turn reaches after timeoutMs is not attempted, and holds nobody up', async () => {
    const { attempts, robot, clock } = setUp([], 100, 5000);
    const results = Promise.all(numbered(4).map((message) => robot.push(message)));
    await clock.advance(5000);
    const late = await results;
    expect(late.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'unavailable', 'unavailable']);
    expect(late[3]).toMatchObject({ reason: '剩余时间不足，未发送' });
    void robot.push('之后的');
    await clock.advance(PACE_MS);
    expect(attempts.map(({ content }) => content)).toEqual(['第 0 条', '第 1 条', '之后的']);
  });

  it('createRobot: a mistake of the caller is answered at once', async () => {
    const { robot, attempts } = setUp();
    void robot.push('先来的');
    expect(await robot.push('')).toMatchObject({ status: 'invalid', field: 'pushMessage' });
    expect(attempts.length).toBeLessThanOrEqual(1);
  });

  it('createRobot: whatever WeCom answers, attempts keep their distance and messages their order', async () => {
    const answer = fc.constantFrom(reply(0), reply(0), reply(-1), reply(45033), reply(40058), NO_ANSWER);
    const given = fc.record({
      answers: fc.array(answer, { maxLength: 30 }),
      count: fc.integer({ min: 1, max: 12 }),
      tookMs: fc.integer({ min: 1, max: 9000 }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ answers, count, tookMs }) => {
        const { attempts, pushAll } = setUp(answers, tookMs);
        await pushAll(numbered(count));
        for (const [index, { at }] of attempts.entries()) {
          const before = attempts[index - 1];
          if (before) expect(at - before.at).toBeGreaterThanOrEqual(PACE_MS + tookMs);
        }
        expect([...new Set(attempts.map(({ content }) => content))]).toEqual(numbered(count));
        expect(attempts.filter(({ errcode }) => errcode === 45009)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
