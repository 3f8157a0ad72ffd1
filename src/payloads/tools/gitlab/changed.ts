import type { ToolRow } from '../../toolkit/tool.js';

/** Any other event: a comment, a release, a member, a page of a wiki. */
export const changed: ToolRow = {
  name: '{project.path_with_namespace} {title|name|tag}',
  verdict: ['info', 'changed'],
  fields: { event: ['event_type', 'object_kind'], action: 'action', user: ['user.name', 'user_name'] },
  details: ['note', 'description'],
};
