import type { ToolRow } from '../../toolkit/tool.js';

const FIELDS = { action: 'action', project: 'data.project_slug', user: 'actor.name' };

/** A comment on an issue. */
export const comment: ToolRow = {
  when: { 'data.comment': true },
  verdict: ['info', 'commented'],
  fields: FIELDS,
  details: 'data.comment',
};

/** Any other hook: an error, an installation. */
export const otherHook: ToolRow = {
  unlisted: true,
  name: 'data.error.title',
  fields: FIELDS,
  details: 'data.installation.app.slug',
  link: 'data.error.web_url',
};
