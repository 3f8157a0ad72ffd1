import { webhook } from '../../toolkit/tool.js';
import { anyEvent } from './any-event.js';
import { forge } from './forge.js';
import { ping } from './releases.js';
import { securityAlerts } from './security-alerts.js';

/** GitHub, and GitHub Enterprise. Gitea sends its header too. @see https://docs.github.com/en/webhooks/webhook-events-and-payloads */
export const github = webhook({
  name: 'github',
  service: 'GitHub',
  match: {
    header: { 'X-GitHub-Event': true, 'X-Gitea-Event': false, 'X-Gogs-Event': false },
    keys: [
      { 'sender.login': true, 'sender.node_id': true },
      { 'workflow_run.node_id': true, 'workflow_run.path': true },
    ],
  },
  event: 'header:X-GitHub-Event',
  common: {
    link: 'repository.html_url',
    labels: {
      project: 'repository.full_name',
      branch: ['workflow_run.head_branch', 'workflow_job.head_branch', 'ref'],
    },
  },
  rows: { ...securityAlerts, ping, ...forge },
  other: anyEvent,
});
