import { fileURLToPath } from 'node:url';
import { type StandIns, startStandIns } from '../../local/deployment/stand-ins.js';
import { functionFile } from '../../local/lambda/function-file.js';
import { type LambdaProcess, startLambdaProcess } from '../../local/lambda/process.js';
import { SAMPLE_TOKEN, sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { bundleFunction } from '../../scripts/build.js';

/** Each test worker has a function of its own, so that none is rewritten while another runs it. */
const FOLDER = fileURLToPath(
  new URL(`../../dist/test/function-${process.env['VITEST_POOL_ID'] ?? '0'}`, import.meta.url),
);
let built: ReturnType<typeof bundleFunction> | undefined;

/** The folder of the functions, built the first time it is asked for as they are deployed. */
export async function builtFolder(): Promise<string> {
  built ??= bundleFunction(FOLDER);
  return (await built).folder;
}

/** Name of the robots' secret. */
export const SECRET_ID = 'wecomrobot/robots';
/** Keys that WeCom knows. */
export const KEYS = { default: sampleKey(1), dba: sampleKey(2) } as const;
/** In the secret as robot `gone`, unknown to WeCom. */
export const LOST_KEY = sampleKey(3);
/** A person of the secret. */
export const MOBILE = '13700137000';

/** The secret's text, with these keys for `default` and `dba`. */
export function secretWith(robots: Readonly<Record<string, string>> = KEYS): string {
  return JSON.stringify({
    robots: { ...robots, gone: LOST_KEY },
    httpTokens: [SAMPLE_TOKEN],
    people: { 赵敏: MOBILE },
  });
}

/** The built function in a process of its own, and what stands around it. */
export interface DeployedFunction extends StandIns {
  /** Rejects with LambdaInvocationError where the handler throws. */
  invoke(event: unknown, timeoutMs?: number): Promise<unknown>;
  /** Every line of stdout and stderr so far. */
  readonly lines: readonly string[];
}

/**
 * Starts it.
 * @param env further settings.
 * @param program path of what runs. Default: the function without a queue.
 */
export async function startDeployedFunction(
  env: Readonly<Record<string, string>> = {},
  program?: string,
): Promise<DeployedFunction> {
  const standIns = await startStandIns({
    keys: { [KEYS.default]: 'default', [KEYS.dba]: 'dba' },
    secrets: { [SECRET_ID]: secretWith() },
  });
  const lambda: LambdaProcess = await startLambdaProcess({
    bundle: program ?? functionFile(await builtFolder(), 'direct'),
    env: { ...standIns.environment(SECRET_ID), ...env },
  });
  const lines: string[] = [];
  lambda.onLine((line) => lines.push(line));
  return {
    ...standIns,
    lines,
    invoke: (event, timeoutMs = 29_000) => lambda.invoke(event, { timeoutMs }),
    close: async () => {
      lambda.kill();
      await standIns.close();
    },
  };
}
