import { webhook } from '../../toolkit/tool.js';
import { artifacts } from './artifacts.js';
import { jobs } from './jobs.js';
import { scans } from './scans.js';
import { TIME } from './time.js';

/** Harbor, in both formats. @see https://goharbor.io/docs/latest/working-with-projects/project-configuration/configure-webhooks/ */
export const harbor = webhook({
  name: 'harbor',
  service: 'Harbor',
  match: {
    keys: [
      { type: true, occur_at: true, event_data: true },
      { type: 'harbor.*', specversion: true },
    ],
  },
  within: ['event_data', 'data'],
  event: 'type',
  common: {
    kind: 'image',
    name: ['{repository.repo_full_name}:{resources.0.tag|resources.0.digest}', 'repository.repo_full_name'],
    fields: { user: 'operator', time: TIME },
  },
  rows: { ...scans, ...artifacts, ...jobs },
  other: { unlisted: true },
});
