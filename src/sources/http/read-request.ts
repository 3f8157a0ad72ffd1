import { arrayAt, at, isObject, objectAt, textAt } from '../../base/json.js';
import type { HttpKind, HttpRequest } from './request.js';
import { routedPath } from './routed-path.js';

/** What the kinds write differently. */
type Written = Pick<HttpRequest, 'method' | 'path' | 'headers' | 'query'> & {
  readonly iamPrincipal?: string | undefined;
};

interface Reader {
  readonly kind: HttpKind;
  /** Tests what distinguishes the kind. Only AWS writes these fields: a caller's headers and body stand deeper. */
  matches(event: unknown): boolean;
  read(event: unknown): Written;
}

/** What only authorizers and WebSockets have: otherwise they look like an API's requests. */
const LOOKALIKES = [['methodArn'], ['routeArn'], ['requestContext', 'connectionId']] as const;

/**
 * The kinds, told apart by what AWS alone writes.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
const READERS: readonly Reader[] = [
  { kind: 'alb', matches: (event) => isObject(at(event, 'requestContext', 'elb')), read: readAlb },
  { kind: 'function-url', matches: (event) => isVersion2(event) && isFunctionUrl(event), read: readVersion2 },
  { kind: 'http-api', matches: isVersion2, read: readVersion2 },
  { kind: 'rest', matches: isVersion1, read: readVersion1 },
];

function readerOf(event: unknown): Reader | undefined {
  return LOOKALIKES.some((path) => at(event, ...path) !== undefined)
    ? undefined
    : READERS.find((reader) => reader.matches(event));
}

/** Whether the event is a request. */
export function isRequest(event: unknown): boolean {
  return readerOf(event) !== undefined;
}

/** The request in an event, or `undefined` where it holds none. */
export function readRequest(event: unknown): HttpRequest | undefined {
  const reader = readerOf(event);
  if (!reader) return undefined;
  const { iamPrincipal, ...written } = reader.read(event);
  const body = at(event, 'body');
  return {
    kind: reader.kind,
    ...written,
    body: { text: typeof body === 'string' ? body : '', base64: at(event, 'isBase64Encoded') === true },
    ...(iamPrincipal !== undefined && { iamPrincipal }),
    multiValueHeaders: isObject(at(event, 'multiValueHeaders')),
  };
}

function isVersion2(event: unknown): boolean {
  return isObject(at(event, 'requestContext', 'http')) && at(event, 'version') === '2.0';
}

function isFunctionUrl(event: unknown): boolean {
  return textAt(event, 'requestContext', 'domainName')?.includes('.lambda-url.') ?? false;
}

function isVersion1(event: unknown): boolean {
  return typeof at(event, 'httpMethod') === 'string' && isObject(at(event, 'requestContext'));
}

function readVersion2(event: unknown): Written {
  return {
    method: textAt(event, 'requestContext', 'http', 'method') ?? '',
    path: routedPath({
      // `POST /push`, or `$default`.
      route: textAt(event, 'routeKey')?.split(' ')[1],
      parameters: objectAt(event, 'pathParameters'),
      path: textAt(event, 'rawPath') ?? '/',
      stage: textAt(event, 'requestContext', 'stage'),
    }),
    headers: headersOf(event),
    query: new URLSearchParams(textAt(event, 'rawQueryString')),
    iamPrincipal: textAt(event, 'requestContext', 'authorizer', 'iam', 'userArn'),
  };
}

function readVersion1(event: unknown): Written {
  return {
    method: textAt(event, 'httpMethod') ?? '',
    path: routedPath({
      route: textAt(event, 'resource'),
      parameters: objectAt(event, 'pathParameters'),
      path: textAt(event, 'path') ?? '/',
      stage: textAt(event, 'requestContext', 'stage'),
    }),
    headers: headersOf(event),
    query: new URLSearchParams(queryOf(event)),
    iamPrincipal: textAt(event, 'requestContext', 'identity', 'userArn'),
  };
}

/** A load balancer checks no identity, knows no stage and leaves the query encoded. */
function readAlb(event: unknown): Written {
  const query = queryOf(event).map((pair) => pair.join('='));
  return {
    method: textAt(event, 'httpMethod') ?? '',
    path: routedPath({ path: textAt(event, 'path') ?? '/' }),
    headers: headersOf(event),
    query: new URLSearchParams(query.join('&')),
  };
}

function headersOf(event: unknown): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of pairsOf(event, 'multiValueHeaders', 'headers')) {
    const key = name.toLowerCase();
    const before = headers.get(key);
    headers.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}

function queryOf(event: unknown): [string, string][] {
  return pairsOf(event, 'multiValueQueryStringParameters', 'queryStringParameters');
}

/** Names and values from the map of lists where there is one, else from the map of texts. */
function pairsOf(event: unknown, listsKey: string, textsKey: string): [string, string][] {
  const lists = at(event, listsKey);
  const names = Object.keys(isObject(lists) ? lists : objectAt(event, textsKey));
  return names.flatMap((name) => {
    const values = isObject(lists) ? arrayAt(lists, name) : [at(event, textsKey, name)];
    return values.filter((value) => typeof value === 'string').map((value): [string, string] => [name, value]);
  });
}
