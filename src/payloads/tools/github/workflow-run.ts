import type { ToolRow } from '../../toolkit/tool.js';
import { GITHUB_RUN } from './github-run.js';

/** A workflow. */
export const workflowRun: ToolRow = {
  ...GITHUB_RUN,
  when: { workflow_run: true },
  kind: 'workflow',
  name: '{repository.full_name|workflow_run.repository.full_name} {workflow_run.name} #{workflow_run.run_number}',
  state: ['workflow_run.conclusion', 'workflow_run.status'],
  fields: {
    branch: 'workflow_run.head_branch',
    user: ['workflow_run.actor.login', 'sender.login'],
    trigger: 'workflow_run.event',
  },
  details: ['workflow_run.display_title', 'workflow_run.head_commit.message'],
  link: ['workflow_run.html_url', 'repository.html_url'],
};
