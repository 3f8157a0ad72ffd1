/** An SNS message as Lambda gets it. */
export const snsRecord = (message: string, changed: Readonly<Record<string, unknown>> = {}) => ({
  EventSource: 'aws:sns',
  EventVersion: '1.0',
  EventSubscriptionArn: 'arn:aws:sns:ap-southeast-1:111122223333:ops:00000000-0000-4000-8000-000000000009',
  Sns: {
    Type: 'Notification',
    MessageId: 'sns-message-1',
    TopicArn: 'arn:aws:sns:ap-southeast-1:111122223333:ops',
    Subject: null,
    Message: message,
    Timestamp: '2026-11-22T03:59:00.000Z',
    MessageAttributes: {},
    SignatureVersion: '1',
    SigningCertUrl: 'https://sns.ap-southeast-1.amazonaws.com/SimpleNotificationService.pem',
    ...changed,
  },
});

/** An SNS event with one record per message. */
export const snsEvent = (...messages: readonly string[]) => ({
  Records: messages.map((message, index) => snsRecord(message, { MessageId: `sns-message-${index + 1}` })),
});

/** An SNS message as it stands in a queue's body. */
export const snsNotification = (message: string) => ({
  Type: 'Notification',
  MessageId: 'sns-message-1',
  TopicArn: 'arn:aws:sns:ap-southeast-1:111122223333:ops',
  Subject: null,
  Message: message,
  Timestamp: '2026-11-22T03:59:00.000Z',
  SigningCertURL: 'https://sns.ap-southeast-1.amazonaws.com/SimpleNotificationService.pem',
});

/** The classic envelope of EventBridge. */
export const envelope = (changed: Readonly<Record<string, unknown>> = {}) => ({
  version: '0',
  id: 'event-1',
  'detail-type': 'Order Delayed',
  source: 'shop.orders',
  account: '111122223333',
  time: '2026-11-22T03:58:00Z',
  region: 'ap-southeast-1',
  resources: ['arn:aws:s3:::orders'],
  detail: { orderId: 'A-1', status: 'delayed' },
  ...changed,
});

/** An alarm that invokes the function itself. */
export const alarm = () => ({
  source: 'aws.cloudwatch',
  alarmArn: 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:cpu-high',
  accountId: '111122223333',
  time: '2026-11-22T03:57:00.000+0000',
  region: 'ap-southeast-1',
  alarmData: {
    alarmName: 'cpu-high',
    state: { value: 'ALARM', reason: 'Threshold Crossed', timestamp: '2026-11-22T03:57:00.000+0000' },
    configuration: { metrics: [] },
  },
});

/** The record of another function's failed invocation. */
export const invocationRecord = (requestPayload: unknown) => ({
  version: '1.0',
  timestamp: '2026-11-22T03:56:00.000Z',
  requestContext: {
    requestId: 'failed-request-1',
    functionArn: 'arn:aws:lambda:ap-southeast-1:111122223333:function:billing:$LATEST',
    condition: 'RetriesExhausted',
    approximateInvokeCount: 3,
  },
  requestPayload,
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: { errorMessage: 'boom', errorType: 'Error' },
});

/** A queue's record. */
export const sqsRecord = (messageId: string, body: string, group?: string) => ({
  messageId,
  receiptHandle: 'receipt',
  body,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '1795319700000',
    ...(group !== undefined && { MessageGroupId: group }),
  },
  messageAttributes: {},
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:ap-southeast-1:111122223333:inbox',
  awsRegion: 'ap-southeast-1',
});
