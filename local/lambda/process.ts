import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { at, textAt } from '../../src/base/json.js';
import { functionArn, lambdaEnvironment } from './environment.js';
import { createLines, forwardLines, type LineListener } from './lines.js';

/**
 * The reason why an invocation gave no answer: the handler threw or ran too long, its process died, or the bundle did
 * not load.
 */
export type LambdaFailure = 'function' | 'timeout' | 'died' | 'init';

/** An invocation that gave no answer. For a `function` or `init` failure, `errorType` is the thrown error's name. */
export class LambdaInvocationError extends Error {
  override readonly name = 'LambdaInvocationError';
  readonly failure: LambdaFailure;
  readonly errorType: string;

  constructor(failure: LambdaFailure, errorType: string, message: string) {
    super(message);
    this.failure = failure;
    this.errorType = errorType;
  }
}

/** The code and the environment of one process. */
export interface LambdaProcessOptions {
  /** Path of an ESM file that exports `handler(event, context)`. */
  readonly bundle: string;
  /**
   * Environment variables in addition to those that Lambda sets. Of this process's environment only PATH is passed on.
   */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments for node: `['--import', '…/scaled-time.mjs']`. */
  readonly execArgv?: readonly string[];
  /** Default `local`. */
  readonly functionName?: string;
  /** Enforces timeouts and sets deadlines; must agree with the child's time. Default: the system's. */
  readonly clock?: Clock;
}

/** The timeout and the request id of one invocation. */
export interface InvokeOptions {
  readonly timeoutMs: number;
  /** The request id in the context. Default: a fresh one. */
  readonly requestId?: string;
}

/** One execution environment: one invocation at a time, module state kept between them. */
export interface LambdaProcess {
  /**
   * Resolves to the handler's answer, after JSON. Rejects with LambdaInvocationError. A dead process is restarted
   * first, as Lambda does after a crash or a timeout. Rejects if an invocation is still running.
   */
  invoke(event: unknown, options: InvokeOptions): Promise<unknown>;
  /** Ends the process at once (SIGKILL). A running invocation rejects with failure `died`. */
  kill(): void;
  /** Calls back for every line of stdout and stderr. The first listener also receives the earlier lines. */
  onLine(listener: LineListener): void;
}

/** Resolves to the child's next message. Rejects if the child ends first. */
function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const heard = (message: unknown) => {
      child.off('exit', died);
      resolve(message);
    };
    const died = (code: number | null, signal: string | null) => {
      child.off('message', heard);
      reject(
        new LambdaInvocationError(
          'died',
          'Runtime.ExitError',
          `Cannot answer as the process ended: ${signal ?? `exit code ${code}`}`,
        ),
      );
    };
    child.once('message', heard);
    child.once('exit', died);
  });
}

function readMessage(message: unknown): unknown {
  const kind = textAt(message, 'kind');
  if (kind === 'ready') return undefined;
  if (kind === 'answered') return JSON.parse(textAt(message, 'payload') ?? 'null');
  const errorType = textAt(message, 'error', 'errorType') ?? 'Error';
  const text = String(at(message, 'error', 'errorMessage') ?? 'unknown');
  throw new LambdaInvocationError(kind === 'initFailed' ? 'init' : 'function', errorType, text);
}

function forkChild(options: LambdaProcessOptions, heard: LineListener): ChildProcess {
  const child = fork(new URL('child.mjs', import.meta.url), [options.bundle], {
    env: { ...lambdaEnvironment(options.functionName ?? 'local'), ...options.env },
    execArgv: [...(options.execArgv ?? [])],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  forwardLines(child, heard);
  return child;
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null && !child.killed;
}

interface Invocation extends InvokeOptions {
  readonly event: unknown;
  readonly clock: Clock;
  readonly functionName: string;
}

async function invokeChild(child: ChildProcess, { event, timeoutMs, requestId, clock, functionName }: Invocation) {
  let timedOut = false;
  const cancel = clock.after(timeoutMs, () => {
    timedOut = true;
    child.kill('SIGKILL');
  });
  try {
    const message = nextMessage(child);
    const invocation = {
      event,
      awsRequestId: requestId ?? randomUUID(),
      deadlineMs: clock.now() + timeoutMs,
      memoryLimitInMB: '256',
      invokedFunctionArn: functionArn(functionName),
    };
    child.send(invocation, () => {}); // If sending fails, the child is dead, and that rejects `message`.
    return readMessage(await message);
  } catch (error) {
    if (!timedOut) throw error;
    throw new LambdaInvocationError('timeout', 'Sandbox.Timedout', `Task timed out after ${timeoutMs / 1000} seconds`);
  } finally {
    cancel();
  }
}

/**
 * Starts a process that runs a built bundle as Lambda would. Resolves once the bundle is imported. Rejects with
 * LambdaInvocationError `init` if that fails.
 */
export async function startLambdaProcess(options: LambdaProcessOptions): Promise<LambdaProcess> {
  const { clock = systemClock, functionName = 'local' } = options;
  const lines = createLines();
  let child = forkChild(options, lines.heard);
  readMessage(await nextMessage(child));
  let busy = false;
  return {
    async invoke(event, invocation) {
      if (busy)
        throw new Error('Cannot invoke as an environment runs one invocation at a time: one is already running');
      busy = true;
      try {
        if (!isAlive(child)) {
          child = forkChild(options, lines.heard);
          readMessage(await nextMessage(child));
        }
        return await invokeChild(child, { ...invocation, event, clock, functionName });
      } finally {
        busy = false;
      }
    },
    kill: () => {
      child.kill('SIGKILL');
    },
    onLine: lines.listen,
  };
}
