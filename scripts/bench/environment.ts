import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lambdaEnvironment } from '../../local/lambda/environment.js';
import { textAt } from '../../src/base/json.js';

const CHILD = fileURLToPath(new URL('../../local/lambda/child.mjs', import.meta.url));
const TIMEOUT_MS = 30_000;

/** One execution environment of a bundle, under the Node to be measured. */
export interface Environment {
  readonly process: ChildProcess;
  /** Time from the start of the process to the end of init, milliseconds. */
  readonly initMs: number;
  /** Resolves to the handler's answer. Rejects if the handler throws. */
  invoke(event: unknown): Promise<unknown>;
  end(): Promise<void>;
}

export interface EnvironmentOptions {
  /** Path of a Node binary. */
  readonly node: string;
  /** Path of an ES module that exports `handler`. */
  readonly bundle: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts an environment as Lambda would: init ends when the module is evaluated. Its output is discarded. */
export async function startEnvironment({ node, bundle, env }: EnvironmentOptions): Promise<Environment> {
  const startedAt = performance.now();
  const child = fork(CHILD, [bundle], {
    execPath: node,
    execArgv: [],
    env: { ...lambdaEnvironment('bench'), AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await said(child);
  const initMs = performance.now() - startedAt;
  return {
    process: child,
    initMs,
    invoke: async (event) => {
      const answer = said(child);
      child.send({ event, awsRequestId: 'bench', deadlineMs: Date.now() + TIMEOUT_MS, memoryLimitInMB: '256' });
      return JSON.parse(textAt(await answer, 'payload') ?? 'null');
    },
    end: () => end(child),
  };
}

/** Resolves to the child's next message. Rejects if that is a failure, if the child ends, or after half a minute. */
function said(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      child.off('message', heard).off('exit', ended);
    };
    const fail = (why: string): void => {
      settle();
      reject(new Error(`Cannot measure the child as ${why}`));
    };
    const ended = (code: number | null): void => fail(`it ended with ${code}`);
    const heard = (message: unknown): void => {
      const error = textAt(message, 'error', 'errorMessage');
      settle();
      if (error === undefined) resolve(message);
      else reject(new Error(`Cannot measure the child as its handler failed: ${error}`));
    };
    const timer = setTimeout(() => fail(`it sent nothing for ${TIMEOUT_MS} ms`), TIMEOUT_MS);
    child.once('message', heard).once('exit', ended);
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
