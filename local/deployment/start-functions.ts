import { functionFile } from '../lambda/function-file.js';
import { createFunctions, type InvokeFunction } from '../lambda/functions.js';
import { TIMEOUT_MS } from '../lambda/timeouts.js';
import { createSemaphore } from '../time/semaphore.js';
import type { DeploymentOptions, FunctionName } from './deployment-options.js';
import type { Environments } from './environments.js';

/** Starts the processes of both functions. */
export async function startFunctions(options: DeploymentOptions, envs: Environments) {
  const { time, notifiers = 1, consumers = 2, functionFolder, startPool } = options;
  const timeoutMs: Record<FunctionName, number> = {
    ...TIMEOUT_MS,
    notify: options.notifyTimeoutMs ?? TIMEOUT_MS.notify,
  };
  const lambda = createFunctions({
    bundles: { notify: functionFile(functionFolder, 'notify'), deliver: functionFile(functionFolder, 'deliver') },
    execArgv: time.execArgv,
    timeoutMs,
    clock: time.clock,
    ...(startPool && { startPool }),
  });
  const [notify, deliver] = await Promise.all([
    lambda.start('notify', notifiers, envs.notify),
    lambda.start('deliver', consumers, envs.deliver),
  ]);
  // There is always an environment for an event, as in AWS; on this machine it waits for one of a few.
  const turn = createSemaphore(notifiers);
  const invokeNotify: InvokeFunction = (event, requestId) => turn(() => notify.invoke(event, requestId));
  const setTimeout = (name: FunctionName, ms: number): void => {
    timeoutMs[name] = ms;
  };
  return { lambda, notify, deliver, invokeNotify, setTimeout };
}

/** The processes of both functions, and what invokes them. */
export type Functions = Awaited<ReturnType<typeof startFunctions>>;
