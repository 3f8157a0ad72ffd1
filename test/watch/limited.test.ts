import { describe, expect, test } from 'vitest';
import { createAskLimited, type Question } from '../../src/watch/limited.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';

const MINUTE = 60_000;
const never: Question<string> = () => new Promise(() => {});
const answers: Question<string> = async () => 'answer';
const failsAs =
  (name: string): Question<string> =>
  async () => {
    throw Object.assign(new Error('no'), { name });
  };

function setUp() {
  const clock = createFakeClock();
  const log = recordLog(clock.now);
  const ask = createAskLimited({ message: 'not looked up', clock, log });
  let asked = 0;
  const counted = (question: Question<string>): Question<string> => {
    return (signal) => {
      asked += 1;
      return question(signal);
    };
  };
  const run = async (questions: readonly Question<string>[], waitMs = 2000) => {
    const answered = ask(questions.map(counted), waitMs);
    await clock.advance(waitMs);
    return answered;
  };
  return { run, clock, log, asked: () => asked };
}

describe('createAskLimited', () => {
  test('answers come in order, and one that does not come in time is left out, with one line', async () => {
    const { run, log } = setUp();
    expect(await run([answers, never, answers])).toEqual(['answer', undefined, 'answer']);
    expect(log.lines).toMatchObject([
      { message: 'not looked up', failed: 1, reason: 'Error: No answer within 2000 ms' },
    ]);
  });

  test('a question that is given up is told so', async () => {
    const { run } = setUp();
    let isAborted = false;
    await run([
      (signal) => {
        signal.addEventListener('abort', () => {
          isAborted = true;
        });
        return never(signal);
      },
    ]);
    expect(isAborted).toBe(true);
  });

  test('a question that throws at once has no answer', async () => {
    const { run } = setUp();
    const throws: Question<string> = () => {
      throw new Error('a bug');
    };
    expect(await run([throws])).toEqual([undefined]);
  });

  test('after two failures in a row nothing is asked for ten minutes, then again', async () => {
    const { run, clock, log, asked } = setUp();
    await run([never]);
    await run([never]);
    expect(log.lines[1]).toMatchObject({ pausedMinutes: 10 });
    expect(await run([answers])).toEqual([undefined]);
    expect(asked()).toBe(2);
    await clock.advance(10 * MINUTE);
    expect(await run([answers])).toEqual(['answer']);
    expect(log.lines).toHaveLength(2);
  });

  test('two failures with an answer between them are not in a row', async () => {
    const { run } = setUp();
    await run([failsAs('AccessDeniedException')]);
    await run([answers]);
    await run([failsAs('AccessDeniedException')]);
    expect(await run([answers])).toEqual(['answer']);
  });

  test('what is throttled stops no other question', async () => {
    const { run } = setUp();
    for (let time = 0; time < 3; time += 1) await run([failsAs('ThrottlingException')]);
    expect(await run([answers])).toEqual(['answer']);
  });

  test('without time nothing is asked', async () => {
    const { run, asked, log } = setUp();
    expect(await run([answers], 0)).toEqual([undefined]);
    expect(asked()).toBe(0);
    expect(log.lines).toEqual([]);
  });

  test('answers that take a second or more pause it as failures do: each held a message up', async () => {
    const { run, clock, log, asked } = setUp();
    const slow: Question<string> = () => new Promise((resolve) => clock.after(1900, () => resolve('late')));
    const throttledLate: Question<string> = (signal) => slow(signal).then(() => failsAs('ThrottlingException')(signal));
    expect(await run([slow])).toEqual(['late']);
    expect(await run([throttledLate])).toEqual([undefined]);
    expect(log.lines.at(-1)).toMatchObject({ failed: 1, pausedMinutes: 10 });
    expect(await run([answers])).toEqual([undefined]);
    expect(asked()).toBe(2);
    await clock.advance(10 * MINUTE);
    expect(await run([slow, slow])).toEqual(['late', 'late']);
    expect(await run([slow])).toEqual(['late']);
    expect(log.lines.at(-1)).toMatchObject({ failed: 0, reason: 'The answer took 1900 ms', pausedMinutes: 10 });
  });
});
