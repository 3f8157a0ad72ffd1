import { describe, expect, it } from 'vitest';
import { alarmAction } from '../../src/sources/alarm-action.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { customEventBus, eventBridge } from '../../src/sources/eventbridge.js';
import { lambdaDestination } from '../../src/sources/lambda-destination.js';
import { serviceRecords } from '../../src/sources/service-records.js';
import { sns } from '../../src/sources/sns.js';
import { sqs } from '../../src/sources/sqs.js';
import { unwrap } from '../../src/sources/unwrap.js';
import { alarm, envelope, invocationRecord, snsNotification, snsRecord } from './samples.js';

const outer = emptyEvent('invoke', 'invoke:request-1', 1000);

describe('sns: the message as an event', () => {
  it('the message stands in text as it came, and in detail where it is a JSON object', () => {
    const [event] = sns.open({ Records: [snsRecord('{"a": 1}')] }, outer);
    expect(event).toMatchObject({
      sourceName: 'sns',
      text: '{"a": 1}',
      detail: { a: 1 },
      subject: '',
      id: 'sns:sns-message-1',
    });
  });

  it('attributes are texts; binary ones are left out', () => {
    const MessageAttributes = {
      robot: { Type: 'String', Value: 'dba' },
      is_at_all: { Type: 'Number', Value: '1' },
      at_mobiles: { Type: 'String.Array', Value: '["13800138000"]' },
      blob: { Type: 'Binary', Value: 'AAEC' },
    };
    const [event] = sns.open({ Records: [snsRecord('x', { MessageAttributes })] }, outer);
    expect(event?.attributes).toEqual({ robot: 'dba', is_at_all: '1', at_mobiles: '["13800138000"]' });
  });

  it("without its own id and time the invocation's are used, told apart by place", () => {
    const bare = snsRecord('x', { MessageId: undefined, Timestamp: 'soon' });
    const events = sns.open({ Records: [bare, bare] }, outer);
    expect(events.map(({ id, occurredAt }) => [id, occurredAt])).toEqual([
      ['invoke:request-1:0', 1000],
      ['invoke:request-1:1', 1000],
    ]);
  });
});

describe('eventBridge: the envelope as an event', () => {
  it('every field of the envelope is kept', () => {
    expect(eventBridge.open(envelope(), outer)).toEqual([
      {
        ...outer,
        sourceName: 'eventbridge',
        id: 'eb:event-1',
        source: 'shop.orders',
        detailType: 'Order Delayed',
        account: '111122223333',
        region: 'ap-southeast-1',
        occurredAt: Date.UTC(2026, 10, 22, 3, 58),
        resources: ['arn:aws:s3:::orders'],
        detail: { orderId: 'A-1', status: 'delayed' },
      },
    ]);
  });

  it('customEventBus: the id of SystemMetadata serves where the envelope has none', () => {
    const element = { Data: envelope({ id: undefined }), SystemMetadata: { 'aws:EventId': 'system-1' } };
    expect(customEventBus.open([element], outer)).toMatchObject([{ id: 'eb:system-1', detailType: 'Order Delayed' }]);
  });

  it.each([
    ['no element', []],
    ['elements that are no events', [1, 'a', { a: 1 }]],
  ])('customEventBus: a list of %s is none of ours', (_, list) => {
    expect(customEventBus.matches(list)).toBe(false);
  });
});

describe('the other envelopes', () => {
  it('alarmAction: the whole event is the detail', () => {
    const event = alarm();
    expect(alarmAction.open(event, outer)).toMatchObject([
      {
        sourceName: 'alarm',
        source: 'aws.cloudwatch',
        detailType: '',
        account: '111122223333',
        region: 'ap-southeast-1',
        occurredAt: Date.UTC(2026, 10, 22, 3, 57),
        resources: [event.alarmArn],
        detail: event,
      },
    ]);
  });

  it.each([
    ['RetriesExhausted', 'Lambda Function Invocation Result - Failure'],
    ['EventAgeExceeded', 'Lambda Function Invocation Result - Failure'],
    ['Success', 'Lambda Function Invocation Result - Success'],
  ])('lambdaDestination: the condition %s is %s', (condition, detailType) => {
    const record = invocationRecord({ push_message: 'not read' });
    const changed = { ...record, requestContext: { ...record.requestContext, condition } };
    expect(lambdaDestination.open(changed, outer)).toMatchObject([
      { source: 'lambda', detailType, id: 'lambda:failed-request-1', region: 'ap-southeast-1', detail: changed },
    ]);
  });

  it("lambdaDestination: a stream batch's record has no payload", () => {
    const { requestPayload, ...record } = invocationRecord('');
    expect(lambdaDestination.matches({ ...record, KinesisBatchInfo: { batchSize: 3 } })).toBe(true);
    expect(requestPayload).toBe('');
  });

  it('serviceRecords: service, kind, bucket and time are read', () => {
    const record = {
      eventSource: 'aws:s3',
      eventName: 'ObjectRemoved:Delete',
      awsRegion: 'cn-north-1',
      eventTime: '2026-11-22T03:55:00.000Z',
      s3: { bucket: { arn: 'arn:aws-cn:s3:::orders' } },
    };
    expect(serviceRecords.open({ Records: [record] }, outer)).toMatchObject([
      {
        source: 'aws.s3',
        detailType: 'ObjectRemoved:Delete',
        region: 'cn-north-1',
        occurredAt: Date.UTC(2026, 10, 22, 3, 55),
        resources: ['arn:aws-cn:s3:::orders'],
      },
    ]);
  });
});

describe('unwrap: only messages hold events', () => {
  it('an EventBridge detail that looks like an envelope is that event itself', () => {
    const [event] = eventBridge.open(envelope({ detail: envelope({ id: 'inner' }) }), outer);
    expect(event && unwrap(event, [eventBridge])).toEqual([event]);
  });

  it('what is unwrapped keeps topic and attributes of the message around it', () => {
    const MessageAttributes = { robot: { Type: 'String', Value: 'dba' } };
    const [message] = sns.open({ Records: [snsRecord(JSON.stringify(envelope()), { MessageAttributes })] }, outer);
    expect(message && unwrap(message, [eventBridge])).toMatchObject([
      {
        sourceName: 'sns',
        id: 'eb:event-1',
        topicArn: snsNotification('').TopicArn,
        attributes: { robot: 'dba' },
        text: '',
      },
    ]);
  });

  it('a dead letter is not opened: the news is that it was lost', () => {
    const messageAttributes = {
      RULE_ARN: { stringValue: 'arn:aws:events:x:1:rule/orders' },
      ERROR_CODE: { stringValue: 'NO_PERMISSIONS' },
    };
    const record = { eventSource: 'aws:sqs', body: JSON.stringify(envelope()), messageAttributes };
    const [letter] = sqs.open({ Records: [record] }, outer);
    expect(letter && unwrap(letter, [eventBridge])).toEqual([letter]);
  });
});
