import { webhook } from '../toolkit/tool.js';

/** Simple Message Notification of Huawei Cloud: what a topic sends, and its request to confirm a subscription. @see https://support.huaweicloud.com/intl/en-us/usermanual-smn/smn_ug_a9002.html */
export const huawei = webhook({
  name: 'huawei',
  service: 'Huawei Cloud',
  match: { keys: { topic_urn: 'urn:smn:*', message_id: true, type: true } },
  event: 'type',
  rows: {
    SubscriptionConfirmation: {
      kind: 'subscription',
      name: 'topic_urn',
      verdict: ['info', 'unconfirmed'],
      fields: { time: 'timestamp as time' },
      link: 'subscribe_url',
      confirms: ['huaweicloud.com', 'myhuaweicloud.com'],
      advice: 'confirmSubscription',
    },
    UnsubscribeConfirmation: {
      kind: 'subscription',
      name: 'topic_urn',
      verdict: ['warning', 'unsubscribed'],
      fields: { time: 'timestamp as time' },
    },
  },
  other: {
    name: ['subject', 'topic_urn'],
    fields: { topic: 'topic_urn', time: 'timestamp as time' },
    details: 'message',
    labels: { topic: 'topic_urn' },
  },
});
