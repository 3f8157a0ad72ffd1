import { beforeAll, describe, expect, test } from 'vitest';
import { formatTime } from '../../../src/text/format.js';
import { LANGUAGES, type Language } from '../../../src/text/words.js';
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
  let night: Night;
  beforeAll(async () => {
    night = await startNight(language);
  });

  test('who is called when is equal to the rules', () => {
    expect(night.shown.map(rowOf)).toEqual(EXPECTED);
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

  test('the steps of the two ticks that failed for good are counted as lost, and one is kept', () => {
    expect(night.tickLines).toEqual([
      'reminders lost, tick too old',
      'reminders not told, they wait for the next try',
      'reminders not told, they wait for the next try',
      'reminders not told, they wait for the next try',
      'reminders lost, the last try failed',
    ]);
    expect([night.ticksLost, night.keptEvents]).toEqual([2, 1]);
  });

  test('golden: the whole night as the groups read it', async () => {
    await expect(goldenOf(night)).toMatchFileSnapshot(`../../golden/night/${language}.txt`);
  });
});
