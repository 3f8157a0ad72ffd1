import { at, isObject, numberAt, textAt } from '../src/json.js';
import { LANGUAGES } from '../src/text/words.js';
import { type GroupSettings, SPEEDS } from './group-entry.js';
import type { GroupHost } from './start-host.js';
import { sampleEvent } from './start-samples.js';

const FORMATS = ['text', 'markdown', 'markdown_v2'] as const;

/** What the page asked for makes no sense; `message` says what. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}

/** Does what a button asks for. What comes of it the page hears by the feed. @throws ActionError */
type Action = (host: GroupHost, asked: unknown) => unknown;

/** What the page's buttons do, by path. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['/api/send', send],
  ['/api/again', again],
  ['/api/storm', ({ group }) => void group.storm()],
  ['/api/outage', ({ group }, asked) => group.outage(at(asked, 'on') === true)],
  ['/api/key', ({ group }, asked) => group.wrongKey(textAt(asked, 'robot') ?? '', at(asked, 'on') === true)],
  ['/api/replay', ({ group }) => group.replay()],
  ['/api/restart', (host) => host.restart()],
  ['/api/settings', (host, asked) => host.choose(settingsFrom(asked, host.group.settings))],
]);

async function send({ group }: GroupHost, asked: unknown): Promise<void> {
  const file = textAt(asked, 'file');
  const event = file === undefined ? pasted(asked) : await sampleEvent(file);
  if (event === undefined) throw new ActionError(`Cannot send ${file ?? 'nothing'} as there is no such sample`);
  const sent = at(asked, 'fresh') === false ? event : await group.freshen(event);
  void group.send({ event: sent, via: file ? 'sample' : 'paste', label: file ?? labelOf(asked) });
}

/** The same event once more, as if it had happened just now. */
async function again({ group }: GroupHost, asked: unknown): Promise<void> {
  const trace = numberAt(asked, 'trace') ?? 0;
  const sent = group.sent(trace);
  if (!sent) throw new ActionError(`Cannot send event ${trace} again as it is kept no more`);
  void group.send({ ...sent, event: await group.freshen(sent.event) });
}

/** JSON as it is; anything that does not begin like JSON is a plain invocation's text. */
function pasted(asked: unknown): unknown {
  const text = at(asked, 'text');
  if (typeof text !== 'string' || text.trim() === '') throw new ActionError('Cannot send the event as it is empty');
  if (!/^\s*[{["]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ActionError(`Cannot send the event as it is no JSON: ${String(cause)}`, { cause });
  }
}

function labelOf(asked: unknown): string {
  return textAt(asked, 'label')?.slice(0, 80) ?? '';
}

function settingsFrom(asked: unknown, now: GroupSettings): GroupSettings {
  if (!isObject(asked)) return now;
  return {
    language: LANGUAGES.find((one) => one === asked['language']) ?? now.language,
    format: FORMATS.find((one) => one === asked['format']) ?? now.format,
    speed: SPEEDS.find((one) => one === asked['speed']) ?? now.speed,
  };
}
