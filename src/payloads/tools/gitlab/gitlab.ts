import { webhook } from '../../toolkit/tool.js';
import { changed } from './changed.js';
import { job, jobAllowedToFail } from './job.js';
import { KEYS } from './keys.js';
import { note } from './note.js';
import { pipeline } from './pipeline.js';
import { pushes } from './pushes.js';
import { reviews } from './reviews.js';
import { deployment } from './run.js';

/** GitLab, one's own and GitLab.com. @see https://docs.gitlab.com/user/project/integrations/webhook_events/ */
export const gitlab = webhook({
  name: 'gitlab',
  service: 'GitLab',
  match: {
    header: { 'X-Gitlab-Event': true },
    keys: KEYS,
  },
  within: 'object_attributes',
  event: ['object_kind', 'event_name'],
  common: {
    link: ['url', 'project.web_url', 'repository.homepage'],
    labels: { project: ['project.path_with_namespace', 'project_name'], branch: 'ref' },
  },
  rows: { ...pushes, ...reviews, ...{ note, jobAllowedToFail, pipeline, build: job, deployment } },
  other: changed,
});
