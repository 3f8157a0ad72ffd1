import { THROTTLED } from './event-source-mapping.js';
import type { LineListener } from './lambda-lines.js';
import {
  type InvokeOptions,
  LambdaInvocationError,
  type LambdaProcess,
  type LambdaProcessOptions,
  startLambdaProcess,
} from './lambda-process.js';

export interface LambdaFunctionOptions extends LambdaProcessOptions {
  /** Environments at once: the reserved concurrency. */
  readonly maxConcurrency: number;
}

/** A function whose environments start when they are needed and stay for the next invocation. */
export interface LambdaFunction {
  /** Runs in a free environment, or in a new one. Rejects like LambdaProcess, and with a TooManyRequestsException. */
  invoke(event: unknown, options: InvokeOptions): Promise<unknown>;
  /** `update-function-configuration`: an environment keeps its variables to the end of its invocation, then it ends. */
  configure(env: Readonly<Record<string, string>>): void;
  /** Lines of every environment. */
  onLine(listener: LineListener): void;
  /** Ends every process at once; what runs is rejected, and so is what comes. */
  stop(): void;
}

/** Every environment is busy. */
class ThrottledError extends Error {
  override readonly name = THROTTLED;
}

/** A function without any environment yet. */
export function createLambdaFunction({ maxConcurrency, env = {}, ...options }: LambdaFunctionOptions): LambdaFunction {
  const listeners: LineListener[] = [];
  const environments = new Set<LambdaProcess>();
  let free: LambdaProcess[] = [];
  let variables = env;
  let running = 0;
  let isStopped = false;

  const end = (environment: LambdaProcess): void => {
    environments.delete(environment);
    environment.kill();
  };

  async function start(): Promise<LambdaProcess> {
    const environment = await startLambdaProcess({ ...options, env: variables });
    environments.add(environment);
    environment.onLine((...line) => {
      for (const listener of listeners) listener(...line);
    });
    if (isStopped) end(environment);
    return environment;
  }

  async function run(event: unknown, invocation: InvokeOptions): Promise<unknown> {
    const startedWith = variables;
    const environment = free.pop() ?? (await start());
    try {
      if (isStopped) throw new LambdaInvocationError('died', 'Stopped', 'Cannot run as the function has been stopped');
      return await environment.invoke(event, invocation);
    } finally {
      if (startedWith === variables && !isStopped) free.push(environment);
      else end(environment);
    }
  }

  return {
    async invoke(event, invocation) {
      if (running >= maxConcurrency) throw new ThrottledError('Rate Exceeded.');
      running += 1;
      try {
        return await run(event, invocation);
      } finally {
        running -= 1;
      }
    },
    configure: (next) => {
      variables = next;
      for (const environment of free) end(environment);
      free = [];
    },
    onLine: (listener) => listeners.push(listener),
    stop: () => {
      isStopped = true;
      for (const environment of environments) end(environment);
    },
  };
}
