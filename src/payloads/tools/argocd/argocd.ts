import { webhook } from '../../toolkit/tool.js';
import { application } from './application.js';

/** Argo CD: the template of our documentation, and the commit status of its own. @see https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications/services/webhook/ */
export const argocd = webhook({
  name: 'argocd',
  service: 'Argo CD',
  match: {
    keys: [{ 'argocd.application': true }, { context: 'continuous-delivery/*', state: true, target_url: true }],
  },
  rows: {
    commit: { when: { context: true }, name: 'context', state: 'state', going: ['pending'], link: 'target_url' },
    going: { ...application, when: { 'argocd.phase': ['Running', 'Terminating'] }, going: ['running', 'terminating'] },
    failed: { ...application, when: { 'argocd.phase': ['Failed', 'Error'] }, verdict: ['error', 'failed'] },
    degraded: {
      ...application,
      details: [],
      when: { 'argocd.health': ['Degraded', 'Missing'] },
      verdict: ['error', 'unhealthy'],
    },
    unknown: { ...application, when: { 'argocd.sync': 'Unknown' }, verdict: ['warning', 'syncUnknown'] },
  },
  other: application,
});
