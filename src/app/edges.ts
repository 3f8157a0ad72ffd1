import type { Clock } from '../base/clock.js';
import type { Mask } from '../base/known-secrets.js';
import type { Log } from '../base/log.js';
import type { QueueReader, QueueWriter } from '../queue/sqs/queue-client.js';
import type { Routes } from '../routing/rule.js';
import type { DoorSecret } from '../secrets/door.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Logs } from '../watch/logs.js';
import type { Watch } from '../watch/watch.js';
import type { HttpsTransport } from '../wecom/post/https-transport.js';
import type { App } from './app.js';
import type { Config } from './config.js';
import type { LookUpFile } from './look-up/look-ups.js';

/** The settings and rules that an app is wired by. */
export interface Setup extends Config {
  readonly routes: Routes;
}

/** The connections to the outside world that every app has. */
interface CommonEdges {
  /** Loads what needs CloudWatch, and no message. */
  readonly openWatch?: () => Promise<Watch>;
  /** Loads the look-ups, and no message that lacks nothing. */
  readonly openLookUps?: () => Promise<LookUpFile>;
  readonly clock: Clock;
  /** Masks the secrets that the process has read, in what is answered, thrown, queued and said beside a message's content. */
  readonly mask: Mask;
  readonly log: Log;
}

/** Those of an app that posts to WeCom. */
interface PostingEdges extends CommonEdges {
  readonly transport: Pick<HttpsTransport, 'post' | 'check'>;
  readonly keys: Omit<Secrets, 'warm'>;
  /** Loads what needs CloudWatch Logs, and no message. */
  readonly openLogs?: () => Promise<Logs>;
  /** Returns a number from 0 (included) to 1 (excluded). */
  readonly random: () => number;
}

/** Those of an app that reads events. */
export interface ReadingEdges extends CommonEdges {
  readonly keys: Pick<Secrets, 'tokensAtHand' | 'httpTokens' | 'hasRobot'>;
  /** Set if the HTTP tokens are in a secret of their own. */
  readonly door?: Omit<DoorSecret, 'warm'> | undefined;
  /** Resolves to how many messages are parked. */
  readonly readParked?: (() => Promise<number>) | undefined;
  /** Returns the account of the function. `undefined` if it is not known. */
  readonly ownAccount?: () => string | undefined;
}

/** Those of `notify`, which reads events and queues. */
export interface NotifyEdges extends ReadingEdges {
  /** Prepares at the first heartbeat what the first event that is no alarm needs. */
  readonly prepare?: () => Promise<unknown>;
  readonly writer: QueueWriter;
}

/** Those of `deliver`, which drains the queue to WeCom. */
export interface DeliverEdges extends PostingEdges {
  readonly reader: QueueReader;
  /** Tells an event that does not come from the queue, and waits for the answer of WeCom. */
  readonly tellDirectly: App;
}

/** Those of a function without a queue, which posts what it reads. */
export interface DirectEdges extends ReadingEdges, PostingEdges {
  readonly keys: PostingEdges['keys'];
}
