import type { ToolRow } from '../../toolkit/tool.js';
import { GITHUB_RUN } from './github-run.js';

/** A check of an app. */
export const checkRun: ToolRow = {
  ...GITHUB_RUN,
  when: { check_run: true },
  kind: 'check',
  name: '{repository.full_name} {check_run.name}',
  state: ['check_run.conclusion', 'check_run.status'],
  fields: { branch: 'check_run.check_suite.head_branch', version: 'check_run.head_sha', source: 'check_run.app.name' },
  details: ['check_run.output.title', 'check_run.output.summary'],
  link: ['check_run.html_url', 'check_run.details_url'],
};
