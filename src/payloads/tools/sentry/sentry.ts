import { webhook } from '../../toolkit/tool.js';
import { issue } from './issue.js';
import { issueAlert } from './issue-alert.js';
import { legacy } from './legacy.js';
import { metricAlert } from './metric-alert.js';
import { comment, otherHook } from './other-hook.js';

/** Sentry: the hooks of its integration platform, and the legacy plug-in. @see https://docs.sentry.io/integrations/integration-platform/webhooks/ */
export const sentry = webhook({
  name: 'sentry',
  service: 'Sentry',
  match: {
    header: { 'Sentry-Hook-Resource': true },
    keys: [
      { 'installation.uuid': true, action: true, data: true },
      { triggering_rules: true, project_slug: true },
    ],
  },
  rows: { comment, issueAlert, metricAlert, issue, legacy },
  other: otherHook,
});
