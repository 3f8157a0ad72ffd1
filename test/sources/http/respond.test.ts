import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/domain/delivery.js';
import { InvalidInputError, SecretUnavailableError } from '../../../src/domain/errors.js';
import { readRequest } from '../../../src/sources/http/read-request.js';
import { replyToError, replyToOutcomes, toLambdaResponse } from '../../../src/sources/http/respond.js';
import { EACH_KIND, KINDS } from './samples.js';

const DELIVERED: Outcome = { status: 'delivered', messages: 1 };
const QUEUED: Outcome = { status: 'queued', id: 'http:1' };
const REFUSED: Outcome = { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: '机器人不存在' };
const LATER: Outcome = { status: 'unavailable', retryAfterMs: 1500, reason: 'busy' };
const UNSURE: Outcome = { status: 'unconfirmed', retryAfterMs: 1000, reason: 'timeout' };
const INVALID: Outcome = { status: 'invalid', field: 'robot', reason: 'unknown' };

describe('replyToOutcomes: one status for what became of the message', () => {
  it.each<[Outcome, number, object]>([
    [DELIVERED, 200, { id: 'http:1', status: 'delivered' }],
    [QUEUED, 202, { id: 'http:1', status: 'queued' }],
    [INVALID, 400, { id: 'http:1', status: 'invalid', field: 'robot', reason: 'unknown' }],
    [{ ...INVALID, httpStatus: 413 }, 413, { id: 'http:1', status: 'invalid', field: 'robot', reason: 'unknown' }],
    [REFUSED, 502, { id: 'http:1', status: 'refused', reason: '机器人不存在' }],
    [LATER, 503, { id: 'http:1', status: 'unavailable', reason: 'busy' }],
    [UNSURE, 504, { id: 'http:1', status: 'unconfirmed', reason: 'timeout' }],
  ])('$status', (outcome, httpStatus, body) => {
    expect(replyToOutcomes('http:1', [outcome])).toMatchObject({ httpStatus, body });
  });

  it.each([
    [1500, '2'],
    [1, '1'],
    [0, '1'],
    [65_000, '65'],
  ])('unavailable for %d ms asks to come again after %s s', (retryAfterMs, seconds) => {
    expect(replyToOutcomes('x', [{ ...LATER, retryAfterMs }]).headers).toEqual({ 'retry-after': seconds });
  });

  it.each<[string, readonly Outcome[], number]>([
    ['trying again may help', [DELIVERED, REFUSED, LATER], 503],
    ['something is refused', [DELIVERED, REFUSED, INVALID], 502],
    ['something is queued', [DELIVERED, QUEUED], 202],
    ['everything is delivered', [DELIVERED, DELIVERED], 200],
  ])('of several the worst is told, and each in results: %s', (_, outcomes, httpStatus) => {
    const reply = replyToOutcomes('x', outcomes);
    expect(reply.httpStatus).toBe(httpStatus);
    expect(reply.body).toMatchObject({ results: outcomes.map(({ status }) => ({ status })) });
  });

  it('a message that a rule drops is 200 and says so', () => {
    expect(replyToOutcomes('x', [])).toEqual({ httpStatus: 200, body: { status: 'dropped', id: 'x' } });
  });
});

describe('replyToError: what has an answer', () => {
  it('invalid input names its field', () => {
    expect(replyToError(new InvalidInputError('robot', 'Cannot …', { httpStatus: 403 }))).toEqual({
      httpStatus: 403,
      body: { status: 'invalid', field: 'robot', reason: 'Cannot …' },
    });
  });

  it("an unreadable secret is 503 and its error's words stay inside", () => {
    const reply = replyToError(new SecretUnavailableError('arn:aws:secretsmanager:… denied'));
    expect(reply).toMatchObject({ httpStatus: 503, headers: { 'retry-after': '10' } });
    expect(JSON.stringify(reply)).not.toContain('arn');
  });

  it('a bug has none', () => {
    expect(replyToError(new TypeError('x'))).toBeUndefined();
  });
});

describe('toLambdaResponse: as each kind wants it', () => {
  const reply = { httpStatus: 202, body: { status: 'queued', text: '发布' } };
  const write = (event: unknown) => {
    const request = readRequest(event);
    return request && toLambdaResponse(reply, request);
  };

  it.each(EACH_KIND)('%s: a status, JSON in UTF-8, no base64', (kind, sample) => {
    const response = write(sample({}));
    expect(response).toMatchObject({
      statusCode: 202,
      body: '{"status":"queued","text":"发布"}',
      isBase64Encoded: false,
    });
    const type = 'application/json; charset=utf-8';
    if (kind === 'alb with lists') expect(response?.multiValueHeaders).toMatchObject({ 'content-type': [type] });
    else expect(response?.headers).toMatchObject({ 'content-type': type });
  });

  it('a load balancer gets the words of the status', () => {
    expect(write(KINDS.alb({}))?.statusDescription).toBe('202 Accepted');
    expect(write(KINDS.rest({}))).not.toHaveProperty('statusDescription');
  });

  it('a load balancer without lists gets plain headers, one with lists only lists', () => {
    expect(write(KINDS.alb({}))).not.toHaveProperty('multiValueHeaders');
    expect(write(KINDS['alb with lists']({}))).not.toHaveProperty('headers');
  });
});
