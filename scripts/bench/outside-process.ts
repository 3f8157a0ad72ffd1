/** WeCom, Secrets Manager and SQS, as plain as possible, because the other side is measured. Started by `outside.ts`. */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { toSqsEvent } from '../../local/lambda/event-source-event.js';
import { createCertificate } from '../../local/net/certificate.js';
import { countConnections, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';
import { sampleKey, sampleSecret } from '../../local/secrets-manager/sample-secret.js';
import { startSecretsManager } from '../../local/secrets-manager/secrets-manager.js';
import { startSqsEndpoint } from '../../local/sqs/endpoint.js';
import type { ReceivedMessage } from '../../local/sqs/message.js';
import { openDelayedLine } from './delayed-line.js';
import type { LineName, Queues, Ready, Seen } from './outside.js';

const SECRET_ID = 'wecomrobot/robots';
/** Round trips to WeCom, and to AWS in the function's region. */
const ROUND_TRIP_MS = 20;
const AWS_ROUND_TRIP_MS = 3;
const QUEUE = 'notify.fifo';
const DEAD_LETTERS = 'dead.fifo';
const QUEUE_ARN = `arn:aws:sqs:ap-southeast-1:111122223333:${QUEUE}`;
const OK = '{"errcode":0,"errmsg":"ok"}';

const folder = process.argv[2] ?? '';
const certificate = await createCertificate();
const caFile = join(folder, 'outside.pem');
await writeFile(caFile, certificate.cert);

const bodies = new Set<string>();
let posts = 0;
let postedAt = 0;
const wecom = createServer({ ...certificate, keepAliveTimeout: 600_000 }, async (request, response) => {
  bodies.add((await readBody(request)).toString());
  posts += 1;
  postedAt = performance.timeOrigin + performance.now();
  response.setHeader('content-type', 'application/json; charset=UTF-8').end(OK);
});
const connections = countConnections(wecom);
const wecomPort = await listenOnLoopback(wecom);
const secretsManager = await startSecretsManager({
  secrets: { [SECRET_ID]: sampleSecret({ default: sampleKey(1) }) },
  certificate,
});
const secretsPort = Number(new URL(secretsManager.endpoint).port);
const sqs = await startSqsEndpoint({
  queues: [{ name: DEAD_LETTERS }, { name: QUEUE, deadLetter: { name: DEAD_LETTERS, maxReceiveCount: 1000 } }],
  certificate,
});
const sqsPort = Number(new URL(sqs.endpoint).port);
const breakable = await openDelayedLine(wecomPort, 0);

/** The lines of the deployed functions. */
const deployed = {
  wecom: await openDelayedLine(wecomPort, ROUND_TRIP_MS),
  secrets: await openDelayedLine(secretsPort, AWS_ROUND_TRIP_MS),
  sqs: await openDelayedLine(sqsPort, AWS_ROUND_TRIP_MS),
};

const environment = (wecomAt: number, secretsAt: number): Record<string, string> => ({
  ROBOT_SECRET_ID: SECRET_ID,
  WECOM_BASE_URL: `https://127.0.0.1:${wecomAt}`,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: `https://127.0.0.1:${secretsAt}`,
  NODE_EXTRA_CA_CERTS: caFile,
});
const environments: Record<LineName, Record<string, string>> = {
  direct: environment(wecomPort, secretsPort),
  distant: environment(
    (await openDelayedLine(wecomPort, ROUND_TRIP_MS)).port,
    (await openDelayedLine(secretsPort, ROUND_TRIP_MS)).port,
  ),
  breakable: environment(breakable.port, secretsPort),
  deployed: {
    ...environment(deployed.wecom.port, deployed.secrets.port),
    AWS_ENDPOINT_URL_SQS: `https://127.0.0.1:${deployed.sqs.port}`,
  },
};
const queues: Queues = { queue: sqs.queueUrl(QUEUE), deadLetters: sqs.queueUrl(DEAD_LETTERS) };

const seen = (): Seen => ({
  posts,
  postedAt,
  messages: bodies.size,
  connections: connections(),
  secretReads: secretsManager.requests.length,
});
let taken: readonly ReceivedMessage[] = [];

/** Takes a message from the queue, as the event with which Lambda invokes its consumer, and deletes the one before, as Lambda does. */
async function take(): Promise<unknown> {
  const queue = sqs.queue(QUEUE);
  for (const { receiptHandle } of taken) queue.delete(receiptHandle);
  taken = await queue.receive({ max: 1, visibilityTimeoutMs: 90_000, waitMs: 1000 });
  return toSqsEvent(taken, QUEUE_ARN);
}

process.on('message', async (question) => {
  if (question === 'lose') breakable.lose();
  if (question === 'hang up') for (const line of Object.values(deployed)) line.hangUp();
  process.send?.(question === 'take' ? await take() : seen());
});
process.on('disconnect', () => process.exit());
process.send?.({ environments, queues } satisfies Ready);
