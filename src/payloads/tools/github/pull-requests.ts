import type { ToolRow } from '../../toolkit/tool.js';
import { STEP, STEPS, USER } from './steps.js';

const PULL: ToolRow = {
  ...STEP,
  when: { 'pull_request.title': true, action: STEPS },
  kind: 'pullRequest',
  name: '{repository.full_name} #{pull_request.number} {pull_request.title}',
  fields: {
    branch: '{pull_request.head.ref} → {pull_request.base.ref}',
    user: USER,
    assignee: 'pull_request.requested_reviewers.*.login',
  },
  details: 'pull_request.body',
  link: ['pull_request.html_url', 'repository.html_url'],
};
const AUTHOR = '{pull_request.user.full_name|pull_request.user.login}';

/** Pull requests. */
export const pullRequests: Readonly<Record<string, ToolRow>> = {
  merged: {
    ...PULL,
    when: { 'pull_request.merged': 'true', action: 'closed' },
    verdict: ['info', 'merged'],
    fields: { ...PULL.fields, author: AUTHOR },
  },
  pull: PULL,
  pullOther: {
    ...PULL,
    when: { 'pull_request.title': true },
    verdict: ['info', 'changed'],
    fields: { action: 'action', ...PULL.fields },
  },
};
