import type { ToolRow } from '../../toolkit/tool.js';

const MERGE_REQUEST: ToolRow = {
  kind: 'mergeRequest',
  name: '{project.path_with_namespace} !{iid} {title}',
  state: ['action', 'state'],
  verdict: {
    'open|opened': ['info', 'opened'],
    reopen: ['info', 'reopened'],
    'close|closed': ['info', 'closed'],
    update: ['info', 'updated'],
    'merge|merged': ['info', 'merged'],
    'approved|approval': ['info', 'approved'],
    'unapproved|unapproval': ['info', 'approvalRevoked'],
  },
  fields: { branch: '{source_branch} → {target_branch}', user: 'user.name', assignee: 'assignees.*.name' },
  details: 'description',
};

/** Merge requests; issues and other work items. */
export const reviews: Readonly<Record<string, ToolRow>> = {
  merge_request: MERGE_REQUEST,
  'issue|work_item': { ...MERGE_REQUEST, kind: 'issue', name: '{project.path_with_namespace} #{iid} {title}' },
};
