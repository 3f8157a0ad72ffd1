import type { ToolRow } from '../../toolkit/tool.js';

/** A merge request. */
export const mergeRequest: ToolRow = {
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

/** An issue, or another work item. */
export const issue: ToolRow = { ...mergeRequest, kind: 'issue', name: '{project.path_with_namespace} #{iid} {title}' };
