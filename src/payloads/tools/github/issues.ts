import type { ToolRow } from '../../toolkit/tool.js';
import { STEP, STEPS, USER } from './steps.js';

const ISSUE: ToolRow = {
  ...STEP,
  when: { 'issue.title': true, action: STEPS },
  kind: 'issue',
  name: '{repository.full_name} #{issue.number} {issue.title}',
  fields: { user: USER, labels: 'issue.labels.*.name', assignee: 'issue.assignees.*.login' },
  details: 'issue.body',
  link: ['issue.html_url', 'repository.html_url'],
};

/** Issues. */
export const issues: Readonly<Record<string, ToolRow>> = {
  issue: ISSUE,
  issueOther: {
    ...ISSUE,
    when: { 'issue.title': true },
    verdict: ['info', 'changed'],
    fields: { action: 'action', ...ISSUE.fields },
  },
};
