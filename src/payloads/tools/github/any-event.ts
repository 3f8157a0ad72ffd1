import type { ToolRow } from '../../toolkit/tool.js';
import { USER } from './steps.js';

/** Any other event: a star, a fork, a member, a page of a wiki. */
export const anyEvent: ToolRow = {
  name: [
    '{repository.full_name} {label.name|milestone.title|package.name|member.login|page|pages.*.title|forkee.full_name}',
    'organization.login',
  ],
  unlisted: true,
  fields: { action: 'action', user: USER },
};
