import type { ToolRow } from '../../toolkit/tool.js';
import { GITHUB_RUN } from './github-run.js';
import { USER } from './steps.js';

/** The status that another tool gave a commit. */
export const commitStatus: ToolRow = {
  ...GITHUB_RUN,
  when: { sha: true, state: true, context: true },
  kind: 'check',
  name: '{repository.full_name} {context}',
  state: 'state',
  fields: { branch: 'branches.*.name', version: 'sha', user: USER },
  details: 'description',
  link: ['target_url', 'commit.html_url'],
};
