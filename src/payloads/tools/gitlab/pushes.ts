import type { ToolRow } from '../../toolkit/tool.js';

const PUSH: ToolRow = {
  name: '{project.path_with_namespace} {ref}',
  verdict: ['info', 'pushed'],
  fields: { user: 'user_name', commits: 'total_commits_count as count' },
  details: 'message',
  each: { path: 'commits', name: ['title', 'message'], told: ['author.name'] },
  link: ['{project.web_url}/-/commits/{checkout_sha}', 'project.web_url'],
};

/** Branches and tags that were pushed or deleted. */
export const pushes: Readonly<Record<string, ToolRow>> = {
  deleted: {
    when: { object_kind: ['push', 'tag_push'], after: '0000*' },
    name: '{project.path_with_namespace} {ref}',
    verdict: ['info', 'deleted'],
    fields: { user: 'user_name' },
  },
  push: { ...PUSH, kind: 'branch' },
  tag_push: { ...PUSH, kind: 'tag' },
};
