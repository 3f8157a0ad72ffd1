import { tableRenderer } from '../toolkit/event-table.js';

/** Data Lifecycle Manager: snapshots that are no longer taken. @see https://docs.aws.amazon.com/ebs/latest/userguide/dlm-event-bridge.html */
export const dlm = tableRenderer({
  name: 'dlm',
  service: 'Data Lifecycle Manager',
  sources: ['aws.dlm'],
  types: /^DLM /,
  rows: {
    'DLM Policy State Change': { kind: 'policy', name: 'policy_id', page: 'dlm' },
    'DLM Pre Post Script Notification': {
      kind: 'policy',
      name: 'policy_id',
      state: 'script_result',
      fields: [
        ['stage', 'script_stage'],
        ['document', 'execution_handler'],
        ['instance', 'instance_id'],
      ],
      details: 'script_result_details',
      page: 'dlm',
    },
  },
  other: { kind: 'policy', name: 'policy_id', page: 'dlm' },
});
