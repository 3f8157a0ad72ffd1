import { sourceEventRenderer } from '../toolkit/source-event.js';

/** Database Migration Service. @see https://docs.aws.amazon.com/dms/latest/userguide/CHAP_EventBridge.html */
export const dms = sourceEventRenderer({
  name: 'dms',
  service: 'DMS',
  sources: ['aws.dms'],
  types: /^DMS /,
  marks: /DMS-EVENT|\/dms\/|^replication-/i,
  kinds: {
    'data-migration': { kind: 'dataMigration' },
    endpoint: { kind: 'endpoint' },
    replication: { kind: 'replication' },
    'replication-endpoint': { kind: 'endpoint' },
    'replication-instance': { kind: 'replicationInstance' },
    'replication-task': { kind: 'replicationTask' },
  },
  other: { kind: 'replicationTask' },
  home: 'dms',
});
