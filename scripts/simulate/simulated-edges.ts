import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { seededRandom } from '../../local/wecom/seeded-random.js';
import { createWecomService } from '../../local/wecom/service.js';
import type { App } from '../../src/app/app.js';
import { readConfig } from '../../src/app/config.js';
import type { Clock } from '../../src/base/clock.js';
import { createKnownSecrets } from '../../src/base/known-secrets.js';
import { createLog } from '../../src/base/log.js';
import { createReadSecret } from '../../src/secrets/read-secret.js';
import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import { createSecrets } from '../../src/secrets/secrets.js';
import type { HttpsTransport } from '../../src/wecom/post/https-transport.js';
import { countLine, type Meter } from './meter.js';

/** WeCom answers from China, and Secrets Manager in the region, in about this time, milliseconds. */
const WECOM_MS = 150;
const SECRET_MS = 20;
const SECRET_ID = 'wecomrobot';

/** The settings of both functions. */
export const CONFIG = readConfig({
  AWS_REGION: 'us-east-1',
  ROBOT_SECRET_ID: SECRET_ID,
  SERVICE_NAME: 'wecomrobot-prod',
});

/** Robots by name, each with its key. */
export type RobotKeys = readonly (readonly [string, string])[];

/** Returns what opens the edges of one environment: its log, and the secret that it reads for itself. */
export function createOpenEdges(keys: RobotKeys, meter: Meter, clock: Clock) {
  const random = seededRandom(2);
  const secretText = JSON.stringify({ robots: Object.fromEntries(keys) });
  const readSecret = createReadSecret(createSecretClient(secretText, meter, clock), SECRET_ID, CONFIG.region);
  return () => {
    const known = createKnownSecrets();
    let requestId = '';
    const print = (line: string): void => countLine(meter, line);
    const log = createLog(print, clock.now, CONFIG.service, () => ({ requestId }), known.mask);
    const parse = (text: string) => parseRobotSecret(text, SECRET_ID, CONFIG.wecomBaseUrl);
    const secrets = createSecrets({ readSecret, parse, known, clock, log });
    /** Lets the log say which invocation a line is of. */
    const noting = (app: App): App => {
      return (event, invocation) => {
        requestId = invocation.requestId;
        return app(event, invocation);
      };
    };
    return { edges: { keys: secrets, clock, random, mask: known.mask, log }, noting };
  };
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
export function createTransport(keys: RobotKeys, meter: Meter, clock: Clock): Pick<HttpsTransport, 'post' | 'check'> {
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
