import { webhook } from '../toolkit/tool.js';

/** Docker Hub: an image was pushed. @see https://docs.docker.com/docker-hub/repos/manage/webhooks/ */
export const dockerHub = webhook({
  name: 'docker-hub',
  service: 'Docker Hub',
  match: { keys: { 'push_data.pusher': true, 'repository.repo_name': true } },
  other: {
    kind: 'image',
    name: '{repository.repo_name}:{push_data.tag}',
    verdict: ['info', 'pushed'],
    fields: { user: 'push_data.pusher', time: 'push_data.pushed_at as time' },
    link: 'repository.repo_url',
    labels: { project: 'repository.repo_name' },
  },
});
