import { at, numberAt, textAt } from '../../src/base/json.js';
import { FORMATS } from '../../src/domain/notification.js';
import { LANGUAGES } from '../../src/text/words.js';
import { type GroupSettings, SPEEDS } from '../group/entry.js';
import type { Group } from '../group/group.js';
import { SummaryTooSoonError } from '../group/summary-now.js';
import type { GroupHost } from './host.js';
import { sampleEvent } from './samples.js';

/** A request of the page that makes no sense. `message` says why. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}

/**
 * Does what a button asks for. The page learns the result from the feed.
 * @throws {ActionError} If the request is invalid.
 */
type GroupAction = (group: Group, asked: unknown) => unknown;

const GROUP_ACTIONS: Readonly<Record<string, GroupAction>> = {
  '/api/send': send,
  '/api/again': again,
  '/api/storm': (group) => void group.storm(),
  '/api/stay': (group, asked) => group.stay(at(asked, 'on') === true),
  '/api/summary': summary,
  '/api/outage': (group, asked) => group.outage(at(asked, 'on') === true),
  '/api/key': (group, asked) => group.wrongKey(textAt(asked, 'robot') ?? '', at(asked, 'on') === true),
  '/api/replay': (group) => group.replay(),
};

const HOST_ACTIONS: Readonly<Record<string, (host: GroupHost, asked: unknown) => Promise<void>>> = {
  '/api/restart': (host) => host.restart(),
  '/api/settings': (host, asked) => host.choose(settingsIn(asked)),
};

/** Returns the action of the button at this path, or `undefined` if there is none. */
export function actionAt(path: string): ((host: GroupHost, asked: unknown) => Promise<void>) | undefined {
  if (Object.hasOwn(HOST_ACTIONS, path)) return HOST_ACTIONS[path];
  const action = Object.hasOwn(GROUP_ACTIONS, path) ? GROUP_ACTIONS[path] : undefined;
  return action && (async (host, asked) => void (await action(await host.current(), asked)));
}

/** Has the summary told now. */
async function summary(group: Group): Promise<void> {
  try {
    await group.tellSummary();
  } catch (cause) {
    if (cause instanceof SummaryTooSoonError) throw new ActionError(cause.message, { cause });
    throw cause;
  }
}

async function send(group: Group, asked: unknown): Promise<void> {
  const file = textAt(asked, 'file');
  const event = file === undefined ? pasted(asked) : await sampleEvent(file);
  if (event === undefined) throw new ActionError(`Cannot send ${file ?? 'nothing'} as there is no such sample`);
  const sent = at(asked, 'fresh') === false ? event : await group.freshen(event);
  void group.send({ event: sent, via: file ? 'sample' : 'paste', label: file ?? '' });
}

/** Sends the same event again, as if it had just happened. */
async function again(group: Group, asked: unknown): Promise<void> {
  const trace = numberAt(asked, 'trace') ?? 0;
  const sent = group.sent(trace);
  if (!sent) throw new ActionError(`Cannot send event ${trace} again as it is no longer kept`);
  void group.send({ ...sent, event: await group.freshen(sent.event) });
}

/** Parses JSON. Any text that does not begin like JSON is the text of a plain invocation. */
function pasted(asked: unknown): unknown {
  const text = at(asked, 'text');
  if (typeof text !== 'string' || text.trim() === '') throw new ActionError('Cannot send the event as it is empty');
  if (!/^\s*[{["]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ActionError(`Cannot send the event as it is not JSON: ${String(cause)}`, { cause });
  }
}

function settingsIn(asked: unknown): Partial<GroupSettings> {
  const language = LANGUAGES.find((one) => one === at(asked, 'language'));
  const format = FORMATS.find((one) => one === at(asked, 'format'));
  const speed = SPEEDS.find((one) => one === at(asked, 'speed'));
  const graph = at(asked, 'graph');
  return {
    ...(language && { language }),
    ...(format && { format }),
    ...(speed && { speed }),
    ...(typeof graph === 'boolean' && { graph }),
  };
}
