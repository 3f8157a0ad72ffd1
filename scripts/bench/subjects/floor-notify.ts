/** The least code that puts an alarm on a queue. */
import { ALARM_BODY } from './samples.js';
import { callAws } from './signed.js';

const QUEUE_URL = process.env['QUEUE_URL'] ?? '';
const ENDPOINT = process.env['AWS_ENDPOINT_URL_SQS'] ?? '';

export const handler = (event: { readonly Records: readonly { readonly Sns: { readonly MessageId: string } }[] }) =>
  callAws('sqs', ENDPOINT, 'AmazonSQS.SendMessage', '1.0', {
    QueueUrl: QUEUE_URL,
    MessageBody: ALARM_BODY,
    MessageGroupId: 'default',
    MessageDeduplicationId: event.Records[0]?.Sns.MessageId,
  });
