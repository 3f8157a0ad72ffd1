import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import { env, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { holdTime } from '../time/hold-time.js';
import { createSemaphore } from '../time/semaphore.js';
import { type TimedPart, timedPart } from '../time/timed-part.js';
import { functionArn, lambdaEnvironment } from './environment.js';
import { createLines, type LineListener } from './lines.js';
import { type StartPool, startLambdaPool } from './pool.js';
import { type InvokeOptions, LambdaInvocationError, type LambdaProcess, type LambdaProcessOptions } from './process.js';

type Handler = (event: unknown, context: object) => Promise<unknown>;

/** One life of an environment, from its start until it is killed. */
class Life implements TimedPart {
  readonly #setBack: readonly number[];
  readonly #heard: LineListener;
  readonly #sockets = new Set<Socket>();
  readonly #ends: ((error: Error) => void)[] = [];
  readonly #startTime = holdTime();
  #isDead = false;

  constructor(environment: Readonly<Record<string, string>>, heard: LineListener) {
    this.#setBack = environment['TIME_SET_BACK']?.split(',').map(Number) ?? [];
    this.#heard = heard;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  behindMs(now: number): number {
    const [at = Number.POSITIVE_INFINITY, ms = 0] = this.#setBack;
    return now < at ? 0 : ms;
  }

  /** Its first timer shows that its module is imported and runs: from then on time may pass. */
  onTimer(): void {
    this.#startTime();
  }

  hear(text: string): void {
    if (!this.#isDead) for (const line of text.split('\n')) if (line !== '') this.#heard(line, 'stdout');
  }

  /** Returns false if it is dead and may not connect. */
  connects(socket: Socket): boolean {
    this.#sockets.add(socket);
    return !this.#isDead;
  }

  /** Rejects when it is killed. */
  death(): Promise<never> {
    return new Promise((_, reject) => this.#ends.push(reject));
  }

  /** Ends it at once: its timers never fire, its connections break. */
  kill(): void {
    this.#isDead = true;
    for (const socket of this.#sockets) socket.destroy();
    const died = new LambdaInvocationError('died', 'Runtime.ExitError', 'Cannot answer as the process ended: SIGKILL');
    for (const end of this.#ends) end(died);
  }
}

/** Directs what a life prints and connects to that life. */
function watchLives(): void {
  const lifeOf = (): Life | undefined => {
    const part = timedPart.getStore();
    return part instanceof Life ? part : undefined;
  };
  const write = stdout.write.bind(stdout);
  stdout.write = (text: string | Uint8Array): boolean => {
    const life = lifeOf();
    if (!life) return write(text);
    life.hear(String(text));
    return true;
  };
  const connect = Socket.prototype.connect;
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
    const life = lifeOf();
    return life && !life.connects(this) ? this.destroy() : Reflect.apply(connect, this, given);
  };
}

let isWatched = false;
let lives = 0;
/** One at a time: a bundle reads the variables of its process while it is imported. */
const importInTurn = createSemaphore(1);

async function startLife(
  options: LambdaProcessOptions,
  heard: LineListener,
): Promise<{ life: Life; handler: Handler }> {
  const environment = { ...lambdaEnvironment(options.functionName ?? 'local'), ...options.env };
  return importInTurn(async () => {
    const life = new Life(environment, heard);
    const before = { ...env };
    for (const name of Object.keys(env)) delete env[name];
    Object.assign(env, { PATH: before['PATH'] }, environment);
    lives += 1;
    const url = `${pathToFileURL(options.bundle).href}?life=${lives}`;
    const module: { handler: Handler } = await timedPart.run(life, () => import(url)).finally(() => life.onTimer());
    Object.assign(env, before);
    return { life, handler: module.handler };
  });
}

/**
 * Starts an environment inside this process, whose time is a jumping one: the bundle is imported once more, with variables,
 * connections, timers and a clock of its own. Killed, it does nothing more. Counterpart: `startLambdaProcess`.
 */
async function startLambdaInProcess(options: LambdaProcessOptions): Promise<LambdaProcess> {
  if (!isWatched) watchLives();
  isWatched = true;
  const lines = createLines();
  let alive = await startLife(options, lines.heard);
  return {
    invoke: async (event, invocation) => {
      if (alive.life.isDead) alive = await startLife(options, lines.heard);
      return invokeLife(alive.life, alive.handler, event, invocation, options.functionName ?? 'local');
    },
    kill: () => alive.life.kill(),
    onLine: lines.listen,
  };
}

async function invokeLife(
  life: Life,
  handler: Handler,
  event: unknown,
  { timeoutMs, requestId = randomUUID() }: InvokeOptions,
  functionName: string,
): Promise<unknown> {
  const deadlineMs = Date.now() + timeoutMs;
  const context = {
    awsRequestId: requestId,
    invokedFunctionArn: functionArn(functionName),
    memoryLimitInMB: '256',
    functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
  };
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    life.kill();
  }, timeoutMs);
  try {
    const given: unknown = JSON.parse(JSON.stringify(event));
    const answer = await Promise.race([life.death(), timedPart.run(life, () => handler(given, context))]);
    return JSON.parse(JSON.stringify(answer) ?? 'null');
  } catch (error) {
    if (isTimedOut)
      throw new LambdaInvocationError(
        'timeout',
        'Sandbox.Timedout',
        `Task timed out after ${timeoutMs / 1000} seconds`,
      );
    if (error instanceof LambdaInvocationError) throw error;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    throw new LambdaInvocationError('function', name, message);
  } finally {
    clearTimeout(timer);
  }
}

/** Starts a pool of such environments. */
export const startPoolInProcess: StartPool = (size, options) => startLambdaPool(size, options, startLambdaInProcess);
