import type { ToolRow } from '../../toolkit/tool.js';

/** Shared by all runs: nobody waits for a step on the way, and `manual` waits for a person. */
export const RUN: ToolRow = {
  going: ['created', 'pending', 'preparing', 'running', 'scheduled', 'waiting_for_resource', 'waiting_for_callback'],
  verdict: { manual: ['info', 'manual'] },
  state: 'status',
};

/** A deployment to an environment. */
export const deployment: ToolRow = {
  ...RUN,
  kind: 'deployment',
  name: '{project.path_with_namespace} {environment}',
  fields: { branch: 'ref', user: 'user.name', version: 'short_sha' },
  details: 'commit_title',
  link: ['deployable_url', 'project.web_url'],
};
