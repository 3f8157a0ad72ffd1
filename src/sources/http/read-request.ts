import { arrayAt, at, isObject, objectAt, textAt } from '../../base/json.js';
import type { HttpKind, HttpRequest } from './request.js';
import { routedPath } from './routed-path.js';

/** The parts of a request that each kind writes in its own way. */
type Written = Pick<HttpRequest, 'method' | 'path' | 'headers' | 'query'> & {
  readonly iamPrincipal?: string | undefined;
};

interface Reader {
  readonly kind: HttpKind;
  /** Tests the fields that distinguish the kind. Only AWS writes these: a caller's headers and body are nested deeper. */
  matches(event: unknown): boolean;
  read(event: unknown): Written;
}

/** Fields that only authorizer and WebSocket events have, which otherwise look like requests to an API. */
const LOOKALIKES = [['methodArn'], ['routeArn'], ['requestContext', 'connectionId']] as const;

/**
 * The kinds, told apart by fields that only AWS writes.
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

/** Returns true if the event is an HTTP request. */
export function isRequest(event: unknown): boolean {
  return readerOf(event) !== undefined;
}

/** Returns the request in an event, or `undefined` if there is none. */
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
    headers: withCookies(headersOf(event), arrayAt(event, 'cookies')),
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

/** Reads a load balancer's request: it has no checked identity and no stage, and its query is still encoded. */
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

/** Cookies are no headers in version 2: they have a list of their own. */
function withCookies(headers: ReadonlyMap<string, string>, cookies: readonly unknown[]): ReadonlyMap<string, string> {
  const written = cookies.filter((one) => typeof one === 'string').join('; ');
  return written === '' ? headers : new Map([...headers, ['cookie', written]]);
}

function queryOf(event: unknown): [string, string][] {
  return pairsOf(event, 'multiValueQueryStringParameters', 'queryStringParameters');
}

/** Returns names and values from the map of lists if there is one, else from the map of strings. */
function pairsOf(event: unknown, listsKey: string, textsKey: string): [string, string][] {
  const lists = at(event, listsKey);
  const names = Object.keys(isObject(lists) ? lists : objectAt(event, textsKey));
  return names.flatMap((name) => {
    const values = isObject(lists) ? arrayAt(lists, name) : [at(event, textsKey, name)];
    return values.filter((value) => typeof value === 'string').map((value): [string, string] => [name, value]);
  });
}
