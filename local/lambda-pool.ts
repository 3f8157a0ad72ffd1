import { THROTTLED } from './event-source-mapping.js';
import type { LineListener } from './lambda-lines.js';
import { type LambdaProcess, type LambdaProcessOptions, startLambdaProcess } from './lambda-process.js';

/** Every environment of a function is busy: what Lambda answers at the reserved concurrency. */
export class LambdaThrottledError extends Error {
  override readonly name = THROTTLED;
}

/** A function with a fixed number of execution environments: its reserved concurrency. */
export interface LambdaPool {
  /** Runs in a free environment. Rejects with LambdaThrottledError when there is none, else like LambdaProcess. */
  invoke(event: unknown, options: { readonly timeoutMs: number }): Promise<unknown>;
  /** Ends one environment's process at once, mid-invocation if it is busy; its next invocation starts a new one. */
  kill(index: number): void;
  /** Which environments run an invocation now. */
  busy(): readonly number[];
  /** Lines of every environment. */
  onLine(listener: LineListener): void;
  /** Ends every process. */
  stop(): void;
}

/** Starts `size` processes of one bundle; resolves when all have imported it. */
export async function startLambdaPool(size: number, options: LambdaProcessOptions): Promise<LambdaPool> {
  const environments = await Promise.all(Array.from({ length: size }, () => startLambdaProcess(options)));
  const running = new Set<LambdaProcess>();
  return {
    async invoke(event, invocation) {
      const free = environments.find((environment) => !running.has(environment));
      if (free === undefined) throw new LambdaThrottledError('Rate Exceeded.');
      running.add(free);
      try {
        return await free.invoke(event, invocation);
      } finally {
        running.delete(free);
      }
    },
    kill: (index) => environments[index]?.kill(),
    busy: () => environments.flatMap((environment, index) => (running.has(environment) ? [index] : [])),
    onLine: (listener) => {
      for (const environment of environments) environment.onLine(listener);
    },
    stop: () => {
      for (const environment of environments) environment.kill();
    },
  };
}
