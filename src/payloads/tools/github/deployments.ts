import type { ToolRow } from '../../toolkit/tool.js';
import { approvals } from './approvals.js';
import { GITHUB_RUN } from './github-run.js';

/** Deployments. One that begins is told by its status. */
export const deployments: Readonly<Record<string, ToolRow>> = {
  ...approvals,
  deployment_status: {
    ...GITHUB_RUN,
    when: { deployment_status: true },
    kind: 'deployment',
    name: '{repository.full_name} {deployment_status.environment|deployment.environment}',
    state: 'deployment_status.state',
    fields: { branch: 'deployment.ref', user: 'deployment_status.creator.login', version: 'deployment.sha' },
    details: ['deployment_status.description', 'deployment.description'],
    link: ['deployment_status.log_url', 'deployment_status.target_url', 'repository.html_url'],
  },
  deployment: {
    ...GITHUB_RUN,
    when: { deployment: true },
    kind: 'deployment',
    name: '{repository.full_name} {deployment.environment}',
    state: 'action',
  },
};
