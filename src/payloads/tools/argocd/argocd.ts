import { webhook } from '../../toolkit/tool.js';
import { application } from './application.js';
import { failed, syncing } from './syncs.js';

const BAD = ['Degraded', 'Missing'];

/** Argo CD: the template of our documentation, and the commit status of its own. @see https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications/services/webhook/ */
export const argocd = webhook({
  name: 'argocd',
  service: 'Argo CD',
  match: {
    keys: [{ 'argocd.application': true }, { context: 'continuous-delivery/*', state: true, target_url: true }],
  },
  rows: {
    commit: { when: { context: true }, name: 'context', state: 'state', going: ['pending'], link: 'target_url' },
    syncing,
    failed,
    degraded: { ...application, details: [], when: { 'argocd.health': BAD }, verdict: ['error', 'unhealthy'] },
    unknown: { ...application, when: { 'argocd.sync': 'Unknown' }, verdict: ['warning', 'syncUnknown'] },
    done: { ...application, when: { 'argocd.phase': 'Succeeded', 'argocd.health': 'Healthy' } },
    drifted: { ...application, when: { 'argocd.sync': 'OutOfSync' }, verdict: ['warning', 'drifted'] },
  },
  other: application,
});
