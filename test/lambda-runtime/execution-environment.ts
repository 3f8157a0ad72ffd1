import { spawn } from 'node:child_process';
import { lambdaEnvironment } from '../../local/lambda/environment.js';
import { forwardLines } from '../../local/lambda/lines.js';
import type { Runtime } from './install.js';
import { type Said, startRuntimeApi } from './runtime-api.js';

/** What became of an invocation. */
export type Outcome = Said | { readonly kind: 'timeout' } | { readonly kind: 'died'; readonly exitCode: number | null };

export interface EnvironmentOptions {
  readonly runtime: Runtime;
  /** Where the zip was unpacked. */
  readonly taskRoot: string;
  readonly handler: string;
  readonly env: Readonly<Record<string, string>>;
}

/** One execution environment, as Lambda starts it for a function that logs JSON. */
export interface ExecutionEnvironment {
  /** From the start of the process until the runtime asked for its first invocation, milliseconds. */
  readonly initMs: number;
  /** The error that init ended with, if it did. */
  readonly initError: Said | undefined;
  /** Lines of stdout and stderr so far. */
  readonly lines: readonly string[];
  invoke(event: unknown, timeoutMs?: number): Promise<Outcome>;
  end(): Promise<void>;
}

/** Node 24 on Lambda: packages are what they say they are. */
const NODE_FLAGS = ['--no-experimental-require-module', '--no-experimental-detect-module'];

/** Starts the runtime and waits until its init has ended, well or not. */
export async function startEnvironment({
  runtime,
  taskRoot,
  handler,
  env,
}: EnvironmentOptions): Promise<ExecutionEnvironment> {
  const api = await startRuntimeApi();
  const startedAt = performance.now();
  const child = spawn(runtime.node, [...NODE_FLAGS, runtime.client, handler], {
    cwd: taskRoot,
    env: {
      ...lambdaEnvironment('wecomrobot-test-notify'),
      ...runtimeVariables(api.address, taskRoot, handler),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  forwardLines(child, (line) => lines.push(line));
  const died = new Promise<Outcome>((resolve) => {
    child.once('close', (exitCode) => resolve({ kind: 'died', exitCode }));
  });
  const initError = await Promise.race([api.started, died.then(() => undefined)]);
  return {
    initMs: performance.now() - startedAt,
    initError,
    lines,
    invoke: async (event, timeoutMs = 29_000) => {
      const clock = new AbortController();
      const outcome = await Promise.race([api.invoke(event, timeoutMs), timeoutAfter(timeoutMs, clock.signal), died]);
      clock.abort();
      if (outcome.kind === 'timeout') child.kill('SIGKILL'); // As Lambda ends an environment that has run too long.
      return outcome;
    },
    end: async () => {
      child.kill('SIGKILL');
      await died;
      await api.close();
    },
  };
}

function timeoutAfter(milliseconds: number, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'timeout' }), milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

function runtimeVariables(address: string, taskRoot: string, handler: string): Record<string, string> {
  return {
    AWS_LAMBDA_RUNTIME_API: address,
    AWS_LAMBDA_LOG_FORMAT: 'JSON',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/wecomrobot-test-notify',
    AWS_LAMBDA_LOG_STREAM_NAME: '2026/11/22/[$LATEST]0123456789abcdef0123456789abcdef',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_SESSION_TOKEN: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: taskRoot,
    _HANDLER: handler,
  };
}
