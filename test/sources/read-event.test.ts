import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError, NotDeliveredError, UnrecognisedEventError } from '../../src/domain/errors.js';
import { readEvent } from '../../src/sources/sources.js';
import { NOW, readContext } from '../support/read-context.js';
import { alarm, envelope, invocationRecord, snsEvent, snsNotification, sqsRecord } from './samples.js';

const push = { push_message: '发布完成' };
const s3Record = {
  eventSource: 'aws:s3',
  eventName: 'ObjectCreated:Put',
  awsRegion: 'ap-southeast-1',
  eventTime: '2026-11-22T03:55:00.000Z',
  s3: { bucket: { name: 'orders', arn: 'arn:aws:s3:::orders' }, object: { key: 'a.csv' } },
};

describe('readEvent: every documented shape becomes a draft', () => {
  it.each([
    ['SNS plain text', snsEvent('备份完成'), 'sns', 'text', 'sns:sns-message-1'],
    ['SNS with the four parameters', snsEvent(JSON.stringify(push)), 'sns', 'push', 'sns:sns-message-1'],
    ['SNS with unknown JSON', snsEvent('{"orderId":"A-1"}'), 'sns', 'generic', 'sns:sns-message-1'],
    ['SNS with a JSON list', snsEvent('[1,2]'), 'sns', 'text', 'sns:sns-message-1'],
    ['SNS that holds an EventBridge event', snsEvent(JSON.stringify(envelope())), 'sns', 'generic', 'eb:event-1'],
    ['EventBridge', envelope(), 'eventbridge', 'generic', 'eb:event-1'],
    ['EventBridge with the four parameters', envelope({ detail: push }), 'eventbridge', 'push', 'eb:event-1'],
    ['custom bus, bare', [envelope()], 'eventbridge', 'generic', 'eb:event-1'],
    ['custom bus, under Data', [{ Data: envelope(), Metadata: {} }], 'eventbridge', 'generic', 'eb:event-1'],
    ['custom bus, Data of its own form', [{ Data: push }], 'eventbridge', 'push', 'invoke:request-1:0'],
    ['custom bus, Data as text', [{ Data: JSON.stringify(push) }], 'eventbridge', 'push', 'invoke:request-1:0'],
    ['custom bus, an envelope as text', [{ Data: JSON.stringify(envelope()) }], 'eventbridge', 'generic', 'eb:event-1'],
    ['plain text', '备份完成', 'invoke', 'text', 'invoke:request-1'],
    ['JSON after a byte order mark', snsEvent(`\ufeff${JSON.stringify(push)}`), 'sns', 'push', 'sns:sns-message-1'],
    ['the four parameters', push, 'invoke', 'push', 'invoke:request-1'],
    ['the four parameters in camel case', { pushMessage: '发布完成' }, 'invoke', 'push', 'invoke:request-1'],
    ['the four parameters as text', JSON.stringify(push), 'invoke', 'push', 'invoke:request-1'],
    ['the four parameters with an id', { ...push, id: 'job-7' }, 'invoke', 'push', 'invoke:job-7'],
    ['an envelope as text', JSON.stringify(envelope()), 'eventbridge', 'generic', 'eb:event-1'],
    ['SQS plain text', { Records: [sqsRecord('m1', '备份完成')] }, 'sqs', 'text', 'sqs:m1'],
    ['SQS with a payload', { Records: [sqsRecord('m1', JSON.stringify(push))] }, 'sqs', 'push', 'sqs:m1'],
    [
      'SQS with an EventBridge event',
      { Records: [sqsRecord('m1', JSON.stringify(envelope()))] },
      'sqs',
      'generic',
      'eb:event-1',
    ],
    [
      'SQS with an SNS notification',
      { Records: [sqsRecord('m1', JSON.stringify(snsNotification('备份完成')))] },
      'sqs',
      'text',
      'sns:sns-message-1',
    ],
    ['a pipe’s record of a queue', [sqsRecord('m1', '备份完成')], 'sqs', 'text', 'sqs:m1'],
    ['a pipe’s record in SNS', snsEvent(JSON.stringify(sqsRecord('m1', '备份完成'))), 'sns', 'text', 'sqs:m1'],
    ['a pipe’s own text', ['备份完成'], 'eventbridge', 'text', 'invoke:request-1:0'],
    ['a pipe’s own payload', [push], 'eventbridge', 'push', 'invoke:request-1:0'],
    ['a pipe’s own JSON', [{ level: 'error', text: 'x' }], 'eventbridge', 'generic', 'invoke:request-1:0'],
    ['a pipe’s own event', [JSON.stringify(envelope())], 'eventbridge', 'generic', 'eb:event-1'],
    ['an envelope without detail', envelope({ detail: undefined }), 'eventbridge', 'generic', 'eb:event-1'],
    [
      'the parameters beside an envelope',
      { ...envelope({ detail: undefined }), ...push },
      'eventbridge',
      'push',
      'eb:event-1',
    ],
    ['SNS, MessageStructure forgotten', snsEvent('{"default":"备份完成"}'), 'sns', 'text', 'sns:sns-message-1'],
    [
      'SNS, MessageStructure forgotten, JSON inside',
      snsEvent(JSON.stringify({ default: 'x', lambda: JSON.stringify(push) })),
      'sns',
      'push',
      'sns:sns-message-1',
    ],
    ['SNS, another JSON with a default', snsEvent('{"default":"a","limit":3}'), 'sns', 'generic', 'sns:sns-message-1'],
    ['a Catch’s output', { Error: 'E', Cause: 'c' }, 'invoke', 'step-functions', 'invoke:request-1'],
    [
      'a Catch’s output beside its input',
      { id: 1, e: { Error: 'E', Cause: 'c' } },
      'invoke',
      'step-functions',
      'invoke:request-1',
    ],
    [
      'a Catch’s output beside a message',
      { ...push, e: { Error: 'E', Cause: 'c' } },
      'invoke',
      'push',
      'invoke:request-1',
    ],
    ['an S3 record', { Records: [s3Record] }, 'invoke', 's3', 'invoke:request-1:0'],
  ])('%s', async (_, event, road, renderer, id) => {
    const { drafts, skipped } = await readEvent(event, readContext());
    expect(skipped).toEqual([]);
    expect(drafts.map((draft) => [draft.origin.source, draft.renderer, draft.id])).toEqual([[road, renderer, id]]);
  });

  it.each([
    ['an alarm that invokes the function', alarm(), 'alarm'],
    ['an alarm inside SNS', snsEvent(JSON.stringify(alarm())), 'sns'],
    ["another function's failure", invocationRecord(push), 'invoke'],
    ["another function's failure inside SNS", snsEvent(JSON.stringify(invocationRecord(snsEvent('x')))), 'sns'],
  ])('%s', async (_, event, road) => {
    const { drafts } = await readEvent(event, readContext());
    expect(drafts.map((draft) => draft.origin.source)).toEqual([road]);
    expect(drafts[0]?.kind).toBe('rendered');
  });

  it.each([
    ['"备份\\n完成"', '备份\n完成'],
    ['"一" 和 "二"', '"一" 和 "二"'],
    ['"', '"'],
  ])('quotes that an input transformer put around a text are no part of it, others are: %s', async (message, body) => {
    const { drafts } = await readEvent(snsEvent(message), readContext());
    expect(drafts).toMatchObject([{ renderer: 'text', body }]);
  });

  it('an SNS notification in a Lambda event in SNS is unwrapped to its message', async () => {
    const event = snsEvent(JSON.stringify(snsEvent(JSON.stringify(snsNotification('备份完成')))));
    const { drafts } = await readEvent(event, readContext());
    expect(drafts).toMatchObject([{ renderer: 'text', body: '备份完成' }]);
  });

  it('more than three wrappings stay closed and are shown as they are', async () => {
    let message = '备份完成';
    for (let level = 0; level < 5; level++) message = JSON.stringify(snsNotification(message));
    const { drafts } = await readEvent(snsEvent(message), readContext());
    expect(drafts).toMatchObject([{ renderer: 'generic' }]);
  });

  it('the message keeps its own time, account and topic', async () => {
    const { drafts } = await readEvent(snsEvent('备份完成'), readContext());
    expect(drafts[0]?.occurredAt).toBe(Date.UTC(2026, 10, 22, 3, 59));
    expect(drafts[0]?.origin).toEqual({
      source: 'sns',
      account: '111122223333',
      region: 'ap-southeast-1',
      topic: 'ops',
    });
  });

  it('a plain invocation has the time it came', async () => {
    const { drafts } = await readEvent('备份完成', readContext());
    expect(drafts[0]?.occurredAt).toBe(NOW);
  });
});

describe('readEvent: what nobody reads is an error that names keys and no values', () => {
  it.each([
    [{ key1: 'hunter2', password: 'hunter2' }, '"key1", "password"'],
    [{}, 'it is empty'],
    [{ key1: 'value1', key2: 'value2', key3: 'value3' }, "the console's test template"],
    [{ Service: 'Amazon S3', Event: 's3:TestEvent' }, 'test event of an S3 notification'],
    [{ Event: 'autoscaling:TEST_NOTIFICATION' }, 'test notification of an Auto Scaling group'],
    [{ type: 'TOKEN', methodArn: 'arn', authorizationToken: 'x' }, 'authorizer'],
    [{ type: 'REQUEST', methodArn: 'arn', httpMethod: 'POST', requestContext: {} }, 'authorizer'],
    [{ type: 'REQUEST', version: '2.0', routeArn: 'arn', requestContext: { http: {} } }, 'authorizer'],
    [{ httpMethod: 'GET', requestContext: { connectionId: 'c' } }, 'WebSocket'],
    [{ Records: [{ eventSource: 'aws:kinesis' }] }, 'data stream'],
    [[{ eventSource: 'aws:kinesis', data: 'eA==' }], 'data stream'],
    [{ eventSource: 'aws:kafka', records: {} }, 'Kafka (MSK), a data stream'],
    [{ eventSource: 'SelfManagedKafka', records: {} }, 'Kafka'],
    [[{ eventSource: 'aws:kafka', value: 'eA==' }], 'Kafka'],
    [{ eventSource: 'aws:mq', messages: [] }, 'Amazon MQ'],
    [{ eventSource: 'aws:rmq', rmqMessagesByQueue: {} }, 'Amazon MQ'],
    [{ invocationId: 'i', deliveryStreamArn: 'arn', records: [] }, 'Firehose'],
    [{ SecretId: 'arn', ClientRequestToken: 'hunter2', Step: 'createSecret' }, 'rotation of a secret'],
    [{ Type: 'SubscriptionConfirmation', SubscribeURL: 'https://sns.example.com/?Token=hunter2' }, 'confirm'],
    [{ Records: [{ cf: {} }] }, 'CloudFront'],
    [{ RequestType: 'Create', ResponseURL: 'https://example.com' }, 'CloudFormation custom resource'],
    [{ raw_path: '/', method: 'GET' }, 'VPC Lattice'],
    [[], 'a list of 0'],
    [[1, 2], 'input template make {"push_message": …} of each element'],
    [{ Records: [] }, '"Records"'],
    [{ Records: [{ EventSource: 'aws:sns', Sns: {} }, s3Record] }, '"Records"'],
    [null, 'null'],
    [undefined, 'is undefined'],
    [42, 'a number'],
    [true, 'a boolean'],
  ])('%j', async (event, named) => {
    const error = await readEvent(event, readContext()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnrecognisedEventError);
    expect(String(error)).toContain(named);
    expect(String(error)).not.toContain('hunter2');
  });
});

describe('readEvent: asynchronous events answer only when everything is on its way', () => {
  const events = { sns: snsEvent('一', '二'), custom: [envelope(), envelope({ id: 'event-2' })] };
  it.each(Object.entries(events))('%s: delivered and queued are done', async (_, event) => {
    const incoming = await readEvent(event, readContext());
    const outcomes = [{ status: 'delivered', messages: 1 } as const, { status: 'queued', id: 'x' } as const];
    expect(incoming.respond(outcomes)).toBeUndefined();
  });

  it.each(Object.entries(events))(
    '%s: anything else throws, with the place, the code and the reason',
    async (_, event) => {
      const incoming = await readEvent(event, readContext());
      const refused = { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: '机器人不存在' } as const;
      expect(() => incoming.respond([{ status: 'delivered', messages: 1 }, refused])).toThrow(NotDeliveredError);
      expect(() => incoming.respond([{ status: 'delivered', messages: 1 }, refused])).toThrow(
        '#2 refused wecom:93000: 机器人不存在',
      );
    },
  );

  it('one outcome for all drafts counts', async () => {
    const incoming = await readEvent(events.sns, readContext());
    const invalid = { status: 'invalid', field: 'Message', reason: 'too long' } as const;
    expect(() => incoming.respond([invalid])).toThrow('too long');
  });

  it('a record that cannot be read does not hold back the others, and the answer tells', async () => {
    const incoming = await readEvent(snsEvent('{"push_message": ""}', '二'), readContext());
    expect(incoming.drafts).toMatchObject([{ body: '二' }]);
    expect(incoming.unread).toHaveLength(1);
    expect(() => incoming.respond([{ status: 'delivered', messages: 1 }])).toThrow(/#1 Cannot send push_message/);
  });

  it('an element of a custom bus that is no event does not hold back the others', async () => {
    const incoming = await readEvent([{ Data: push }, 7, { order: 'A-1' }], readContext());
    expect(incoming.drafts.map(({ renderer }) => renderer)).toEqual(['push', 'generic']);
    const delivered = { status: 'delivered', messages: 1 } as const;
    expect(() => incoming.respond([delivered, delivered])).toThrow(/is #2 Cannot /);
  });

  it('a record that cannot be read and stands alone throws its own error', async () => {
    await expect(readEvent(snsEvent('{"push_message": ""}'), readContext())).rejects.toThrow(InvalidInputError);
  });
});

describe('plainInvocation: the caller is told', () => {
  it('what was done is returned', async () => {
    const incoming = await readEvent(push, readContext());
    const delivered = { status: 'delivered', messages: 1 } as const;
    expect(incoming.respond([delivered])).toEqual({ status: 'delivered', results: [delivered] });
    const queued = { status: 'queued', id: 'invoke:request-1' } as const;
    expect(incoming.respond([queued])).toEqual({ status: 'queued', results: [queued] });
  });

  it('what was not done is thrown, as an asynchronous caller hears nothing else', async () => {
    const incoming = await readEvent(push, readContext());
    const later = { status: 'unavailable', retryAfterMs: 1000, reason: 'busy' } as const;
    expect(() => incoming.respond([later])).toThrow(NotDeliveredError);
  });
});

describe('readEvent: whatever JSON it is given', () => {
  const keys = fc.constantFrom(
    'Records',
    'Sns',
    'EventSource',
    'eventSource',
    'Message',
    'Type',
    'TopicArn',
    'alarmArn',
    'alarmData',
    'detail-type',
    'detail',
    'source',
    'requestContext',
    'requestPayload',
    'http',
    'elb',
    'version',
    'httpMethod',
    'body',
    'push_message',
    'is_at_all',
    'Data',
    'functionArn',
    'condition',
    '__proto__',
    'constructor',
    'headers',
    'multiValueHeaders',
  );
  const words = fc.constantFrom(
    'aws:sns',
    'aws:sqs',
    'aws:s3',
    'Notification',
    '2.0',
    'POST',
    '/push',
    'arn:aws:sns:a:b:c',
    '',
    '\0',
    '\ud800',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, words, fc.jsonValue(), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(keys, tie('value'), { maxKeys: 6 }),
  }));

  it('it never crashes, and success is never empty', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (event) => {
        try {
          const { drafts, skipped, respond } = await readEvent(event, readContext());
          if (drafts.length + skipped.length > 0) return;
          expect(respond([])).toMatchObject({ statusCode: expect.any(Number) });
          expect(respond([])).not.toMatchObject({ statusCode: 202 });
        } catch (error) {
          expect([InvalidInputError.name, UnrecognisedEventError.name]).toContain((error as Error).name);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
