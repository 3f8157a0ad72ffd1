import { rehearse } from '../app/warm-up/rehearsal.js';
import { rehearsedAlarm } from '../app/warm-up/rehearsed-alarm.js';
import { warmUp } from '../app/warm-up/warm-up.js';
import { wireDirect } from '../app/wire-direct.js';
import { createHttpsTransport } from '../wecom/post/https-transport.js';
import { openDoor } from './door.js';
import { openFunction } from './open-function.js';
import { openLogs } from './open-logs.js';
import { readOwnRoutes } from './own-routes.js';
import { tagLookUps } from './tag-look-ups.js';

const opened = openFunction();
const { config, edges } = opened;
const { service, wecomBaseUrl, drainQueueUrl } = config;
const { clock, log } = edges;
const door = openDoor(opened);
const transport = createHttpsTransport({ baseUrl: wecomBaseUrl, clock, repeatsBroken: !drainQueueUrl });
const setup = { ...config, routes: readOwnRoutes(log) };

const app = wireDirect(setup, { ...edges, door, openLogs, transport });

// `deliver` loads this file in the middle of an invocation.
if (process.env['AWS_LAMBDA_INITIALIZATION_TYPE'] && !drainQueueUrl) {
  const { secrets, connections } = opened.secretsToWarm(door);
  await warmUp({
    secrets,
    connections: [transport, ...connections, ...tagLookUps(opened, setup.routes)],
    rehearse: () => rehearse({ wire: (silent) => wireDirect(setup, silent), event: rehearsedAlarm(), service }),
    clock,
    log,
  });
}

/** Tells an event of `deliver` that does not come from the queue. */
export const tell = opened.noting(app);

/** The handler of a function without a queue, which posts what it reads. */
export const handler = opened.handlerOf(app);
