import type { ToolRow } from '../../toolkit/tool.js';

/** An application, which recovers. */
export const application: ToolRow = {
  kind: 'application',
  name: 'argocd.application',
  state: 'argocd.health',
  fields: {
    project: 'argocd.project',
    namespace: 'argocd.namespace',
    version: 'argocd.revision',
    health: 'argocd.health',
    sync: 'argocd.sync',
  },
  details: 'argocd.message',
  link: 'argocd.url',
  thing: 'argocd.application',
  labels: { project: 'argocd.project', application: 'argocd.application' },
};
