import { webhook } from '../toolkit/tool.js';
import { anyEvent } from './github/any-event.js';
import { forge } from './github/forge.js';

/** Gitea and Forgejo: the forms of GitHub, but for the people. @see https://docs.gitea.com/usage/webhooks */
export const gitea = webhook({
  name: 'gitea',
  service: 'Gitea',
  match: {
    header: { 'X-Gitea-Event': true },
    keys: { 'sender.login': true, 'sender.username': true, 'repository.full_name': true, hook_name: false },
  },
  common: { link: 'repository.html_url', labels: { project: 'repository.full_name', branch: 'ref' } },
  rows: forge,
  other: anyEvent,
});
