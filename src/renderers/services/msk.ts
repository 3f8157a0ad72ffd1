import { tableRenderer } from '../toolkit/event-table.js';

/** MSK and MSK Connect. Their cluster events are documented only as coming through Health, so any shape is read. */
export const msk = tableRenderer({
  name: 'msk',
  service: 'MSK',
  sources: ['aws.kafka', 'aws.kafkaconnect', 'aws.kafka-cluster'],
  types: /^(Amazon )?MSK /,
  rows: {},
  other: {
    kind: 'cluster',
    name: ['clusterName', 'ClusterName', 'cluster-name', 'connectorName'],
    state: ['state', 'status', 'alertType', 'severity'],
    verdict: { 'action required': ['warning', 'warning'], 'critical action required': ['error', 'alarm'] },
    fields: [
      ['node', ['brokerId', 'broker-id']],
      ['type', ['alertType', 'eventType']],
    ],
    details: ['message', 'Message', 'description', 'reason'],
    page: 'msk',
    at: 'resources.0',
  },
});
