import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody, encodeBody, UnreadableBodyError } from '../../src/queue/body.js';
import { writtenNotification } from '../support/queue-item.js';

/** What SQS takes. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const SQS_TEXT = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

describe('encodeBody, decodeBody', () => {
  it('encodeBody: any text survives the queue in characters that SQS takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const notification = writtenNotification('a', { body: text });
        const body = encodeBody({ notification, queuedAt: 7 });
        expect(body).toMatch(SQS_TEXT);
        expect(decodeBody(body)).toEqual({ notification, queuedAt: 7 });
      }),
    );
  });

  it.each(['\0', '\uFFFE', '\uFFFF', '\uD800', '\uDC00x', '\u001B[31m'])(
    'encodeBody: %j survives the queue',
    (text) => {
      const notification = writtenNotification('a', { body: text });
      const body = encodeBody({ notification, queuedAt: 7 });
      expect(body).toMatch(SQS_TEXT);
      expect(decodeBody(body).notification).toEqual(notification);
    },
  );

  it.each([
    ['plain text', 'hello', 'not JSON'],
    ['JSON of another kind', '{"a":1}', 'no version'],
    ['a newer version', '{"v":2,"notification":{}}', 'versions above 1 are not known: current value is 2'],
    ['an incomplete notification', '{"v":1,"notification":{"id":"a"}}', 'incomplete'],
    ['null', 'null', 'no version'],
  ])('decodeBody: %s is an error that says so', (_, text, reason) => {
    expect(() => decodeBody(text)).toThrow(UnreadableBodyError);
    expect(() => decodeBody(text)).toThrow(reason);
  });
});
