import { randomUUID } from 'node:crypto';
import { readConfig } from '../../src/app/config.js';
import type { Routes } from '../../src/routing/rule.js';
import type { Deployment } from '../deployment/deployment.js';
import { shiftToNow } from '../samples/shift-to-now.js';
import { SAMPLE_PEOPLE } from '../secrets-manager/sample-secret.js';
import { scaledTime } from '../time/scaled-time.js';
import { createAlarmMirror } from './alarm-mirror.js';
import type { GroupSettings, Happening, KeptMessage } from './entry.js';
import type { Feed } from './feed.js';
import { createFlapping } from './flapping.js';
import { createGroupIds } from './ids.js';
import { type MachineryOptions, startMachinery, WATCHED, wordingOf } from './machinery.js';
import { countByRobot, createShownOnQueue, itemsOfBatch, replayParked } from './queue.js';
import { createReadForView, type ReadForView } from './read.js';
import { writeRules } from './rules.js';
import { createSender, type Send, type Sending } from './send.js';
import { createStaying } from './staying.js';
import { stormEvents } from './storm.js';
import { createSummaryNow } from './summary-now.js';
import { createTroubles, type Troubles } from './troubles.js';
import { watchDelivery } from './watch.js';

/** The choices that a group starts with. */
export interface GroupOptions extends Pick<MachineryOptions, 'functionFolder' | 'robots' | 'env' | 'settings'> {
  readonly routes: Routes;
  readonly feed: Feed;
  /** The messages of earlier groups, oldest first. Default: none. */
  readonly kept?: readonly KeptMessage[];
  /** The number of the first message. Default 1. */
  readonly firstNumber?: number;
}

/** The deployment on this machine as the page uses it. Everything that happens in it goes to the feed. */
export interface Group extends Troubles {
  /** Returns the current settings. */
  settings(): GroupSettings;
  readonly send: Send;
  /** Has the function answer a visit to one of its pages, which is no event of the group's. */
  visit(event: unknown): Promise<unknown>;
  /** Returns the event sent under this number, or `undefined` if it is no longer kept. */
  readonly sent: (trace: number) => Sending | undefined;
  /** Resolves to the event as if it had just happened, with ids of its own. */
  freshen(event: unknown): Promise<unknown>;
  /** Sends a storm, one event right after the other. Default: a hundred alarms and recoveries. */
  storm(eventsAt?: (now: number) => readonly unknown[]): Promise<void>;
  /** Lets an alarm change its state again and again, or ends that. */
  readonly flap: (on: boolean) => void;
  /** Raises an alarm that stays in ALARM, or has it recover. */
  readonly stay: (on: boolean) => void;
  /** Has the summary told now. Rejects if one was told in the last five minutes. */
  readonly tellSummary: () => Promise<void>;
  /** Puts the parked messages back on the queue. Resolves to their number. */
  replay(): Promise<number>;
  /** Sets language and format of the messages to come. */
  configure(settings: GroupSettings): void;
  /** Reads an event with the current settings. */
  readonly read: ReadForView;
  /** Ends every process and server. */
  stop(): Promise<void>;
}

/** Starts everything. Resolves once it can receive events. */
export async function startGroup(options: GroupOptions): Promise<Group> {
  const { functionFolder, feed, robots, routes, settings, kept = [], firstNumber = 1 } = options;
  const time = scaledTime(settings.speed);
  const { now } = time.clock;
  feed.setClock(now, settings.speed);
  const { timeZone } = readConfig(options.env);
  feed.add({ kind: 'group', robots, settings, people: namesByMobile(), timeZone, kept });
  let isOver = false;
  const add = (happening: Happening): void => {
    // A stopped group may still produce entries, but the next one has begun: they are ignored.
    if (!isOver) feed.add(happening);
  };
  const ids = createGroupIds(now);
  const onQueue = createShownOnQueue();
  await writeRules(functionFolder, routes);
  const deployment = await startMachinery({
    ...{ ...options, time },
    onTaken: (event) => {
      onQueue.taken(event);
      const items = itemsOfBatch(event, ids.traceOf);
      if (items.length > 0) add({ kind: 'taken', items });
    },
    onBatch: () => tellQueue(),
  });
  const tellQueue = createQueueTeller(deployment, onQueue.isShown, add);
  const tell = (happening: Happening): void => {
    add(happening);
    tellQueue();
  };
  watchDelivery({ ...deployment, ids, tell, firstNumber, onShown: onQueue.shown });
  const chosen = createChosen(options, deployment, add);
  const mirror = deployment.cloudWatch && createAlarmMirror(deployment.cloudWatch.alarms);
  const { send, sent } = createSender({ ...deployment, ids, tell, read: chosen.read, onRead: mirror });
  const flapping = createFlapping({ send, clock: time.clock, tell });
  return {
    ...createTroubles(deployment.wecom.faults, now, add),
    ...chosen,
    ...{ send, sent, visit: deployment.notify },
    freshen: async (event) => {
      const { notifications } = await chosen.read(event, randomUUID());
      return shiftToNow(event, { now: now(), happenedAt: notifications[0]?.occurredAt });
    },
    stay: createStaying({ send, now, tell }),
    tellSummary: createSummaryNow({
      ...{ routes, now, notify: deployment.notify },
      deploy: async (rules) => {
        await writeRules(functionFolder, rules);
        chosen.redeploy();
      },
    }),
    flap: flapping.flap,
    storm: async (eventsAt = stormEvents) => {
      const events = eventsAt(now());
      for (const [index, event] of events.entries())
        if (!isOver) await send({ event, via: 'storm', label: `${index + 1}/${events.length}` });
    },
    replay: async () => {
      const replayed = await replayParked(deployment.deadLetters, deployment.queue);
      tellQueue();
      return replayed;
    },
    stop: () => {
      isOver = true;
      flapping.stop();
      return deployment.close();
    },
  };
}

/** Creates the choice of language and format, used by the functions and for reading events for the page. */
function createChosen(
  { settings: first, env, routes }: GroupOptions,
  { configure, time }: Deployment,
  tell: (happening: Happening) => void,
): Pick<Group, 'settings' | 'read' | 'configure'> & { readonly redeploy: () => void } {
  const readWith = (settings: GroupSettings): ReadForView =>
    createReadForView({ ...readConfig({ ...env, ...wordingOf(settings) }), routes }, time.clock);
  let settings = first;
  let read = readWith(first);
  // Other variables, even the same ones, mean new environments.
  const redeploy = (): void => configure({ ...WATCHED, ...env, ...wordingOf(settings) });
  return {
    redeploy,
    settings: () => settings,
    read: (event, requestId) => read(event, requestId),
    configure: (next) => {
      settings = next;
      read = readWith(next);
      redeploy();
      tell({ kind: 'settings', settings });
    },
  };
}

/** Creates a function that tells the feed how many messages wait and how many are parked, if that has changed. */
function createQueueTeller(
  { queue, deadLetters }: Deployment,
  isShown: (messageId: string) => boolean,
  tell: (happening: Happening) => void,
): () => void {
  let told = '';
  return () => {
    const counts = { waiting: countByRobot(queue, isShown), parked: countByRobot(deadLetters) };
    const now = JSON.stringify(counts);
    if (now !== told) tell({ kind: 'queue', ...counts });
    told = now;
  };
}

function namesByMobile(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(SAMPLE_PEOPLE).map(([name, mobile]) => [mobile, name]));
}
