import type { ToolRow } from '../../toolkit/tool.js';
import { checkRun } from './check-run.js';
import { checkSuite } from './check-suite.js';
import { comments } from './comments.js';
import { commitStatus } from './commit-status.js';
import { deployments } from './deployments.js';
import { issues } from './issues.js';
import { pullRequests } from './pull-requests.js';
import { refPushes } from './ref-pushes.js';
import { refs } from './refs.js';
import { release } from './releases.js';
import { workflowJob } from './workflow-job.js';
import { workflowRun } from './workflow-run.js';

/** The events that GitHub and Gitea have alike. The first that holds counts: the narrower ones stand before the wider. */
export const forge: Readonly<Record<string, ToolRow>> = {
  ...deployments,
  ...{ workflowJob, workflowRun, checkRun, checkSuite, commitStatus },
  ...refPushes,
  ...refs,
  release,
  ...comments,
  ...pullRequests,
  ...issues,
};
