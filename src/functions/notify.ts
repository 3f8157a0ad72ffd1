import { rehearse } from '../app/warm-up/rehearsal.js';
import { rehearsedAlarm } from '../app/warm-up/rehearsed-alarm.js';
import { rehearsedEvents } from '../app/warm-up/rehearsed-events.js';
import { warmUp } from '../app/warm-up/warm-up.js';
import { wireNotify } from '../app/wire-notify.js';
import { createSilentSqs, createSqs } from '../aws/clients.js';
import type { QueueWriter } from '../queue/sqs/queue-client.js';
import { createQueueReader, createQueueWriter } from '../queue/sqs/sqs.js';
import { openDoor } from './door.js';
import { openFunction } from './open-function.js';
import { readOwnRoutes } from './own-routes.js';
import { tagLookUps } from './tag-look-ups.js';

const opened = openFunction();
const { config, edges } = opened;
const { service, region, queueUrl, deadLetterQueueUrl } = config;
const { clock, log } = edges;
const door = openDoor(opened);
const sqs = createSqs(region, queueUrl, clock);
const setup = { ...config, routes: readOwnRoutes(log) };

/** Sends an event the whole way, between silent edges. */
const rehearseWith = (event: unknown, writer?: QueueWriter) =>
  rehearse({ wire: (silent) => wireNotify(setup, silent), event, service, ...(writer && { writer }) });

const app = wireNotify(setup, {
  ...edges,
  prepare: async () => {
    for (const event of rehearsedEvents()) await rehearseWith(event);
  },
  door,
  writer: createQueueWriter(sqs.client(), queueUrl),
  readParked: deadLetterQueueUrl
    ? createQueueReader(sqs.client(), deadLetterQueueUrl, '', clock.now).waiting
    : undefined,
});

// Lambda gives init a whole core, and time before the first event: everything that can be prepared is prepared here.
if (process.env['AWS_LAMBDA_INITIALIZATION_TYPE']) {
  const { secrets, connections } = opened.secretsToWarm(door);
  await warmUp({
    secrets,
    connections: [...connections, sqs, ...tagLookUps(opened, setup.routes)],
    rehearse: () => rehearseWith(rehearsedAlarm(), createQueueWriter(createSilentSqs(region, clock), queueUrl)),
    clock,
    log,
  });
}

/** The handler of `notify`, which reads events and queues what they tell. */
export const handler = opened.handlerOf(app);
