import { NOBODY } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import { writeQueueBody } from '../../queue/message/queue-body.js';

const START = Date.UTC(2026, 0, 1);

const NOTIFICATION: Notification = {
  kind: 'rendered',
  id: 'rehearsal',
  renderer: 'cloudwatch-alarm',
  severity: 'critical',
  status: '',
  title: 'rehearsal',
  where: '',
  fields: [{ label: 'rehearsal', value: 'rehearsal' }],
  details: 'Nobody reads this.\nRunbook: https://example.com/runbook',
  link: 'https://console.aws.amazon.com/',
  occurredAt: START,
  origin: { source: 'sns' },
  robot: 'default',
  format: 'text',
  mentions: NOBODY,
};

/** Returns a batch of our own queue. */
export const rehearsedBatch = () => ({
  Records: [
    {
      eventSource: 'aws:sqs',
      messageId: 'rehearsal',
      receiptHandle: 'rehearsal',
      body: writeQueueBody({ notification: NOTIFICATION, queuedAt: START }),
      attributes: { MessageGroupId: 'default', ApproximateReceiveCount: '1' },
    },
  ],
});
