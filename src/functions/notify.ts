import { rehearse } from '../app/rehearsal.js';
import { rehearsedAlarm } from '../app/rehearsed-alarm.js';
import { warmUp } from '../app/warm-up.js';
import { wireNotify } from '../app/wire-notify.js';
import { createSilentSqs, createSqs } from '../aws/clients.js';
import { createQueueReader, createQueueWriter } from '../queue/sqs.js';
import { openDoor } from './door.js';
import { openFunction } from './open-function.js';
import { tagLookUps } from './tag-look-ups.js';

const opened = openFunction();
const { config, edges, secretsManager } = opened;
const { service, region, robotSecretId, queueUrl, deadLetterQueueUrl } = config;
const { keys, clock, log } = edges;
const door = openDoor(opened);
const sqs = createSqs(region, queueUrl, clock);
const setup = { ...config, routes: opened.readRoutes() };

const app = wireNotify(setup, {
  ...edges,
  door,
  writer: createQueueWriter(sqs.client(), queueUrl),
  readParked: deadLetterQueueUrl
    ? createQueueReader(sqs.client(), deadLetterQueueUrl, '', clock.now).waiting
    : undefined,
});

// Lambda gives init a whole core, and time before the first event: everything that can be prepared is prepared here.
if (process.env['AWS_LAMBDA_INITIALIZATION_TYPE']) {
  // Without its id there is no secret to read.
  const secrets = [...(robotSecretId ? [keys] : []), ...(door ? [door] : [])];
  await warmUp({
    secrets,
    connections: [...(secrets.length > 0 ? [secretsManager] : []), sqs, ...tagLookUps(opened, setup.routes)],
    rehearse: () =>
      rehearse({
        wire: (silent) => wireNotify(setup, silent),
        event: rehearsedAlarm(),
        writer: createQueueWriter(createSilentSqs(region, clock), queueUrl),
        service,
      }),
    clock,
    log,
  });
}

/** The handler of `notify`, which reads events and queues what they tell. */
export const handler = opened.handlerOf(app);
