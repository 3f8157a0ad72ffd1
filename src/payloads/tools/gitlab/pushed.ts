import type { ToolRow } from '../../toolkit/tool.js';

/** A branch that was pushed. */
export const pushed: ToolRow = {
  kind: 'branch',
  name: '{project.path_with_namespace} {ref}',
  verdict: ['info', 'pushed'],
  fields: { user: 'user_name', commits: 'total_commits_count as count' },
  details: 'message',
  each: { path: 'commits', name: ['title', 'message'], told: ['author.name'] },
  link: ['{project.web_url}/-/commits/{checkout_sha}', 'project.web_url'],
};

/** A tag that was pushed. */
export const tagPushed: ToolRow = { ...pushed, kind: 'tag' };

/** A branch or a tag that was deleted. */
export const deleted: ToolRow = {
  when: { object_kind: ['push', 'tag_push'], after: '0000*' },
  name: '{project.path_with_namespace} {ref}',
  verdict: ['info', 'deleted'],
  fields: { user: 'user_name' },
};
