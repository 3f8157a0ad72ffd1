import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, numberAt, objectAt, textAt } from '../../src/base/json.js';

/**
 * Returns a request as API Gateway's HTTP API passes it on.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function toHttpApiEvent(
  { method = 'GET', url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  body: Buffer,
  now: number,
): object {
  const { pathname, search } = new URL(url, 'http://127.0.0.1');
  const { cookie, ...others } = headers;
  const lists = Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(lists),
    requestContext: {
      accountId: '111122223333',
      apiId: 'local',
      domainName: headers.host ?? '',
      http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      routeKey: '$default',
      stage: '$default',
      timeEpoch: now,
    },
    body: body.toString('base64'),
    isBase64Encoded: true,
  };
}

/** Writes the function's answer as API Gateway does: 500 if the function threw or its answer is not one. */
export function writeHttpApiAnswer(answer: unknown, response: ServerResponse): void {
  const statusCode = numberAt(answer, 'statusCode');
  if (!isObject(answer) || statusCode === undefined) {
    response.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Internal Server Error"}');
    return;
  }
  const headers = Object.entries(objectAt(answer, 'headers')).map(([name, value]) => [name, String(value)] as const);
  response.writeHead(statusCode, Object.fromEntries(headers)).end(textAt(answer, 'body') ?? '');
}
