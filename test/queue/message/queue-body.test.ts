import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ATTEMPTS } from '../../../src/queue/message/attempts.js';
import { readQueueBody, UnreadableBodyError, writeQueueBody } from '../../../src/queue/message/queue-body.js';
import { writtenNotification } from '../../support/queue-item.js';

/** What SQS takes. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const SQS_TEXT = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

describe('writeQueueBody, readQueueBody', () => {
  it('writeQueueBody: any text survives the queue in characters that SQS takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const notification = writtenNotification('a', { body: text });
        const body = writeQueueBody({ notification, queuedAt: 7 });
        expect(body).toMatch(SQS_TEXT);
        expect(readQueueBody(body)).toEqual({ notification, queuedAt: 7, attempts: NO_ATTEMPTS });
      }),
    );
  });

  it.each(['\0', '\uFFFE', '\uFFFF', '\uD800', '\uDC00x', '\u001B[31m'])(
    'writeQueueBody: %j survives the queue',
    (text) => {
      const notification = writtenNotification('a', { body: text });
      const body = writeQueueBody({ notification, queuedAt: 7 });
      expect(body).toMatch(SQS_TEXT);
      expect(readQueueBody(body).notification).toEqual(notification);
    },
  );

  it('readQueueBody: whatever is queued can be read, a blank title and body included', () => {
    const blank = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', ' '.repeat(1200), '\n\t', '\u3000'));
    fc.assert(
      fc.property(blank, blank, (title, body) => {
        const notification = writtenNotification('a', { title, body });
        expect(readQueueBody(writeQueueBody({ notification, queuedAt: 7 })).notification).toEqual(notification);
      }),
    );
  });

  it('readQueueBody: version 1, which named the source `road`, is read as this version is', () => {
    const notification = writtenNotification('a');
    const { source, ...origin } = notification.origin;
    const body = JSON.stringify({
      v: 1,
      queuedAt: 7,
      notification: { ...notification, origin: { ...origin, road: source } },
    });
    expect(readQueueBody(body)).toEqual({ notification, queuedAt: 7, attempts: NO_ATTEMPTS });
  });

  it.each([
    ['plain text', 'hello', 'not JSON'],
    ['JSON of another kind', '{"a":1}', 'no version'],
    ['a newer version', '{"v":3,"notification":{}}', 'its version must be at most 2: current value is 3'],
    ['an incomplete notification', '{"v":2,"notification":{"id":"a"}}', 'incomplete'],
    ['null', 'null', 'no version'],
  ])('readQueueBody: %s is an error that says so', (_, text, reason) => {
    expect(() => readQueueBody(text)).toThrow(UnreadableBodyError);
    expect(() => readQueueBody(text)).toThrow(reason);
  });
});
