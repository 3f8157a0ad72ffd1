import { TOKEN } from '../../support/read-context.js';

/** What a test's request holds. */
export interface SampleRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: string;
  readonly base64?: boolean;
  /** ARN of the IAM identity. */
  readonly iam?: string;
}

/** The header that opens the door. */
export const BEARER = { Authorization: `Bearer ${TOKEN}` };

const bodyOf = ({ body, base64 }: SampleRequest) => ({ body: body ?? null, isBase64Encoded: base64 ?? false });

const listsOf = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]]));

function rest(request: SampleRequest) {
  const { method = 'POST', path = '/push', headers = BEARER, query = '', iam } = request;
  const parameters = Object.fromEntries(new URLSearchParams(query));
  return {
    resource: '/{proxy+}',
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: listsOf(headers),
    queryStringParameters: parameters,
    multiValueQueryStringParameters: listsOf(parameters),
    pathParameters: { proxy: path.slice(1) },
    stageVariables: null,
    requestContext: { stage: 'prod', httpMethod: method, identity: { sourceIp: '192.0.2.1', userArn: iam ?? null } },
    ...bodyOf(request),
  };
}

function httpApi(request: SampleRequest) {
  const { method = 'POST', path = '/push', headers = BEARER, query = '', iam } = request;
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: `/prod${path}`,
    rawQueryString: query,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    requestContext: {
      domainName: 'abc.execute-api.ap-southeast-1.amazonaws.com',
      stage: 'prod',
      http: { method, path: `/prod${path}`, sourceIp: '192.0.2.1' },
      ...(iam !== undefined && { authorizer: { iam: { userArn: iam } } }),
    },
    ...bodyOf(request),
  };
}

function functionUrl(request: SampleRequest) {
  const { path = '/push' } = request;
  const event = httpApi(request);
  return {
    ...event,
    routeKey: '$default',
    rawPath: path,
    requestContext: {
      ...event.requestContext,
      domainName: 'abc.lambda-url.ap-southeast-1.on.aws',
      stage: '$default',
    },
  };
}

function alb(request: SampleRequest) {
  const { method = 'POST', path = '/push', headers = BEARER, query = '' } = request;
  const pairs = query === '' ? [] : query.split('&').map((pair) => pair.split('=', 2));
  return {
    requestContext: {
      elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:ap-southeast-1:111122223333:targetgroup/robot/0' },
    },
    httpMethod: method,
    path,
    queryStringParameters: Object.fromEntries(pairs),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    ...bodyOf(request),
  };
}

function albWithLists(request: SampleRequest) {
  const { headers, queryStringParameters, ...event } = alb(request);
  return {
    ...event,
    multiValueHeaders: listsOf(headers),
    multiValueQueryStringParameters: listsOf(queryStringParameters as Record<string, string>),
  };
}

/** A request as each kind of HTTP event writes it. */
export const KINDS = { rest, 'http-api': httpApi, 'function-url': functionUrl, alb, 'alb with lists': albWithLists };

/** The kinds by name, for table tests. */
export const EACH_KIND = Object.entries(KINDS);
