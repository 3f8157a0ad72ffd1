import { webhook } from '../toolkit/tool.js';
import { refPushes } from './github/ref-pushes.js';

/** Gitee: pushes as GitHub has them, all else in words of its own. @see https://help.gitee.com/webhook/gitee-webhook-push-data-format */
export const gitee = webhook({
  name: 'gitee',
  service: 'Gitee',
  match: { header: { 'X-Gitee-Event': true }, keys: { hook_name: '*_hooks', hook_id: true, 'sender.login': true } },
  within: ['pull_request', 'issue'],
  common: {
    name: '{repository.full_name} #{number} {title}',
    state: ['issue.state', 'action'],
    verdict: {
      'open|opened': ['info', 'opened'],
      merge: ['info', 'merged'],
      'close|closed': ['info', 'closed'],
      '*': ['info', 'changed'],
    },
    fields: {
      branch: '{head.ref} → {base.ref}',
      user: '{sender.name|sender.login}',
      assignee: ['assignees.*.name', 'assignee.name'],
    },
    details: 'body',
    link: ['comment.html_url', 'html_url', 'repository.html_url'],
    labels: { project: 'repository.full_name', branch: 'ref' },
  },
  rows: {
    ...refPushes,
    comment: { when: { comment: true }, verdict: ['info', 'commented'], details: 'comment.body' },
    pull: { when: { pull_request: true }, kind: 'pullRequest' },
    issue: { when: { issue: true }, kind: 'issue' },
  },
});
