import { rehearse } from '../app/warm-up/rehearsal.js';
import { rehearsedBatch } from '../app/warm-up/rehearsed-batch.js';
import { warmUp } from '../app/warm-up/warm-up.js';
import { wireDeliver } from '../app/wire-deliver.js';
import { createSqs } from '../aws/clients.js';
import { createQueueReader } from '../queue/sqs/sqs.js';
import { createHttpsTransport } from '../wecom/post/https-transport.js';
import { openFunction } from './open-function.js';
import { openLogs } from './open-logs.js';

const { config, edges, secretsToWarm, handlerOf } = openFunction();
const { service, region, wecomBaseUrl, drainQueueUrl, deadLetterQueueUrl } = config;
const { clock, log } = edges;
// What broke is the lane's business: the peer may have shown the message.
const transport = createHttpsTransport({ baseUrl: wecomBaseUrl, clock, repeatsBroken: false });
const sqs = createSqs(region, drainQueueUrl, clock);

const app = wireDeliver(config, {
  ...edges,
  openLogs,
  transport,
  reader: createQueueReader(sqs.client(), drainQueueUrl, deadLetterQueueUrl, clock.now),
  tellDirectly: async (event, invocation) => {
    const { tell } = await import('./direct.js');
    return tell(event, invocation);
  },
});

// Lambda gives init a whole core, and time before the first event: everything that can be prepared is prepared here.
if (process.env['AWS_LAMBDA_INITIALIZATION_TYPE']) {
  const { secrets, connections } = secretsToWarm();
  await warmUp({
    secrets,
    // The farthest first.
    connections: [transport, ...connections, sqs],
    rehearse: () => rehearse({ wire: (silent) => wireDeliver(config, silent), event: rehearsedBatch(), service }),
    clock,
    log,
  });
}

/** The handler of `deliver`, which drains the queue to WeCom. */
export const handler = handlerOf(app);
