import { describe, expect, test } from 'vitest';
import { FORMATS, type Format } from '../../src/domain/format.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Notification } from '../../src/domain/notification.js';
import { LANGUAGES, type Language } from '../../src/text/words.js';
import type { WecomMessage } from '../../src/wecom/api/message.js';
import { consumerBench, queued } from '../support/consumer-bench.js';
import { MERGED_CASES, type Waiting } from '../support/merged-cases.js';
import { textOf } from '../support/messages-of.js';
import { readSample } from '../support/render-sample.js';

/** The notifications of what waits, as they are queued; their ids are their places. */
async function notificationsOf(
  waiting: readonly Waiting[],
  now: number,
  language: Language,
  format: Format,
): Promise<readonly Notification[]> {
  const drafts = waiting.map(async ({ event }) => (await readSample(event, language)).drafts);
  return (await Promise.all(drafts)).flat().map(({ overrides: _, ...draft }, index) => {
    const { agoMs = 0, mentions } = waiting[index] ?? {};
    const added = { robot: 'default', format, mentions: { ...NOBODY, ...mentions } };
    return { ...draft, ...added, id: String(index), occurredAt: now - agoMs };
  });
}

describe('golden: what waited, as the group reads it', () => {
  const variants = LANGUAGES.flatMap((language) => FORMATS.map((format) => [language, format] as const));
  describe.each(Object.entries(MERGED_CASES))('%s', (name, eventsAt) => {
    test.each(variants)(`merge: ${name} in %s as %s`, async (language, format) => {
      const bench = consumerBench({ language });
      const waiting = eventsAt(bench.start);
      const notifications = await notificationsOf(waiting, bench.start, language, format);
      expect(notifications).toHaveLength(waiting.length);
      // What is for an unknown robot has been handed over to the default lane.
      const messages = notifications.map((notification, index) => {
        const unknownRobot = waiting[index]?.robot;
        return queued(notification, unknownRobot === undefined ? {} : { unknownRobot });
      });
      expect(await bench.drain(messages)).toEqual([]);
      expect([bench.parked, bench.removed.length]).toEqual([[], waiting.length]);
      const shown = bench.posted.map(({ message }) => textOf(message as unknown as WecomMessage));
      await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(`../golden/merged/${name}.${language}.${format}.txt`);
    });
  });
});
