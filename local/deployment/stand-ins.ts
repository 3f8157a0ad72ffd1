import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificate } from '../net/certificate.js';
import type { Secret } from '../secrets-manager/secret-store.js';
import { type SecretsManager, startSecretsManager } from '../secrets-manager/secrets-manager.js';
import { startWecomSimulator, type WecomSimulator, type WecomSimulatorOptions } from '../wecom/simulator.js';

/** WeCom and Secrets Manager on this machine, and the settings to reach them. */
export interface StandIns {
  readonly wecom: WecomSimulator;
  readonly secretsManager: SecretsManager;
  /** Returns the environment variables that direct the function, or any of our programs, to both. */
  environment(robotSecretId: string): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The robots and the secrets on this machine. */
export interface StandInsOptions extends WecomSimulatorOptions {
  /** By name. */
  readonly secrets: Readonly<Record<string, Secret>>;
}

/** Starts both. The simulator's certificate is written to a temporary file that `close` removes. */
export async function startStandIns({ secrets, ...options }: StandInsOptions): Promise<StandIns> {
  const { certificate = await createCertificate() } = options;
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-'));
  const caFile = join(folder, 'wecom.pem');
  await writeFile(caFile, certificate.cert);
  const wecom = await startWecomSimulator({ ...options, certificate });
  const secretsManager = await startSecretsManager({ secrets, ...(options.clock && { clock: options.clock }) });
  return {
    wecom,
    secretsManager,
    environment: (robotSecretId) => ({
      ROBOT_SECRET_ID: robotSecretId,
      WECOM_BASE_URL: wecom.baseUrl,
      NODE_EXTRA_CA_CERTS: caFile,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.endpoint,
    }),
    close: async () => {
      await Promise.all([wecom.close(), secretsManager.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
