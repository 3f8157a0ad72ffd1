import type { tool as zhCN } from '../zh-CN/tool.js';

/** Words that only tools by name use. They are loaded with the tools. */
export const tool: typeof zhCN = {
  kind: {
    branch: 'branch',
    deployment: 'deployment',
    gate: 'quality gate',
    incident: 'incident',
    issue: 'issue',
    job: 'job',
    mergeRequest: 'merge request',
    pipeline: 'pipeline',
    tag: 'tag',
  },
  label: {
    assignee: 'Assignee',
    author: 'Author',
    commits: 'Commits',
    environment: 'Environment',
    gate: 'Quality gate',
    number: 'Number',
    priority: 'Priority',
    project: 'Project',
    urgency: 'Urgency',
  },
  status: {
    acknowledged: 'Acknowledged',
    changed: 'Changed',
    manual: 'Waiting for a person',
    test: 'Test',
  },
};
