import type { ToolRow } from '../../toolkit/tool.js';

const REVIEW: ToolRow = {
  when: { workflow_run: true, requestor: true },
  kind: 'deployment',
  name: '{repository.full_name} {environment|workflow_job_run.environment}',
  verdict: ['warning', 'approvalNeeded'],
  fields: {
    user: ['approver.login', 'requestor.login', 'sender.login'],
    assignee: ['reviewers.*.reviewer.login', 'reviewers.*.reviewer.name'],
    branch: 'workflow_run.head_branch',
  },
  details: 'comment',
  link: ['workflow_run.html_url', '{repository.html_url}/deployments'],
};

/** Deployments that wait for a person, and the answer. */
export const approvals: Readonly<Record<string, ToolRow>> = {
  deploymentApproved: { ...REVIEW, when: { approver: true, action: 'approved' }, verdict: ['info', 'approved'] },
  deploymentRejected: { ...REVIEW, when: { approver: true, action: 'rejected' }, verdict: ['warning', 'denied'] },
  deploymentReview: REVIEW,
  protectionRule: { ...REVIEW, when: { deployment: true, environment: true } },
};
