import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';

/** What the function's runtime said of an invocation, or of its init. */
export type Said =
  | { readonly kind: 'response'; readonly payload: unknown }
  | { readonly kind: 'error'; readonly payload: unknown }
  | { readonly kind: 'init-error'; readonly payload: unknown };

/** Lambda's Runtime API on this machine, for one execution environment. */
export interface RuntimeApi {
  /** What `AWS_LAMBDA_RUNTIME_API` is set to. */
  readonly address: string;
  /** Resolves when the runtime asks for its first invocation: its init is done; or with its init's error. */
  readonly started: Promise<Said | undefined>;
  /** Hands an event to the runtime. Resolves with what it said; never, where it died. */
  invoke(event: unknown, timeoutMs: number): Promise<Said>;
  close(): Promise<void>;
}

const PREFIX = '/2018-06-01/runtime';
const ARN = 'arn:aws:lambda:ap-southeast-1:111122223333:function:wecomrobot-test-notify';

interface Invocation {
  readonly id: string;
  readonly body: string;
  readonly deadlineMs: number;
  readonly said: (said: Said) => void;
}

/** One value, or a wait for it. */
function createMailbox<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/**
 * Starts it on 127.0.0.1.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  const started = createMailbox<Said | undefined>();
  let next = createMailbox<Invocation>();
  let current: Invocation | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').slice(PREFIX.length);
    if (path === '/invocation/next') {
      started.resolve(undefined);
      current = await next.promise;
      next = createMailbox();
      response.writeHead(200, headersOf(current)).end(current.body);
      return;
    }
    const payload: unknown = JSON.parse((await readBody(request)).toString('utf8') || 'null');
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
    if (path === '/init/error') started.resolve({ kind: 'init-error', payload });
    else current?.said({ kind: path === `/invocation/${current.id}/response` ? 'response' : 'error', payload });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // The runtime was killed while it was read.
  });
  const address = `127.0.0.1:${await listenOnLoopback(server)}`;
  return {
    address,
    started: started.promise,
    invoke: (event, timeoutMs) =>
      new Promise((said) => {
        next.resolve({ id: randomUUID(), body: JSON.stringify(event), deadlineMs: Date.now() + timeoutMs, said });
      }),
    close: () => closeServer(server),
  };
}

function headersOf({ id, deadlineMs }: Invocation): Record<string, string> {
  return {
    'content-type': 'application/json',
    'lambda-runtime-aws-request-id': id,
    'lambda-runtime-deadline-ms': String(deadlineMs),
    'lambda-runtime-invoked-function-arn': ARN,
    'lambda-runtime-trace-id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0',
  };
}
