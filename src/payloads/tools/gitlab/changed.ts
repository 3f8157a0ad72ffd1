import type { ToolRow } from '../../toolkit/tool.js';

/** Any other event: a release, a member, a page of a wiki. */
export const changed: ToolRow = {
  name: '{project.path_with_namespace} {title|name}',
  unlisted: true,
  fields: { action: 'action', user: ['user.name', 'user_name'] },
};
