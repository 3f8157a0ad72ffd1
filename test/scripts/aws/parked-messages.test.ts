import { describe, expect, it } from 'vitest';
import { replayedMessages, titleOfParked } from '../../../scripts/aws/parked-messages.js';
import { carrierEntry } from '../../../src/queue/message/carrier.js';
import { writeQueueBody } from '../../../src/queue/message/queue-body.js';
import { writtenNotification } from '../../support/queue-item.js';

const bodyOf = (id: string): string => writeQueueBody({ notification: writtenNotification(id), queuedAt: 0 });
const held = (body: string) => ({ id: 'held', receipt: 'r', body, groupId: 'default', sentAt: 0, attributes: {} });
const messages = ['a', 'b', 'c', 'd'].map((messageId) => ({ messageId, body: bodyOf(messageId) }));
const carrier = held(carrierEntry('default', { sentOn: 1, attemptedAt: 0, messages }).body);

describe('replayedMessages', () => {
  it('replayedMessages: a message is replayed as it is', () => {
    expect(replayedMessages(held(bodyOf('a')))).toEqual([{ body: bodyOf('a'), groupId: 'default' }]);
  });

  it('replayedMessages: a carrier is replayed one by one, in order, with the same deduplication ids each time', () => {
    const replayed = replayedMessages(carrier);
    expect(replayed.map(({ body }) => body)).toEqual(messages.map(({ body }) => body));
    expect(new Set(replayed.map(({ deduplicationId }) => deduplicationId)).size).toBe(4);
    expect(replayedMessages(carrier)).toEqual(replayed);
  });
});

describe('titleOfParked', () => {
  it('titleOfParked: a carrier is told by its number of messages and the first of their titles', () => {
    expect(titleOfParked(held(bodyOf('a')))).toBe('title of a');
    expect(titleOfParked(carrier)).toBe('4 folded messages: title of a, title of b, title of c');
    expect(titleOfParked(held('not ours'))).toBe('unreadable');
  });
});
