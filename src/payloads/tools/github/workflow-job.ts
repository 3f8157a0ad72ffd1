import type { ToolRow } from '../../toolkit/tool.js';
import { GITHUB_RUN } from './github-run.js';
import { USER } from './steps.js';

/** A job of a workflow, with its steps that failed. */
export const workflowJob: ToolRow = {
  ...GITHUB_RUN,
  when: { workflow_job: true },
  kind: 'job',
  name: '{repository.full_name} {workflow_job.workflow_name} / {workflow_job.name}',
  state: ['workflow_job.conclusion', 'workflow_job.status'],
  fields: { branch: 'workflow_job.head_branch', user: USER },
  each: { path: 'workflow_job.steps', name: 'name', state: 'conclusion', onlyBad: true },
  link: ['workflow_job.html_url', 'repository.html_url'],
};
