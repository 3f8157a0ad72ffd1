import { expect, test } from 'vitest';
import { explain } from '../../../scripts/routes-report/explain.js';
import { reminderWords } from '../../../scripts/routes-report/reminder-words.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import { remindersFor } from '../../../src/routing/reminders-for.js';
import { alarmOf, recoveryOf, routingBy } from '../../routing/drafts.js';

const people = (...names: readonly string[]) => ({ ...NOBODY, people: names });
const STEPS = routingBy([
  {
    robots: ['pay', 'duty'],
    mentions: people('王芳'),
    remind: [{ afterMs: 900_000 }, { afterMs: 5_400_000, call: people('李雷') }, { everyMs: 14_400_000 }],
  },
]);

test('reminderWords: the steps in a line, with whom each calls', () => {
  expect(remindersFor(alarmOf(), STEPS, 0).map(reminderWords)).toEqual([
    'robot pay, duty, after 15m calls 王芳; after 90m calls 王芳 李雷; every 4h until 1d calls 王芳 李雷',
  ]);
  const off = remindersFor(alarmOf(), routingBy([{ remind: [] }]), 0);
  expect(off.map(reminderWords)).toEqual(['robot default, no reminders']);
});

test('explain: an alarm has a line on its reminders; a recovery and what is dropped have none', () => {
  const clocks = (lines: readonly string[]) => lines.filter((line) => line.includes('⏰'));
  expect(clocks(explain(alarmOf(), routingBy([]), 0))).toEqual(['  ⏰ robot default, after 1h calls 138****8000']);
  expect(clocks(explain(recoveryOf(alarmOf()), STEPS, 0))).toEqual([]);
  expect(clocks(explain(alarmOf(), routingBy([{ drop: true }]), 0))).toEqual([]);
});
