import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/domain/severity.js';
import type { TextMessage, WecomMessage } from '../../../src/wecom/api/message.js';
import { createMentionMemory } from '../../../src/wecom/post/mention-memory.js';
import { createFakeClock } from '../../support/fake-clock.js';

const calling = (...mobiles: string[]): TextMessage => ({
  msgtype: 'text',
  text: { content: '你好', mentioned_mobile_list: mobiles },
});
const EVERYBODY = calling('@all');

/** Posts messages one after another, each `seconds` after the first; says of each whether it called anybody. */
async function play(...posts: readonly (readonly [seconds: number, WecomMessage, Severity?, robot?: string])[]) {
  const clock = createFakeClock(0);
  const memory = createMentionMemory(clock.now);
  const called: boolean[] = [];
  for (const [seconds, message, severity = 'error', robot = 'default'] of posts) {
    await clock.advance(seconds * 1000 - clock.now());
    const posted = memory.withoutRepeat(robot, message, severity);
    memory.remember(robot, posted, severity);
    called.push(posted === message);
    expect(posted).toMatchObject({ msgtype: 'text', text: { content: '你好' } });
  }
  return called;
}

describe('createMentionMemory', () => {
  it('createMentionMemory: the same people are not called twice within a minute, whatever their order', async () => {
    expect(await play([0, calling('1', '2')], [59, calling('2', '1')], [60, calling('1', '2')])).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('createMentionMemory: a call from before the clock was set back silences nobody', () => {
    let now = 60 * 60_000;
    const memory = createMentionMemory(() => now);
    memory.remember('default', EVERYBODY, 'error');
    now = 0;
    expect(memory.withoutRepeat('default', EVERYBODY, 'error')).toBe(EVERYBODY);
  });

  it('createMentionMemory: in a storm everybody is called once a minute, not once', async () => {
    const storm = Array.from({ length: 40 }, (_, index) => [index * 3, EVERYBODY] as const);
    const called = await play(...storm);
    expect(called.flatMap((yes, index) => (yes ? index * 3 : []))).toEqual([0, 60]);
  });

  it('createMentionMemory: who is called for something worse is called again, then not for less', async () => {
    expect(
      await play([0, EVERYBODY, 'warning'], [1, EVERYBODY, 'critical'], [2, EVERYBODY, 'error'], [3, EVERYBODY]),
    ).toEqual([true, true, false, false]);
  });

  it('createMentionMemory: other people, and other robots, are called', async () => {
    expect(
      await play([0, calling('1')], [1, calling('1', '2')], [2, EVERYBODY], [3, calling('1'), 'error', 'dba']),
    ).toEqual([true, true, true, true]);
  });

  it('createMentionMemory: @all among others is everybody', async () => {
    expect(await play([0, calling('1', '@all')], [1, EVERYBODY])).toEqual([true, false]);
  });

  it('createMentionMemory: what calls nobody passes as it is', () => {
    const memory = createMentionMemory(() => 0);
    const quiet: WecomMessage = { msgtype: 'markdown', markdown: { content: '<@zhangsan>' } };
    memory.remember('default', quiet, 'error');
    expect(memory.withoutRepeat('default', quiet, 'error')).toBe(quiet);
  });
});
