import { sourceEventRenderer } from '../toolkit/source-event.js';

/** Database Migration Service. @see https://docs.aws.amazon.com/dms/latest/userguide/CHAP_EventBridge.html */
export const dms = sourceEventRenderer({
  name: 'dms',
  service: 'DMS',
  sources: ['aws.dms'],
  types: /^DMS /,
  marks: /DMS-EVENT|\/dms\/|^replication-/i,
  kinds: {
    'data-migration': { thing: 'dataMigration' },
    endpoint: { thing: 'endpoint' },
    replication: { thing: 'replication' },
    'replication-endpoint': { thing: 'endpoint' },
    'replication-instance': { thing: 'replicationInstance' },
    'replication-task': { thing: 'replicationTask' },
  },
  other: { thing: 'replicationTask' },
  home: 'dms',
});
