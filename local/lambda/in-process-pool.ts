import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { createSemaphore } from '../time/semaphore.js';
import { functionArn, lambdaEnvironment } from './environment.js';
import { createLines, type LineListener } from './lines.js';
import type { LambdaPool } from './pool.js';
import { type InvokeOptions, LambdaInvocationError, type LambdaProcessOptions } from './process.js';

/** The handler of a built bundle. */
type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/** One execution environment: a copy of the bundle, with module state of its own. */
interface Environment {
  readonly handler: Handler;
  readonly env: LambdaProcessOptions['env'];
}

/** Runs work during which no time passes. */
export type Hold = <T>(work: () => Promise<T>) => Promise<T>;

/** A bundle reads its environment variables while it is imported: one after another. */
const importTurn = createSemaphore(1);
let imports = 0;

/**
 * Starts a function whose environments are modules of this process, for a time that this process moves by hand. There is
 * always an environment for an invocation, as in AWS. It cannot be killed, and must never exceed its timeout: code that
 * runs cannot be ended.
 */
export function startInProcessPool(options: LambdaProcessOptions, hold: Hold): LambdaPool {
  const { clock = systemClock, functionName = 'local' } = options;
  let { env } = options;
  let free: Environment[] = [];
  let running = 0;
  const lines = createLines();

  const start = async (): Promise<Environment> => ({
    handler: await hold(() =>
      importBundle(options.bundle, { ...lambdaEnvironment(functionName), ...env }, lines.heard),
    ),
    env,
  });
  return {
    invoke: async (event, invocation) => {
      running += 1;
      try {
        const environment = free.pop() ?? (await start());
        try {
          return await run(environment, event, invocation, { clock, functionName });
        } finally {
          if (environment.env === env) free.push(environment);
        }
      } finally {
        running -= 1;
      }
    },
    configure: (next) => {
      env = next;
      free = [];
    },
    kill: () => {
      throw new Error('Cannot kill an environment as it must be a process of its own');
    },
    busy: () => Array.from({ length: running }, (_, index) => index),
    onLine: lines.listen,
    stop: () => {},
  };
}

/** Imports a fresh copy of the bundle. @throws {LambdaInvocationError} `init`, if that fails. */
function importBundle(bundle: string, env: Readonly<Record<string, string>>, heard: LineListener): Promise<Handler> {
  return importTurn(async () => {
    imports += 1;
    const restore = giveProcess(env, heard);
    try {
      const { handler } = await import(`${pathToFileURL(bundle).href}?environment=${imports}`);
      return handler;
    } catch (error) {
      throw new LambdaInvocationError('init', error instanceof Error ? error.name : 'Error', String(error));
    } finally {
      restore();
    }
  });
}

/** Gives this process other variables and another stdout. Returns a function that undoes both. */
function giveProcess(env: Readonly<Record<string, string>>, heard: LineListener): () => void {
  const real = { env: process.env, stdout: Object.getOwnPropertyDescriptor(process, 'stdout') ?? {} };
  const write = (text: string): boolean => {
    for (const line of text.split('\n')) if (line !== '') heard(line, 'stdout');
    return true;
  };
  process.env = { ...env };
  Object.defineProperty(process, 'stdout', { configurable: true, get: () => ({ write }) });
  return () => {
    process.env = real.env;
    Object.defineProperty(process, 'stdout', real.stdout);
  };
}

interface Where {
  readonly clock: Clock;
  readonly functionName: string;
}

async function run({ handler }: Environment, event: unknown, invocation: InvokeOptions, where: Where) {
  const { clock, functionName } = where;
  const { timeoutMs } = invocation;
  const endsAt = clock.now() + timeoutMs;
  const cancel = clock.after(timeoutMs, () => {
    throw new Error(
      `Cannot go on as ${functionName} must answer within ${timeoutMs} ms: code that runs cannot be ended`,
    );
  });
  try {
    const context = {
      awsRequestId: invocation.requestId ?? randomUUID(),
      functionName,
      functionVersion: '$LATEST',
      invokedFunctionArn: functionArn(functionName),
      memoryLimitInMB: '256',
      getRemainingTimeInMillis: () => Math.max(0, endsAt - clock.now()),
    };
    const answer: unknown = await handler(structuredClone(event), context);
    return answer === undefined ? null : JSON.parse(JSON.stringify(answer));
  } catch (error) {
    throw new LambdaInvocationError('function', error instanceof Error ? error.name : typeof error, String(error));
  } finally {
    cancel();
  }
}
