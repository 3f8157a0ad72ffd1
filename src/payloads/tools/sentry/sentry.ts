import { webhook } from '../../toolkit/tool.js';
import { issue } from './issue.js';
import { issueAlert } from './issue-alert.js';
import { legacy } from './legacy.js';
import { metricAlert } from './metric-alert.js';

/** Sentry: the hooks of its integration platform, and the legacy plug-in. */
export const sentry = webhook({
  name: 'sentry',
  service: 'Sentry',
  docs: 'https://docs.sentry.io/integrations/integration-platform/webhooks/',
  match: {
    header: { 'Sentry-Hook-Resource': true },
    keys: [
      { 'installation.uuid': true, action: true, data: true },
      { triggering_rules: true, project_slug: true },
    ],
  },
  rows: { issueAlert, metricAlert, issue, legacy },
  other: {
    verdict: ['info', 'changed'],
    fields: { action: 'action', project: 'data.project_slug', user: 'actor.name' },
    details: ['data.comment', 'data.error.title', 'data.installation.app.slug'],
  },
});
