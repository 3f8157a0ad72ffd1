import type { Clock } from '../base/clock.js';
import type { Mask } from '../base/known-secrets.js';
import type { Log } from '../base/log.js';
import { createRecentIds } from '../base/recent-ids.js';
import type { Dispatch } from '../domain/delivery.js';
import { createQueueDispatch } from '../queue/enqueue.js';
import type { QueueReader, QueueWriter } from '../queue/queue-client.js';
import { createAccountName } from '../routing/account-name.js';
import { route } from '../routing/route.js';
import type { Routes } from '../routing/rule.js';
import type { DoorSecret } from '../secrets/door.js';
import type { Secrets } from '../secrets/secrets.js';
import { DEFAULT_MAX_BODY_BYTES } from '../sources/http/body-text.js';
import { createInterpret, createInterpretWithTools } from '../sources/interpret.js';
import { readEvent } from '../sources/sources.js';
import { wordsOf } from '../text/words.js';
import { createReadTick, type TickParts } from '../watch/tick.js';
import type { CloudWatch } from '../watch/watched.js';
import { partsOf } from '../wecom/compose/parts.js';
import { createDeliver } from '../wecom/post/deliver.js';
import type { HttpsTransport } from '../wecom/post/https-transport.js';
import { type App, createApp } from './app.js';
import type { Config } from './config.js';
import { createConsumer } from './consumer.js';
import { createDirectDispatch } from './direct.js';
import { createHasRobot } from './has-robot.js';
import { createCheckHeartbeat, createSendHeartbeat } from './heartbeat.js';
import { createOnTick, type OnTick } from './tick.js';
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
  /** Opens one region's CloudWatch. Loaded on use. */
  readonly openCloudWatch?: (region: string) => Promise<CloudWatch>;
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
  const { keys, door, writer, reader, clock, mask, log } = edges;
  const { timeZone, accountNames, routes, queueMaxBytes: maxBytes } = setup;
  const words = wordsOf(setup.language);
  const renderContext = { words, timeZone, accountName: createAccountName(accountNames, routes) };
  const interpret = createInterpret({ renderContext, log });
  const toWecom = () =>
    createDirectDispatch({
      deliver: createDeliver({ ...edges, words }),
      recent: createRecentIds(clock.now),
      clock,
      log,
    });
  const dispatch = writer ? createQueueDispatch({ queue: writer, maxBytes, clock, log }) : toWecom();
  return createApp({
    read: readEvent,
    readContext: {
      interpret: createInterpretWithTools({ renderContext, log, showProgress: setup.showProgress }),
      renderContext,
      tokens: (door ?? keys).httpTokens,
      hasRobot: createHasRobot(door ?? keys, setup),
      showProgress: setup.showProgress,
      maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
    },
    route: (draft, now) => {
      const { notifications, ...routed } = route(draft, setup, now);
      return { ...routed, notifications: notifications.map((one) => withoutSecrets(one, mask)) };
    },
    divide: (notification) => partsOf(notification, words),
    dispatch,
    drain: reader && createConsumer({ ...edges, queue: reader, words, config: setup }),
    onHeartbeat: writer ? createSendHeartbeat({ queue: writer, door, clock, log }) : createCheckHeartbeat(edges),
    onTick: onTickOf(setup, edges, { interpret, words, dispatch }),
    clock,
    mask,
    log,
  });
}

/** Returns the handler of ticks, if this function has what it needs and the setup names a road to tell again of. */
function onTickOf(
  setup: Setup,
  { openCloudWatch, clock, mask, log }: Edges,
  parts: Pick<TickParts, 'interpret' | 'words'> & { readonly dispatch: Dispatch },
): OnTick | undefined {
  const { region, watchTopics: topics, watchAlarmRule: hasAlarmRule } = setup;
  if (!openCloudWatch || (topics.length === 0 && !hasAlarmRule)) return undefined;
  const read = createReadTick({
    ...parts,
    routing: setup,
    roads: { topics, hasAlarmRule },
    region,
    open: openCloudWatch,
  });
  return createOnTick({
    read: async (tick, functionArn) => (await read(tick, functionArn)).map((one) => withoutSecrets(one, mask)),
    dispatch: parts.dispatch,
    clock,
    log,
  });
}
