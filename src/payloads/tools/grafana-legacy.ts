import { webhook } from '../toolkit/tool.js';

/** Grafana 8 and older: the alerting that was on by default before the unified one. @see https://grafana.com/docs/grafana/v8.2/alerting/old-alerting/notifications/ */
export const grafanaLegacy = webhook({
  name: 'grafana-legacy',
  service: 'Grafana',
  match: { keys: { evalMatches: true, ruleId: true, ruleName: true, ruleUrl: true } },
  rows: { tested: { when: { ruleName: 'Test notification' }, name: 'ruleName', details: 'message', test: true } },
  other: {
    name: 'ruleName',
    state: 'state',
    verdict: {
      alerting: ['error', 'alarm'],
      ok: ['recovery', 'recovered'],
      no_data: ['warning', 'noData'],
    },
    fields: { team: 'tags.team' },
    each: { path: 'evalMatches', name: 'metric', told: ['value'] },
    details: 'message',
    link: 'ruleUrl',
    thing: '{ruleId} {orgId}',
    labels: { severity: 'tags.severity', team: 'tags.team' },
  },
});
