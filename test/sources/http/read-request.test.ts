import { describe, expect, it } from 'vitest';
import { isRequest, readRequest } from '../../../src/sources/http/read-request.js';
import { BEARER, EACH_KIND, KINDS } from './samples.js';

describe('readRequest: every kind reads alike', () => {
  it.each(EACH_KIND)('%s', (kind, write) => {
    const headers = { ...BEARER, 'Content-Type': 'application/json' };
    const request = readRequest(write({ headers, query: 'key=a%20b&robot=dba', body: '{}' }));
    expect(request).toMatchObject({ kind: kind.split(' ')[0], method: 'POST', path: '/push' });
    expect(request?.headers.get('authorization')).toBe(BEARER.Authorization);
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect([...(request?.query ?? [])]).toEqual([
      ['key', 'a b'],
      ['robot', 'dba'],
    ]);
    expect(request?.body).toEqual({ text: '{}', base64: false });
    expect(request?.iamPrincipal).toBeUndefined();
  });

  it('HTTP API with payload format 1.0 is read as REST', () => {
    const event = { ...KINDS.rest({ body: 'x' }), version: '1.0', resource: '/push' };
    expect(readRequest(event)).toMatchObject({ kind: 'rest', path: '/push', method: 'POST' });
  });

  it.each(EACH_KIND)('%s: a request without headers, query and body is a request', (_, write) => {
    const event = {
      ...write({ headers: {} }),
      headers: null,
      queryStringParameters: null,
      rawQueryString: undefined,
      body: null,
    };
    expect(readRequest(event)?.body).toEqual({ text: '', base64: false });
  });
});

describe('readRequest: who AWS says it is', () => {
  const iam = 'arn:aws:iam::111122223333:role/ci';
  it.each(['rest', 'http-api', 'function-url'] as const)('%s: the IAM identity is kept', (kind) => {
    expect(readRequest(KINDS[kind]({ iam }))?.iamPrincipal).toBe(iam);
  });

  it('a load balancer checks none, whatever the event holds', () => {
    const event = {
      ...KINDS.alb({}),
      requestContext: { elb: {}, identity: { userArn: iam }, authorizer: { iam: { userArn: iam } } },
    };
    expect(readRequest(event)?.iamPrincipal).toBeUndefined();
  });

  it("a Lambda authorizer's own fields are no IAM identity", () => {
    const event = KINDS.rest({});
    const requestContext = { ...event.requestContext, authorizer: { iam: { userArn: iam }, principalId: iam } };
    expect(readRequest({ ...event, requestContext })?.iamPrincipal).toBeUndefined();
  });
});

describe('readRequest: repeated headers', () => {
  it('the values are joined', () => {
    const event = { ...KINDS.rest({}), multiValueHeaders: { Authorization: ['Bearer a', 'Bearer b'] } };
    expect(readRequest(event)?.headers.get('authorization')).toBe('Bearer a, Bearer b');
  });

  it('two spellings of one name are one header', () => {
    const event = {
      ...KINDS.rest({}),
      multiValueHeaders: null,
      headers: { Authorization: 'Bearer a', authorization: 'Bearer b' },
    };
    expect(readRequest(event)?.headers.get('authorization')).toBe('Bearer a, Bearer b');
  });
});

describe('isRequest: what only looks like a request', () => {
  it.each([
    ["a REST authorizer's event", { ...KINDS.rest({}), methodArn: 'arn', type: 'REQUEST' }],
    ["an HTTP API authorizer's event", { ...KINDS['http-api']({}), routeArn: 'arn', type: 'REQUEST' }],
    ['a WebSocket event', { ...KINDS.rest({}), requestContext: { connectionId: 'c' } }],
    ['version 2.0 without http', { version: '2.0', requestContext: {} }],
    ['a method without a context', { httpMethod: 'POST', body: 'x' }],
    ["a destination's record", { requestContext: { functionArn: 'arn', condition: 'Success' }, requestPayload: {} }],
  ])('%s', (_, event) => {
    expect(isRequest(event)).toBe(false);
    expect(readRequest(event)).toBeUndefined();
  });
});
