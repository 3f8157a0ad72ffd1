import type { ToolRow } from '../../toolkit/tool.js';
import { GITHUB_RUN } from './github-run.js';

/** All checks of an app on a commit. */
export const checkSuite: ToolRow = {
  ...GITHUB_RUN,
  when: { check_suite: true },
  kind: 'check',
  name: '{repository.full_name} {check_suite.app.name}',
  state: ['check_suite.conclusion', 'check_suite.status'],
  fields: { branch: 'check_suite.head_branch', version: 'check_suite.head_sha' },
  details: 'check_suite.head_commit.message',
  link: '{repository.html_url}/commit/{check_suite.head_sha}',
};
