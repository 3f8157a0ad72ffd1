import { LambdaThrottledError } from './errors.js';
import type { LineListener } from './lines.js';
import {
  type InvokeOptions,
  LambdaInvocationError,
  type LambdaProcess,
  type LambdaProcessOptions,
  startLambdaProcess,
} from './process.js';

/** A function with a fixed number of execution environments: its reserved concurrency. */
export interface LambdaPool {
  /** Runs in a free environment. Rejects with LambdaThrottledError if there is none, else like LambdaProcess. */
  invoke(event: unknown, options: InvokeOptions): Promise<unknown>;
  /**
   * `update-function-configuration`: each environment keeps its variables until its invocation ends, and is then
   * replaced.
   */
  configure(env: Readonly<Record<string, string>>): void;
  /** Ends one environment's process at once, even during an invocation. Its next invocation starts a new one. */
  kill(index: number): void;
  /** Returns the indexes of the environments that run an invocation now. */
  busy(): readonly number[];
  /** Calls back for the lines of every environment. */
  onLine(listener: LineListener): void;
  /** Ends every process. Running and later invocations are rejected. */
  stop(): void;
}

interface Environment {
  readonly process: LambdaProcess;
  readonly env: LambdaProcessOptions['env'];
}

/** Starts a pool of `size` environments of one bundle. */
export type StartPool = (size: number, options: LambdaProcessOptions) => Promise<LambdaPool>;

/** Starts one environment: a process, or what stands for one. */
type StartEnvironment = (options: LambdaProcessOptions) => Promise<LambdaProcess>;

/** Starts `size` environments of one bundle, by default processes. Resolves once all have imported it. */
export async function startLambdaPool(
  size: number,
  options: LambdaProcessOptions,
  startEnvironment: StartEnvironment = startLambdaProcess,
): Promise<LambdaPool> {
  let { env } = options;
  const listeners: LineListener[] = [];
  const running = new Set<number>();
  let isStopped = false;

  const start = async (): Promise<Environment> => {
    const started = { process: await startEnvironment({ ...options, ...(env && { env }) }), env };
    for (const listener of listeners) started.process.onLine(listener);
    return started;
  };
  const environments = await Promise.all(Array.from({ length: size }, start));

  /** Resolves to the environment's process, replaced if it has outdated variables. */
  const upToDate = async (index: number, environment: Environment): Promise<LambdaProcess> => {
    if (environment.env === env) return environment.process;
    environment.process.kill();
    const replaced = await start();
    environments[index] = replaced;
    if (isStopped) replaced.process.kill();
    return replaced.process;
  };
  const run = async (index: number, environment: Environment, event: unknown, invocation: InvokeOptions) => {
    const process = await upToDate(index, environment);
    if (isStopped) throw new LambdaInvocationError('died', 'Stopped', 'Cannot run as the function has been stopped');
    return process.invoke(event, invocation);
  };

  return {
    async invoke(event, invocation) {
      const index = environments.findIndex((_, at) => !running.has(at));
      const environment = environments[index];
      if (environment === undefined) throw new LambdaThrottledError('Rate Exceeded.');
      running.add(index);
      try {
        return await run(index, environment, event, invocation);
      } finally {
        running.delete(index);
      }
    },
    configure: (next) => {
      env = next;
    },
    kill: (index) => environments[index]?.process.kill(),
    busy: () => [...running].sort((a, b) => a - b),
    onLine: (listener) => {
      listeners.push(listener);
      for (const environment of environments) environment.process.onLine(listener);
    },
    stop: () => {
      isStopped = true;
      for (const environment of environments) environment.process.kill();
    },
  };
}
