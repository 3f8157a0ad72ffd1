import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { startEventSourceMapping } from '../../local/lambda/event-source-mapping.js';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { fifoQueueSettings } from '../../local/sqs/settings.js';
import { seededRandom } from '../../local/wecom/seeded-random.js';
import { createWecomService } from '../../local/wecom/service.js';
import { readConfig } from '../../src/app/config.js';
import { wireDeliver } from '../../src/app/wire-deliver.js';
import { wireNotify } from '../../src/app/wire-notify.js';
import type { Clock } from '../../src/base/clock.js';
import { createKnownSecrets } from '../../src/base/known-secrets.js';
import { createLog } from '../../src/base/log.js';
import { createQueueReader, createQueueWriter } from '../../src/queue/sqs/sqs.js';
import { NO_ROUTES } from '../../src/routing/rule.js';
import { createReadSecret } from '../../src/secrets/read-secret.js';
import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import { createSecrets } from '../../src/secrets/secrets.js';
import type { HttpsTransport } from '../../src/wecom/post/https-transport.js';
import { createEnvironments } from './environments.js';
import { CountedQueue, createInProcessSqs, queueUrl } from './in-process-sqs.js';
import { countLine, countRequest, type Meter } from './meter.js';

/** WeCom answers from China, and Secrets Manager in the region, in about this time, milliseconds. */
const WECOM_MS = 150;
const SECRET_MS = 20;
/** Time in which Lambda takes a batch from the queue into the function: published by others, median. */
const HAND_OVER_MS = 28;
const TIMEOUT_MS = { notify: 29_000, deliver: 60_000 } as const;
const RETENTION_MS = 14 * 24 * 60 * 60_000;
const SECRET_ID = 'wecomrobot';

/** The name of a robot by its number. */
export function robotName(number: number): string {
  return number === 0 ? 'default' : `group-${number}`;
}

/** Both functions with the queue between them. */
export interface SimulatedDeployment {
  /** Has Lambda invoke `notify` with an event. */
  notify(event: object): Promise<unknown>;
  /** Resolves once the queue is empty and the functions have ended. */
  close(): Promise<void>;
}

/**
 * Starts the deployment in this process: our apps as the functions wire them, the queue and its mapping of `local/`, and a WeCom
 * that allows 20 messages a minute. No feature is on.
 */
export function startDeployment(robots: number, meter: Meter, clock: Clock): SimulatedDeployment {
  const keys = Array.from({ length: robots }, (_, number) => [robotName(number), sampleKey(number + 1)] as const);
  const deadLetters = new CountedQueue(
    fifoQueueSettings({ name: 'dead.fifo', retentionMs: RETENTION_MS }),
    clock,
    meter,
  );
  const queue = new CountedQueue(
    fifoQueueSettings({
      name: 'notify.fifo',
      retentionMs: RETENTION_MS,
      visibilityTimeoutMs: 90_000,
      deadLetter: { queue: deadLetters, maxReceiveCount: 1000 },
    }),
    clock,
    meter,
  );
  const sqs = createInProcessSqs([queue, deadLetters], meter, clock);
  const config = readConfig({ AWS_REGION: 'us-east-1', ROBOT_SECRET_ID: SECRET_ID, SERVICE_NAME: 'wecomrobot-prod' });
  const transport = createTransport(keys, meter, clock);
  const random = seededRandom(2);
  const secretText = JSON.stringify({ robots: Object.fromEntries(keys) });
  const edges = () => {
    const known = createKnownSecrets();
    let requestId = '';
    const log = createLog(
      (line) => countLine(meter, line),
      clock.now,
      config.service,
      () => ({ requestId }),
      known.mask,
    );
    const secrets = createSecrets({
      readSecret: createReadSecret(createSecretClient(secretText, meter, clock), SECRET_ID, config.region),
      parse: (text) => parseRobotSecret(text, SECRET_ID, config.wecomBaseUrl),
      known,
      clock,
      log,
    });
    const note = (id: string): void => {
      requestId = id;
    };
    return { keys: secrets, clock, random, mask: known.mask, log, note };
  };
  const notify = createEnvironments({
    ...{ name: 'notify', timeoutMs: TIMEOUT_MS.notify, meter, clock },
    open: async () => {
      // Without HTTP tokens to compare, notify may read no secret.
      const opened = edges();
      const setup = { ...config, robotSecretId: '', routes: NO_ROUTES };
      const app = wireNotify(setup, { ...opened, writer: createQueueWriter(sqs, queueUrl(queue)) });
      return (event, invocation) => {
        opened.note(invocation.requestId);
        return app(event, invocation);
      };
    },
  });
  const deliver = createEnvironments({
    ...{ name: 'deliver', timeoutMs: TIMEOUT_MS.deliver, meter, clock },
    open: async () => {
      const opened = edges();
      await opened.keys.warm();
      const reader = createQueueReader(sqs, queueUrl(queue), queueUrl(deadLetters), clock.now);
      const app = wireDeliver(config, { ...opened, transport, reader, tellDirectly: refuseDirect });
      return (event, invocation) => {
        opened.note(invocation.requestId);
        return app(event, invocation);
      };
    },
  });
  const mapping = startEventSourceMapping({
    queue,
    invoke: async (event) => {
      await clock.sleep(HAND_OVER_MS);
      return deliver(event);
    },
    onBatch: ({ deleted }) => {
      if (deleted.length > 0) countRequest(meter, 'DeleteMessageBatch of Lambda');
    },
    clock,
  });
  return {
    notify,
    close: async () => {
      while (queue.messages().length > 0) await clock.sleep(1000);
      await mapping.stop();
      if (deadLetters.messages().length > 0) throw new Error('Cannot count as messages were parked');
    },
  };
}

async function refuseDirect(): Promise<never> {
  throw new Error('Cannot tell directly as everything comes by the queue');
}

function createSecretClient(text: string, meter: Meter, clock: Clock): Parameters<typeof createReadSecret>[0] {
  const send = async (): Promise<object> => {
    meter.secretReads += 1;
    await clock.sleep(SECRET_MS);
    return { SecretString: text };
  };
  // As for SQS: one command of many signatures.
  return () => ({ send: send as unknown as SecretsManagerClient['send'] });
}

/** Creates the connection to a WeCom in this process. */
function createTransport(
  keys: readonly (readonly [string, string])[],
  meter: Meter,
  clock: Clock,
): Pick<HttpsTransport, 'post' | 'check'> {
  const names = Object.fromEntries(keys.map(([robot, key]) => [key, robot]));
  const service = createWecomService({ keys: names, window: 'both' }, clock);
  return {
    check: async () => {},
    post: async (key, json) => {
      const admission = service.robots.admit(key.reveal());
      await clock.sleep(WECOM_MS);
      const { answer } = service.send(admission, json);
      admission.done();
      if (service.shown.length > 0) meter.shown += 1;
      else meter.refused += 1;
      service.shown.length = 0;
      service.attempts.length = 0;
      return { kind: 'reply', httpStatus: 200, body: JSON.stringify(answer) };
    },
  };
}
