import { describe, expect, test } from 'vitest';
import { describeFailedEvent, failedEvent, recordedEvent } from '../../../scripts/aws/failed-event.js';

const EVENT = { source: 'aws.ecs', 'detail-type': 'ECS Task State Change', detail: {} };
const SNS = {
  Type: 'Notification',
  MessageId: '5c3f0e0a-1111-4222-8333-444455556666',
  TopicArn: 'arn:aws-cn:sns:cn-north-1:111122223333:alarms',
  Subject: 'ALARM: "cpu" in China (Beijing)',
  Message: '{"AlarmName":"cpu"}',
  Timestamp: '2026-11-22T12:00:00.000Z',
  SigningCertURL: 'https://sns.cn-north-1.amazonaws.com.cn/1.pem',
  UnsubscribeURL: 'https://sns.cn-north-1.amazonaws.com.cn/',
};
const RECORD = {
  version: '1.0',
  requestContext: { functionArn: 'arn:aws:lambda:…:wecomrobot-prod-notify:$LATEST', condition: 'RetriesExhausted' },
  requestPayload: EVENT,
  responsePayload: { errorType: 'NotDeliveredError', errorMessage: 'The queue did not accept the message' },
};

describe('failedEvent', () => {
  test.each([
    ['Lambda’s record of a failed invocation', RECORD, EVENT],
    ['an EventBridge event', EVENT, EVENT],
    ['the four parameters', { push_message: '好' }, { push_message: '好' }],
  ])('failedEvent: %s', (_, body, event) => {
    expect(failedEvent(JSON.stringify(body))).toEqual(event);
  });

  test('failedEvent: SNS’s message becomes what Lambda would have been invoked with', () => {
    expect(failedEvent(JSON.stringify(SNS))).toEqual({
      Records: [
        {
          EventSource: 'aws:sns',
          EventVersion: '1.0',
          EventSubscriptionArn: '',
          Sns: {
            Type: SNS.Type,
            MessageId: SNS.MessageId,
            TopicArn: SNS.TopicArn,
            Subject: SNS.Subject,
            Message: SNS.Message,
            Timestamp: SNS.Timestamp,
            SigningCertUrl: SNS.SigningCertURL,
            UnsubscribeUrl: SNS.UnsubscribeURL,
          },
        },
      ],
    });
  });

  test('failedEvent: a text is itself', () => {
    expect(failedEvent('磁盘快满了')).toBe('磁盘快满了');
  });

  test('failedEvent: a record without its event cannot be replayed', () => {
    const { requestPayload: _, ...without } = RECORD;
    expect(() => failedEvent(JSON.stringify(without))).toThrow('as the record does not hold its event');
  });
});

describe('recordedEvent', () => {
  test('recordedEvent: is the event of Lambda’s record', () => {
    expect(recordedEvent(JSON.stringify(RECORD))).toEqual(EVENT);
  });

  test.each([
    ['another object', JSON.stringify({ push_message: '好' })],
    ['half a record', JSON.stringify(RECORD).slice(0, 100)],
    ['nothing', ''],
  ])('recordedEvent: %s is no record', (_, body) => {
    expect(() => recordedEvent(body)).toThrow("Cannot replay as it is not Lambda's record of an invocation");
  });
});

describe('describeFailedEvent', () => {
  test.each([
    [RECORD, 'ECS Task State Change (The queue did not accept the message)'],
    [EVENT, 'ECS Task State Change'],
    [SNS, 'ALARM: "cpu" in China (Beijing)'],
    [{ Records: [{ Sns: { Message: '{"AlarmName":"cpu"}' } }] }, 'cpu'],
    [{ Records: [{ Sns: { Message: '磁盘快满了', MessageId: '5c3f0e0a' } }] }, '5c3f0e0a'],
    [{ key1: 1, key2: 2 }, 'key1, key2'],
  ])('describeFailedEvent: %j', (body, line) => {
    expect(describeFailedEvent(JSON.stringify(body))).toBe(line);
  });
});
