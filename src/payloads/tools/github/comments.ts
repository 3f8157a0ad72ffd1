import type { ToolRow } from '../../toolkit/tool.js';
import { USER } from './steps.js';

const COMMENT: ToolRow = {
  name: '{repository.full_name} #{issue.number|pull_request.number|discussion.number} {issue.title|pull_request.title|discussion.title}',
  state: 'action',
  verdict: { deleted: ['info', 'deleted'], '*': ['info', 'commented'] },
  fields: { user: USER },
  details: ['comment.body', 'review.body', 'review.content'],
  link: ['comment.html_url', 'review.html_url', 'pull_request.html_url'],
};

/** Reviews and comments; a review of Gitea says its result in its type. */
export const comments: Readonly<Record<string, ToolRow>> = {
  approved: { ...COMMENT, when: { 'review.state': 'approved' }, verdict: ['info', 'approved'] },
  refused: { ...COMMENT, when: { 'review.state': 'changes_requested' }, verdict: ['info', 'changesRequested'] },
  giteaApproved: { ...COMMENT, when: { 'review.type': 'pull_request_review_approved' }, verdict: ['info', 'approved'] },
  giteaRefused: {
    ...COMMENT,
    when: { 'review.type': 'pull_request_review_rejected' },
    verdict: ['info', 'changesRequested'],
  },
  review: { ...COMMENT, when: { review: true } },
  comment: { ...COMMENT, when: { 'comment.body': true } },
};
