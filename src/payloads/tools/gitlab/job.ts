import type { ToolRow } from '../../toolkit/tool.js';
import { RUN } from './run.js';

/** A job. */
export const job: ToolRow = {
  ...RUN,
  kind: 'job',
  name: ['{project.path_with_namespace|project_name} {build_stage}/{build_name}', 'build_name'],
  state: 'build_status',
  fields: { reason: 'build_failure_reason', branch: 'ref', user: 'user.name', duration: 'build_duration as seconds' },
  details: ['commit.title', 'commit.message'],
  link: ['{project.web_url|repository.homepage}/-/jobs/{build_id}', 'repository.homepage'],
};

/** A job that may fail: its pipeline goes on. */
export const jobAllowedToFail: ToolRow = {
  ...job,
  when: { object_kind: 'build', build_status: 'failed', build_allow_failure: 'true' },
  verdict: ['warning', 'failed'],
};
