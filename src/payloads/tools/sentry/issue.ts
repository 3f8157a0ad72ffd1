import type { ToolRow } from '../../toolkit/tool.js';

/** An issue that begins, ends, or is given to somebody. */
export const issue: ToolRow = {
  when: { 'data.issue.id': true },
  kind: 'issue',
  name: '{data.issue.shortId} {data.issue.title}',
  state: 'action',
  grade: 'data.issue.level',
  verdict: {
    resolved: ['recovery', 'resolved'],
    'assigned|archived|ignored': ['info', 'changed'],
    unresolved: ['warning', 'reopened'],
  },
  fields: { project: 'data.issue.project.slug', failedAt: 'data.issue.culprit', user: 'actor.name' },
  link: ['data.issue.web_url', 'data.issue.permalink'],
  thing: 'data.issue.id',
};
