import type { ToolRow } from '../../toolkit/tool.js';

/** A comment, on whatever it is. */
export const note: ToolRow = {
  name: '{project.path_with_namespace} {merge_request.title|issue.title|snippet.title|commit.title|commit.message}',
  verdict: ['info', 'commented'],
  fields: { user: 'user.name' },
  details: 'note',
};
