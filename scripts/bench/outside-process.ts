/** WeCom and Secrets Manager, as plain as possible, because the other side is measured. Started by `outside.ts`. */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { createCertificate } from '../../local/net/certificate.js';
import { countConnections, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';
import { sampleKey, sampleSecret } from '../../local/secrets-manager/sample-secret.js';
import { startSecretsManager } from '../../local/secrets-manager/secrets-manager.js';
import { openDelayedLine } from './delayed-line.js';
import type { LineName, Ready, Seen } from './outside.js';

const SECRET_ID = 'wecomrobot/robots';
const ROUND_TRIP_MS = 20;
const OK = '{"errcode":0,"errmsg":"ok"}';

const folder = process.argv[2] ?? '';
const certificate = await createCertificate();
const caFile = join(folder, 'outside.pem');
await writeFile(caFile, certificate.cert);

const bodies = new Set<string>();
let posts = 0;
const wecom = createServer({ ...certificate, keepAliveTimeout: 600_000 }, async (request, response) => {
  bodies.add((await readBody(request)).toString());
  posts += 1;
  response.setHeader('content-type', 'application/json; charset=UTF-8').end(OK);
});
const connections = countConnections(wecom);
const wecomPort = await listenOnLoopback(wecom);
const secretsManager = await startSecretsManager({
  secrets: { [SECRET_ID]: sampleSecret({ default: sampleKey(1) }) },
  certificate,
});
const secretsPort = Number(new URL(secretsManager.endpoint).port);
const breakable = await openDelayedLine(wecomPort, 0);

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
};

const seen = (): Seen => ({
  posts,
  messages: bodies.size,
  connections: connections(),
  secretReads: secretsManager.requests.length,
});
process.on('message', (question) => {
  if (question === 'lose') breakable.lose();
  process.send?.(seen());
});
process.on('disconnect', () => process.exit());
process.send?.({ environments } satisfies Ready);
