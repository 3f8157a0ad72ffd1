import type { ToolRow } from '../../toolkit/tool.js';
import { TIME } from './time.js';

const GOING = ['inprogress', 'pending', 'running', 'scheduled'];

/** Replications and tag retentions. */
export const jobs: Readonly<Record<string, ToolRow>> = {
  'REPLICATION|harbor.replication.status.changed': {
    kind: 'replication',
    name: '{replication.src_resource.namespace} → {replication.dest_resource.registry_name|replication.dest_resource.endpoint}',
    state: 'replication.job_status',
    going: GOING,
    each: {
      path: 'replication.failed_artifact',
      name: 'name_tag',
      told: ['fail_reason'],
      verdict: ['error', 'failed'],
    },
  },
  'TAG_RETENTION|harbor.tag_retention.finished': {
    kind: 'retention',
    name: 'retention.project_name',
    state: 'retention.result',
    going: GOING,
    fields: { retained: '{retention.retained} / {retention.total}', time: TIME },
  },
};
