import { beforeAll, describe, expect, test } from 'vitest';
import { formatTime } from '../../../src/text/format.js';
import { summaryWordsOf } from '../../../src/text/summary-words.js';
import { tickWordsOf } from '../../../src/text/watch-words.js';
import { LANGUAGES, type Language, wordsOf } from '../../../src/text/words.js';
import { EXPECTED, type Expected } from './expected.js';
import { ALARMS, at } from './plot.js';
import type { Night, Shown } from './run-night.js';
import { startNight } from './start-night.js';

const clockOf = (moment: number): string =>
  formatTime(moment, 'Asia/Shanghai')?.slice('2026-11-29 '.length, '2026-11-29 HH:MM'.length) ?? '';

/** A message as a row of the table. */
function rowOf({ at: moment, robot, text, called }: Shown): Expected {
  const kind = ([...text][0] ?? '') as Expected[2];
  const named = ALARMS.map(({ name }) => name).filter((name) => text.includes(name) && !text.includes(`"${name}"`));
  return [clockOf(moment), robot, kind, named.sort().join(' '), called.join(' ')];
}

/** The night as a person reads it. */
const goldenOf = ({ shown }: Night): string =>
  shown
    .map(({ at: moment, robot, text, called }) => {
      const who = called.length > 0 ? ` @${called.join(' @')}` : '';
      return `── ${clockOf(moment)} ${robot}${who}\n${text}\n`;
    })
    .join('\n');

describe.each(LANGUAGES)('a night in %s', (language: Language) => {
  const summary = summaryWordsOf(language);
  const isSummary = ({ text }: Shown): boolean => text.split(' | ')[0]?.endsWith(summary.status) ?? false;
  let night: Night;
  beforeAll(async () => {
    night = await startNight(language);
  });

  test('who is called when is equal to the rules', () => {
    expect(night.shown.filter((one) => !isSummary(one)).map(rowOf)).toEqual(EXPECTED);
  });

  test('at nine each robot reads one summary, which calls nobody, says who has what and what flapped', () => {
    const summaries = night.shown.filter(isSummary);
    expect(summaries.map((one) => [clockOf(one.at), one.robot, one.called])).toEqual([
      ['09:00', 'default', []],
      ['09:00', 'dba', []],
    ]);
    expect(night.shown.slice(-2)).toEqual(summaries);
    const [others, databases] = summaries.map(({ text }) => text.split('\n'));
    expect(databases?.[1]).toMatch(/^🔴 db-orders-P1/);
    expect(databases?.[1]?.endsWith(tickWordsOf(wordsOf(language), language).watch.has('孙权'))).toBe(true);
    expect(others?.filter((line) => line.endsWith(summary.flaps))).toEqual([expect.stringMatching(/^· orders-queue/)]);
  });

  test('what has its reminders off is told when it goes to ALARM, and then by the summary alone', () => {
    const named = night.shown.filter(({ text }) => text.includes('report-daily-P3'));
    expect(named.map((one) => [clockOf(one.at), isSummary(one)])).toEqual([
      ['00:30', false],
      ['09:00', true],
    ]);
    expect(named[1]?.text.split('\n')[1]).toMatch(/^🟠 report-daily-P3/);
  });

  test('nothing is shown twice, and nothing is parked', () => {
    const texts = night.shown.map(({ robot, text }) => `${robot} ${text}`);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(night.parked).toBe(0);
  });

  test('the last state of what flapped is shown within ten minutes, though who withheld it was killed', () => {
    const settled = night.shown.filter(({ text }) => /^⏰.*orders-queue/.test(text));
    expect(settled).toHaveLength(1);
    expect((settled[0]?.at ?? 0) - at('03:04:40')).toBeLessThanOrEqual(10 * 60_000);
  });

  test('the steps of the two ticks that failed for good are counted as lost, as is a repeat that comes too late; one is kept', () => {
    expect(night.tickLines).toEqual([
      'reminders lost, tick too old',
      'reminders lost, tick too old',
      'reminders not told, they wait for the next try',
      'reminders not told, they wait for the next try',
      'reminders not told, they wait for the next try',
      'reminders lost, the last try failed',
    ]);
    expect([night.ticksLost, night.keptEvents]).toEqual([3, 1]);
  });

  test('golden: the whole night as the groups read it', async () => {
    await expect(goldenOf(night)).toMatchFileSnapshot(`../../golden/night/${language}.txt`);
  });
});
