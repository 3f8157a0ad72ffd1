import { at, numberAt, textAt } from '../../src/base/json.js';
import { quote } from '../../src/base/quote.js';
import { FORMATS } from '../../src/domain/format.js';
import { LANGUAGES } from '../../src/text/words.js';
import { type GroupSettings, SPEEDS } from '../group/entry.js';
import type { Group } from '../group/group.js';
import { MAX_STORM_SIZE, STORM_MIXES, STORM_SIZE, type StormMix, stormEvents } from '../group/storm.js';
import { SummaryTooSoonError } from '../group/summary-now.js';
import { ActionError } from './action-error.js';
import type { GroupHost } from './host.js';
import { manySamples, sampleEvent } from './samples.js';

/**
 * Does what a button asks for. The page learns the result from the feed.
 * @throws {ActionError} If the request is invalid.
 */
type GroupAction = (group: Group, asked: unknown) => unknown;

const GROUP_ACTIONS: Readonly<Record<string, GroupAction>> = {
  '/api/send': send,
  '/api/again': again,
  '/api/storm': storm,
  '/api/flap': (group, asked) => group.flap(at(asked, 'on') === true),
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
    if (cause instanceof SummaryTooSoonError) throw new ActionError(cause.message, 'summaryTooSoon', {}, { cause });
    throw cause;
  }
}

/** Sends a storm of the chosen size and mix. The page need not wait for its end. */
async function storm(group: Group, asked: unknown): Promise<void> {
  const [count, mix] = [stormSizeIn(asked), stormMixIn(asked)];
  const samples = mix === 'services' ? await manySamples(count, group.freshen) : [];
  void group.storm((now) => (mix === 'services' ? samples : stormEvents(now, count, mix === 'mixed')));
}

function stormSizeIn(asked: unknown): number {
  const [size, min, max] = [at(asked, 'count') ?? STORM_SIZE, 1, MAX_STORM_SIZE];
  if (typeof size === 'number' && Number.isInteger(size) && size >= min && size <= max) return size;
  const rule = `Cannot send a storm as its size must be ${min} to ${max}: current value is ${quote(size)}`;
  throw new ActionError(rule, 'stormSize', { min, max });
}

function stormMixIn(asked: unknown): StormMix {
  const name = at(asked, 'mix') ?? 'mixed';
  const mix = STORM_MIXES.find((one) => one === name);
  if (mix !== undefined) return mix;
  const mixes = STORM_MIXES.join(', ');
  const rule = `Cannot send a storm as its mix must be one of ${mixes}: current value is ${quote(name)}`;
  throw new ActionError(rule, 'stormMix', { mixes });
}

async function send(group: Group, asked: unknown): Promise<void> {
  const file = textAt(asked, 'file');
  const event = file === undefined ? pasted(asked) : await sampleEvent(file);
  if (event === undefined)
    throw new ActionError(`Cannot send ${file ?? 'nothing'} as there is no such sample`, 'noSample', {
      file: file ?? '',
    });
  const sent = at(asked, 'fresh') === false ? event : await group.freshen(event);
  void group.send({ event: sent, via: file ? 'sample' : 'paste', label: file ?? '' });
}

/** Sends the same event again, as if it had just happened. */
async function again(group: Group, asked: unknown): Promise<void> {
  const trace = numberAt(asked, 'trace') ?? 0;
  const sent = group.sent(trace);
  if (!sent) throw new ActionError(`Cannot send event ${trace} again as it is no longer kept`, 'noEvent', { trace });
  void group.send({ ...sent, event: await group.freshen(sent.event) });
}

/** Parses JSON. Any text that does not begin like JSON is the text of a plain invocation. */
function pasted(asked: unknown): unknown {
  const text = at(asked, 'text');
  if (typeof text !== 'string' || text.trim() === '')
    throw new ActionError('Cannot send the event as it is empty', 'empty', {});
  if (!/^\s*[{["]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ActionError(`Cannot send the event as it is not JSON: ${why}`, 'notJson', { why }, { cause });
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
