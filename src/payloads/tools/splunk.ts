import { webhook } from '../toolkit/tool.js';

/** Splunk: an alert that fired, with the first row of what its search found. It never says that it is over. @see https://help.splunk.com/splunk-enterprise/alert-and-respond/alerting-manual/10.0/configure-alert-actions/use-a-webhook-alert-action */
export const splunk = webhook({
  name: 'splunk',
  service: 'Splunk',
  match: { keys: { sid: true, search_name: true, results_link: true, result: true } },
  other: {
    name: 'search_name',
    verdict: ['error', 'alarm'],
    fields: { application: 'app', owner: 'owner' },
    each: { path: 'result', name: '{key}={value}' },
    link: 'results_link',
    labels: { application: 'app', owner: 'owner', host: 'result.host' },
  },
});
