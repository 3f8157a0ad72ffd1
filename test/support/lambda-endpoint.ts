import { createServer } from 'node:http';
import { LambdaInvocationError } from '../../local/lambda/process.js';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';

/** Lambda's `Invoke`, for the real SDK: `AWS_ENDPOINT_URL_LAMBDA` is set to `endpoint`. */
export interface LambdaEndpoint {
  readonly endpoint: string;
  close(): Promise<void>;
}

type Invoke = (event: unknown) => Promise<unknown>;

/**
 * Starts it with functions by name, and answers to further GET requests by path. A function that throws is answered as Lambda does: 200, `X-Amz-Function-Error`, and the error.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function startLambdaEndpoint(
  functions: Readonly<Record<string, Invoke>>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<LambdaEndpoint> {
  const server = createServer(async (request, response) => {
    if (request.method === 'GET' && Object.hasOwn(settings, request.url ?? '')) {
      response.writeHead(200).end(JSON.stringify(settings[request.url ?? '']));
      return;
    }
    const name = /\/functions\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '';
    const event: unknown = JSON.parse((await readBody(request)).toString('utf8') || 'null');
    const invoke = functions[name];
    if (!invoke) {
      response.writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' });
      response.end(JSON.stringify({ Type: 'User', Message: `Function not found: ${name}` }));
      return;
    }
    const answer = await invoke(event).then(
      (payload) => ({ headers: {}, payload }),
      (error: unknown) => ({ headers: { 'x-amz-function-error': 'Unhandled' }, payload: describe(error) }),
    );
    response.writeHead(200, answer.headers).end(JSON.stringify(answer.payload));
  });
  return { endpoint: `http://127.0.0.1:${await listenOnLoopback(server)}`, close: () => closeServer(server) };
}

function describe(error: unknown) {
  if (error instanceof LambdaInvocationError) return { errorType: error.errorType, errorMessage: error.message };
  return { errorType: 'Error', errorMessage: String(error) };
}
