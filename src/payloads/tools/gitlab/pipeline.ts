import type { ToolRow } from '../../toolkit/tool.js';
import { RUN } from './run.js';

/** A pipeline, with its jobs that failed. */
export const pipeline: ToolRow = {
  ...RUN,
  kind: 'pipeline',
  name: '{project.path_with_namespace} #{id} {name}',
  fields: { branch: 'ref', user: 'user.name', duration: 'duration as seconds' },
  details: ['commit.title', 'commit.message'],
  each: { path: 'builds', name: '{stage}/{name}', told: ['failure_reason'], state: 'status', onlyBad: true },
};
