import { randomUUID } from 'node:crypto';
import { readConfig } from '../src/config.js';
import type { Routes } from '../src/routes/rule.js';
import type { GroupSettings, Happening } from './group-entry.js';
import type { Feed } from './group-feed.js';
import { asJustHappened } from './group-fresh.js';
import { createGroupIds } from './group-ids.js';
import { type Machinery, type MachineryOptions, startMachinery } from './group-machinery.js';
import { countByRobot, itemsOfBatch, replayParked } from './group-queue.js';
import { createReadForView, type ReadForView } from './group-read.js';
import { createSender, type Send, type Sending } from './group-send.js';
import { stormEvents } from './group-storm.js';
import { createTroubles, type Troubles } from './group-troubles.js';
import { watchDelivery } from './group-watch.js';
import { SAMPLE_PEOPLE } from './sample-secret.js';

export interface GroupOptions extends MachineryOptions {
  readonly routes: Routes;
  readonly feed: Feed;
}

/** The deployment on this machine as the page uses it. What happens in it is told to the feed. */
export interface Group extends Troubles {
  readonly settings: GroupSettings;
  readonly send: Send;
  /** What was sent under this number; `undefined` where it is kept no more. */
  readonly sent: (trace: number) => Sending | undefined;
  /** The event as if it had happened just now, with ids of its own. */
  freshen(event: unknown): Promise<unknown>;
  /** A hundred alarms at once. */
  storm(): Promise<void>;
  /** Puts what was parked back on the queue. Resolves to how many. */
  replay(): Promise<number>;
  /** Language and format of the messages to come. */
  configure(settings: GroupSettings): void;
  /** What is read in an event with the settings of now. */
  readonly read: ReadForView;
  /** Ends every process and server. */
  stop(): Promise<void>;
}

/** Starts everything; resolves when it can be sent events. */
export async function startGroup(options: GroupOptions): Promise<Group> {
  const { feed, robots } = options;
  const machinery = await startMachinery(options);
  const { clock, wecom, queue, deadLetters } = machinery;
  let isOver = false;
  // What a stopped group still does is nobody's business: the next one has begun.
  const add = (happening: Happening): void => {
    if (!isOver) feed.add(happening);
  };
  feed.setClock(clock.now, options.settings.speed);
  const { timeZone } = readConfig(options.env);
  feed.add({ kind: 'group', robots, timeZone, people: namesByMobile(), settings: options.settings });
  const tellQueue = createQueueTeller(machinery, add);
  const tell = (happening: Happening): void => {
    add(happening);
    tellQueue();
  };
  const ids = createGroupIds(clock.now);
  watchDelivery({ ...machinery, ids, tell });
  machinery.drain({
    onTaken: (event) => add({ kind: 'taken', items: itemsOfBatch(event, ids.traceOf) }),
    onSettled: tellQueue,
  });
  const chosen = createChosen(options, machinery);
  const { send, sent } = createSender({ ...machinery, ids, tell, read: chosen.read });
  return {
    ...createTroubles(wecom.faults, clock.now, add),
    ...{ send, sent, read: chosen.read },
    get settings() {
      return chosen.settings();
    },
    freshen: async (event) => {
      const { notifications } = await chosen.read(event, randomUUID());
      const shiftMs = clock.now() - (notifications[0]?.occurredAt ?? clock.now());
      return JSON.parse(asJustHappened(JSON.stringify(event), shiftMs));
    },
    storm: async () => {
      const events = stormEvents(clock.now());
      for (const [index, event] of events.entries())
        if (!isOver) await send({ event, via: 'storm', label: `${index + 1}/${events.length}` });
    },
    replay: async () => {
      const replayed = await replayParked(deadLetters, queue);
      tellQueue();
      return replayed;
    },
    configure: chosen.configure,
    stop: () => {
      isOver = true;
      return machinery.stop();
    },
  };
}

/** Language and format: what the functions have, and what events are read with for the page. */
function createChosen({ settings: first, env, routes, feed }: GroupOptions, { clock, configure }: Machinery) {
  const readWith = ({ language, format }: GroupSettings): ReadForView => {
    const config = readConfig({ ...env, MESSAGE_LANGUAGE: language, MESSAGE_FORMAT: format });
    return createReadForView({ ...config, routes }, clock);
  };
  let settings = first;
  let read = readWith(first);
  return {
    settings: () => settings,
    read: ((event, requestId) => read(event, requestId)) satisfies ReadForView,
    configure: (next: GroupSettings): void => {
      settings = next;
      read = readWith(next);
      configure(next);
      feed.add({ kind: 'settings', settings });
    },
  };
}

/** Tells the feed how many messages wait and how many are parked, where that has changed. */
function createQueueTeller({ queue, deadLetters }: Machinery, tell: (happening: Happening) => void): () => void {
  let told = '';
  return () => {
    const counts = { waiting: countByRobot(queue), parked: countByRobot(deadLetters) };
    const now = JSON.stringify(counts);
    if (now !== told) tell({ kind: 'queue', ...counts });
    told = now;
  };
}

function namesByMobile(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(SAMPLE_PEOPLE).map(([name, mobile]) => [mobile, name]));
}
