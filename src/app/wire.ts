import type { Clock } from '../base/clock.js';
import type { Mask } from '../base/known-secrets.js';
import type { Log } from '../base/log.js';
import { createRecentIds } from '../base/recent-ids.js';
import { createQueueDispatch } from '../queue/enqueue.js';
import type { QueueReader, QueueWriter } from '../queue/queue-client.js';
import { createAccountName } from '../routing/account-name.js';
import { remindersFor } from '../routing/reminders-for.js';
import { route } from '../routing/route.js';
import type { Routes } from '../routing/rule.js';
import { toldTo } from '../routing/told-to.js';
import type { DoorSecret } from '../secrets/door.js';
import type { Secrets } from '../secrets/secrets.js';
import { DEFAULT_MAX_BODY_BYTES } from '../sources/http/body-text.js';
import { createInterpret, createInterpretWithTools } from '../sources/interpret.js';
import { readEvent } from '../sources/sources.js';
import { wordsOf } from '../text/words.js';
import { createAckAddress, withAckLink } from '../watch/ack/with-ack-link.js';
import type { Logs } from '../watch/logs.js';
import type { OnTickParts, Watch } from '../watch/watch.js';
import { partsOf } from '../wecom/compose/parts.js';
import { createDeliver } from '../wecom/post/deliver.js';
import type { HttpsTransport } from '../wecom/post/https-transport.js';
import { type App, createApp } from './app.js';
import type { Config } from './config.js';
import { createConsumer } from './consumer.js';
import { createDirectDispatch } from './direct.js';
import { createHasRobot } from './has-robot.js';
import { createCheckHeartbeat, createSendHeartbeat } from './heartbeat.js';
import type { LookUpFile } from './look-ups.js';
import { createOnTick, type OnTick } from './tick.js';
import { createVisits } from './visits.js';
import { addTagsOf, lookUpsOf, wantsTagsOf } from './wire-look-ups.js';
import { createWithGraph, withoutPlot } from './with-graph.js';
import { withoutSecrets } from './without-secrets.js';

/** The app's connections to the outside world. */
export interface Edges {
  readonly transport: Pick<HttpsTransport, 'post' | 'check'>;
  readonly keys: Omit<Secrets, 'warm'>;
  /** Set if the HTTP tokens are in a secret of their own. */
  readonly door?: Omit<DoorSecret, 'warm'> | undefined;
  /** Set if this function is `notify`, which queues. */
  readonly writer?: QueueWriter | undefined;
  /** Set if this function is `deliver`, the queue's consumer. */
  readonly reader?: QueueReader | undefined;
  /** Resolves to how many messages are parked. Set if this function is `notify`. */
  readonly readParked?: (() => Promise<number>) | undefined;
  /** Loads what needs CloudWatch, and no message. */
  readonly openWatch?: () => Promise<Watch>;
  /** Loads what needs CloudWatch Logs, and no message. */
  readonly openLogs?: () => Promise<Logs>;
  /** Loads the look-ups, and no message that lacks nothing. */
  readonly openLookUps?: () => Promise<LookUpFile>;
  /** Returns the account of the function. `undefined` if it is not known. */
  readonly ownAccount?: () => string | undefined;
  readonly clock: Clock;
  /** Returns a number from 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Masks the secrets that the process has read, in what is answered, thrown, queued and said beside a message's content. */
  readonly mask: Mask;
  readonly log: Log;
}

/** The settings and rules that the app is wired by. */
export interface Setup extends Config {
  readonly routes: Routes;
}

/** Wires the app that the setup asks for: to the queue, from the queue, or with no queue straight to WeCom. */
export function wireApp(setup: Setup, edges: Edges): App {
  const { keys, door, writer, reader, ownAccount = () => undefined, clock, mask, log } = edges;
  const { timeZone, accountNames, routes, queueMaxBytes: maxBytes } = setup;
  const words = wordsOf(setup.language);
  const renderContext = { words, timeZone, accountName: createAccountName(accountNames, routes) };
  const interpret = createInterpret({ renderContext, log });
  const lookUps = lookUpsOf(setup, edges, words);
  const toWecom = () =>
    createDirectDispatch({
      deliver: createDeliver({ ...edges, words }),
      lookUps,
      recent: createRecentIds(clock.now),
      clock,
      log,
    });
  const address = createAckAddress({
    url: setup.ackUrl,
    topics: setup.watchTopics,
    region: setup.region,
    tokens: (door ?? keys).tokensAtHand,
  });
  // Only what is queued can be followed.
  const withGraph = writer ? createWithGraph({ ownAccount, timeZone, log }) : withoutPlot;
  const dispatch = writer ? createQueueDispatch({ queue: writer, maxBytes, clock, log }) : toWecom();
  return createApp({
    read: readEvent,
    readContext: {
      interpret: createInterpretWithTools({ renderContext, log, showProgress: setup.showProgress }),
      renderContext,
      tokens: (door ?? keys).httpTokens,
      hasRobot: createHasRobot(door ?? keys, setup),
      showProgress: setup.showProgress,
      ack: createVisits(setup, { ...edges, interpret, words, tokens: (door ?? keys).httpTokens }),
      maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
    },
    addTags: addTagsOf(setup, edges),
    route: (draft, now) => {
      const { notifications, ...routed } = route(draft, setup, now);
      return {
        ...routed,
        notifications: notifications.map((one) => withAckLink(withoutSecrets(withGraph(one), mask), address, words)),
      };
    },
    divide: (notification) => partsOf(notification, words),
    dispatch,
    drain: reader && createConsumer({ ...edges, queue: reader, lookUps, words, config: setup }),
    onHeartbeat: writer ? createSendHeartbeat({ queue: writer, door, clock, log }) : createCheckHeartbeat(edges),
    onTick: onTickOf(setup, edges, { interpret, words, address, dispatch }),
    clock,
    mask,
    log,
  });
}

/** Returns the handler of ticks, if this function has what it needs and the setup names a road to tell again of. */
function onTickOf(
  setup: Setup,
  { openWatch, readParked, clock, mask, log }: Edges,
  { dispatch, ...parts }: Pick<OnTickParts, 'interpret' | 'words' | 'address' | 'dispatch'>,
): OnTick | undefined {
  const { watchTopics: topics, watchAlarmRule: hasAlarmRule } = setup;
  if (!openWatch || (topics.length === 0 && !hasAlarmRule)) return undefined;
  return createOnTick({
    ...setup,
    ...parts,
    openWatch,
    remindersFor: (draft, now) => remindersFor(draft, setup, now),
    route: (draft, now) => route(draft, setup, now),
    toldTo: (draft, now) => toldTo(draft, setup, now),
    routing: setup,
    readParked,
    hasForeign: setup.watchForeign,
    roads: { topics, hasAlarmRule },
    wantsTags: wantsTagsOf(setup),
    readsAcks: setup.watchAcks,
    dispatch: (told, deadlineMs) =>
      dispatch(
        told.map((one) => withoutSecrets(one, mask)),
        deadlineMs,
      ),
    clock,
    log,
  });
}
