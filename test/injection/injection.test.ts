import { describe, expect, test } from 'vitest';
import { readSamples } from '../../local/samples/samples.js';
import { DEFAULT_TIME_ZONE } from '../../src/base/time-zone.js';
import type { Format } from '../../src/domain/format.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Draft, Notification } from '../../src/domain/notification.js';
import { wordsOf } from '../../src/text/words.js';
import { merge } from '../../src/wecom/compose/merge.js';
import { bodyEvents } from '../payloads/bodies/body-events.js';
import { composed, FORMATS, textOf } from '../support/messages-of.js';
import { readSample } from '../support/render-sample.js';
import { type LeafPath, pathsIn, pathText, spoil, textAtPath } from '../support/spoil.js';
import { FAKE_LINES, FAKE_LINKS, TOKEN } from './attack.js';
import { fakedLines, hiddenHosts } from './findings.js';

const words = wordsOf('zh-CN');
/** As many notifications as a batch of the queue has. */
const BATCH = 10;

type Rendered = Extract<Draft, { kind: 'rendered' }>;

/** Returns what a sample becomes if an attacker wrote one of its texts. What is refused reaches nobody. */
async function attacked(event: unknown, path: LeafPath, attack: string): Promise<readonly Rendered[]> {
  const { drafts } = await readSample(spoil(event, path, attack), 'zh-CN').catch(() => ({ drafts: [] }));
  // What a caller wrote as a message is shown as written.
  return drafts.flatMap((draft) => (draft.kind === 'rendered' ? [draft] : []));
}

function messagesOf(draft: Rendered, format: Format): readonly string[] {
  return composed(draft, 'zh-CN', format).map(textOf);
}

function mergedOf(drafts: readonly Rendered[], format: Format): readonly string[] {
  const mergeables = drafts.map((draft) => {
    const { overrides: _, ...content } = draft;
    const notification: Notification = { ...content, robot: 'default', format, mentions: NOBODY };
    return { notification, whom: '' };
  });
  return merge(mergeables, words, DEFAULT_TIME_ZONE).flatMap(({ messages }) => messages.map(textOf));
}

/** Returns what a sample becomes under the attacks, each with the way it took. */
async function shownUnderAttack(
  event: unknown,
  attacksOn: AttacksOn,
): Promise<readonly (readonly [string, Rendered])[]> {
  const ways = pathsIn(event).filter((path) => textAtPath(event, path) !== undefined);
  const shown = ways.flatMap((path, index) =>
    attacksOn(textAtPath(event, path) ?? '', index).map(async (attack) => {
      const drafts = await attacked(event, path, attack);
      return drafts.map((draft) => [pathText(path), draft] as const);
    }),
  );
  return (await Promise.all(shown)).flat();
}

/** Returns every message that comes of it, alone and merged. */
async function* messagesUnderAttack(
  event: unknown,
  attacksOn: AttacksOn,
): AsyncGenerator<readonly [string, string, Format]> {
  const shown = await shownUnderAttack(event, attacksOn);
  for (const format of FORMATS) {
    for (const [way, draft] of shown) {
      for (const content of messagesOf(draft, format)) yield [way, content, format];
    }
    for (let at = 0; at < shown.length; at += BATCH) {
      const batch = shown.slice(at, at + BATCH).map(([, draft]) => draft);
      for (const content of mergedOf(batch, format)) yield ['merged', content, format];
    }
  }
}

/** Returns what an attacker writes in the place of a text, the `index`th of a sample. */
type AttacksOn = (text: string, index: number) => readonly string[];

/** Returns the attack in the place of a text, or after it: a service that is no longer known is told by the generic form. */
const lines: AttacksOn = (text, index) => [index % 3 === 0 ? FAKE_LINES : text + FAKE_LINES];
const links: AttacksOn = (_, index) => [FAKE_LINKS[index % FAKE_LINKS.length] ?? ''];

describe('a text from outside', async () => {
  const events = (await readSamples()).filter(({ samples }) => samples.length > 0);
  const folders = [...events, { name: 'documented bodies', samples: bodyEvents() }];

  test.each(folders)('of $name makes no line that looks like ours', async ({ samples }) => {
    for (const { file, event } of samples) {
      for await (const [way, content, format] of messagesUnderAttack(event, lines)) {
        expect(fakedLines(content), `${file} ${way} ${format}`).toEqual([]);
      }
    }
  });

  test.each(folders)('of $name hides no host of a link', async ({ samples }) => {
    for (const { file, event } of samples) {
      for await (const [way, content, format] of messagesUnderAttack(event, links)) {
        expect(hiddenHosts(content, format), `${file} ${way} ${format}`).toEqual([]);
      }
    }
  });
});

describe('what the injection looks for', () => {
  const alarm = { AlarmName: 'a', NewStateValue: 'ALARM', NewStateReason: 'x', AlarmDescription: FAKE_LINES };

  async function alarmIn(format: Format): Promise<string> {
    const [draft] = await attacked(alarm, ['AlarmDescription'], FAKE_LINES);
    if (draft === undefined) throw new Error('Cannot attack the alarm as it is not shown');
    return messagesOf(draft, format).join();
  }

  test.each(FORMATS)('is found in %s once the marks are removed', async (format) => {
    const content = await alarmIn(format);
    expect(content).toContain(TOKEN);
    expect(fakedLines(content)).toEqual([]);
    expect(fakedLines(content.replace(/^> /gm, '')).length).toBeGreaterThan(3);
  });

  test.each(FORMATS)('is found in %s if a circle is left', async (format) => {
    const content = (await alarmIn(format)).replaceAll('●', '🔴');
    expect(fakedLines(content).length).toBeGreaterThan(3);
  });

  test.each([
    ['[Details](https://evil.example/)', 1],
    ['[Details evil.example](https://evil.example/)', 0],
    ['[Details](https://cn-north-1.console.amazonaws.cn/a)', 0],
    ['[Details](http://console.aws.amazon.com/a)', 1],
    ['[Details](https://console.aws.amazon.com.evil.example/)', 1],
    ['https://console.aws.amazon.com@evil.example/', 1],
    ['https://\u0435vil.example/', 1],
    ['https://evil.example/\u202egpj', 1],
    ['见 https://evil.example，谢谢', 0],
  ])('is a link as in %j: %i', (content, count) => {
    expect(hiddenHosts(content, 'markdown')).toHaveLength(count);
  });
});
