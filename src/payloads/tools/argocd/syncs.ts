import type { ToolRow } from '../../toolkit/tool.js';
import { application } from './application.js';

/** A sync that goes on. */
export const syncing: ToolRow = {
  ...application,
  when: { 'argocd.phase': ['Running', 'Terminating'] },
  state: 'argocd.phase',
  going: ['running', 'terminating'],
};

/** A sync that failed: why comes first, as the application may be well. */
export const failed: ToolRow = {
  ...application,
  when: { 'argocd.phase': ['Failed', 'Error'] },
  verdict: ['error', 'syncFailed'],
  fields: { reason: 'argocd.message', ...application.fields },
  details: [],
};
