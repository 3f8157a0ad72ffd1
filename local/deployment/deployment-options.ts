import type { EventInvokeConfig } from '../lambda/asynchronous.js';
import type { BatchOutcome } from '../lambda/event-source-batch.js';
import type { SqsEvent } from '../lambda/event-source-event.js';
import type { StartPool } from '../lambda/pool.js';
import type { TIMEOUT_MS } from '../lambda/timeouts.js';
import type { Refusal } from '../sqs/dispatch.js';
import type { InFlightBlocks } from '../sqs/settings.js';
import type { ScaledTime } from '../time/scaled-time.js';
import type { StandInsOptions } from './stand-ins.js';

/** The functions, by the names that the deployment gives them. */
export type FunctionName = keyof typeof TIMEOUT_MS;

/** The parts of a deployment that differ from one start to the next. */
export interface DeploymentOptions extends Omit<StandInsOptions, 'clock'> {
  /** The folder of the built functions. */
  readonly functionFolder: string;
  /** Name of the secret with the robots' keys. */
  readonly secretId: string;
  /** Name of the secret with the tokens, if they are in another one: `notify` then reads that and not the robots'. */
  readonly tokensSecretId?: string;
  readonly time: ScaledTime;
  /** Numbers of `notify` and `deliver` processes. Default one and two. */
  readonly notifiers?: number;
  readonly consumers?: number;
  /** Timeout of `notify` in its time, milliseconds. Default: as deployed. If time runs fast, a busy machine needs more. */
  readonly notifyTimeoutMs?: number;
  /** Maximum concurrency of the event source mapping. Default 10, as deployed. */
  readonly maximumConcurrency?: number;
  /** Additional settings of both functions. */
  readonly env?: Readonly<Record<string, string>>;
  /** Time that a call of SQS takes, and that a batch takes from the queue into the function, milliseconds. Default 0. */
  readonly sqsLatencyMs?: number;
  readonly handOverMs?: number;
  /** Errors for SQS to return. */
  readonly refusal?: Refusal;
  /** How both queues treat a group of which a message is in flight. Default `group`. */
  readonly inFlightBlocks?: InFlightBlocks;
  /** Asynchronous invocation of `notify`. Default as deployed: records of events that are given up go to `failedEvents`. */
  readonly asynchronous?: EventInvokeConfig;
  /** Sends a heartbeat every five minutes, as deployed. Default false: most tests are about messages. */
  readonly heartbeats?: boolean;
  /** Stands in for CloudWatch, and sends a tick every five minutes, as deployed. Default false. */
  readonly cloudWatch?: boolean;
  /** Starts the environments of a function. Default: as processes of their own. */
  readonly startPool?: StartPool;
  /** Called before and after `deliver` is invoked with each batch. */
  readonly onTaken?: (event: SqsEvent) => void;
  readonly onBatch?: (batch: BatchOutcome) => void;
}
