import { describe, expect, it } from 'vitest';
import { NotDeliveredError } from '../../src/domain/errors.js';
import { readEvent } from '../../src/sources/sources.js';
import { readContext } from '../support/read-context.js';
import { sqsRecord } from './samples.js';

const delivered = { status: 'delivered', messages: 1 } as const;
const refused = { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: 'x' } as const;

describe('pipes: the answer', () => {
  it('of a queue’s records, those that failed come back alone', async () => {
    const incoming = await readEvent([sqsRecord('m1', '一'), sqsRecord('m2', '二')], readContext());
    expect(incoming.respond([delivered, refused])).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
  });

  it('of anything else, a failure is thrown', async () => {
    const incoming = await readEvent(['一', '二'], readContext());
    expect(incoming.respond([delivered, delivered])).toBeUndefined();
    expect(() => incoming.respond([delivered, refused])).toThrow(NotDeliveredError);
  });

  it('an element that breaks a rule does not hold back the others', async () => {
    const incoming = await readEvent([{ push_message: '' }, '二'], readContext());
    expect(incoming.drafts).toMatchObject([{ body: '二' }]);
    expect(incoming.unread).toHaveLength(1);
  });
});
