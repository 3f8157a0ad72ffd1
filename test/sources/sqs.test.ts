import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/delivery.js';
import { readEvent } from '../../src/sources/sources.js';
import { readContext } from '../support/read-context.js';
import { envelope, sqsRecord } from './samples.js';

const DELIVERED: Outcome = { status: 'delivered', messages: 1 };
const LATER: Outcome = { status: 'unavailable', retryAfterMs: 1000, reason: 'busy' };

const failing = (...ids: readonly string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

async function answer(records: readonly unknown[], outcomes: readonly Outcome[], draftOf?: readonly number[]) {
  return (await readEvent({ Records: records }, readContext())).respond(outcomes, draftOf);
}

describe('sqs: the batch is answered record by record', () => {
  const three = [sqsRecord('m1', '一'), sqsRecord('m2', '二'), sqsRecord('m3', '三')];

  it('nothing failed', async () => {
    expect(await answer(three, [DELIVERED, DELIVERED, DELIVERED])).toEqual(failing());
  });

  it('the failed record alone comes again', async () => {
    expect(await answer(three, [DELIVERED, LATER, DELIVERED])).toEqual(failing('m2'));
  });

  it('an unreadable record comes again and holds nothing back', async () => {
    const records = [sqsRecord('m1', '一'), sqsRecord('m2', ' '), sqsRecord('m3', '三')];
    expect(await answer(records, [DELIVERED, DELIVERED])).toEqual(failing('m2'));
  });

  it('a record whose draft became two notifications fails with either of them', async () => {
    expect(await answer(three, [DELIVERED, DELIVERED, LATER, DELIVERED], [0, 1, 1, 2])).toEqual(failing('m2'));
  });

  it('a record whose draft a rule dropped is done', async () => {
    expect(await answer(three, [DELIVERED, LATER], [0, 2])).toEqual(failing('m3'));
  });

  it('where nobody says whose an outcome is, a failure counts for every record', async () => {
    expect(await answer(three, [LATER])).toEqual(failing('m1', 'm2', 'm3'));
  });

  it('in a FIFO queue the later records of the same group fail too', async () => {
    const records = [
      sqsRecord('m1', '一', 'dba'),
      sqsRecord('m2', '二', 'dba'),
      sqsRecord('m3', '三', 'ops'),
      sqsRecord('m4', '四', 'dba'),
    ];
    expect(await answer(records, [DELIVERED, LATER, DELIVERED, DELIVERED])).toEqual(failing('m2', 'm4'));
  });
});

describe('sqs: the body', () => {
  it('attributes of raw delivery are read as overrides', async () => {
    const messageAttributes = { robot: { stringValue: 'dba', dataType: 'String' } };
    const { drafts } = await readEvent({ Records: [{ ...sqsRecord('m1', '一'), messageAttributes }] }, readContext());
    expect(drafts[0]?.overrides).toEqual({ robot: 'dba' });
  });

  it('a plain body has the time it was sent', async () => {
    const { drafts } = await readEvent({ Records: [sqsRecord('m1', '一')] }, readContext());
    expect(drafts[0]?.occurredAt).toBe(1795319700000);
  });

  it("an event inside keeps that event's time and account", async () => {
    const body = JSON.stringify(envelope({ account: '444455556666' }));
    const { drafts } = await readEvent({ Records: [sqsRecord('m1', body)] }, readContext());
    expect(drafts[0]?.occurredAt).toBe(Date.UTC(2026, 10, 22, 3, 58));
    expect(drafts[0]?.origin.account).toBe('444455556666');
  });
});
