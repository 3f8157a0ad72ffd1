import type { ToolRow } from '../../toolkit/tool.js';

/** Images that came and went, scans that did not end, quotas. */
export const artifacts: Readonly<Record<string, ToolRow>> = {
  'PUSH_ARTIFACT|harbor.artifact.pushed': { verdict: ['info', 'pushed'] },
  'PULL_ARTIFACT|harbor.artifact.pulled': { verdict: ['info', 'pulled'] },
  'DELETE_ARTIFACT|harbor.artifact.deleted': { verdict: ['info', 'deleted'] },
  'SCANNING_FAILED|harbor.scan.failed': { verdict: ['error', 'scanFailed'] },
  'SCANNING_STOPPED|harbor.scan.stopped': { verdict: ['info', 'stopped'] },
  'QUOTA_EXCEED|harbor.quota.exceeded': { verdict: ['error', 'quotaExceeded'], details: 'custom_attributes.Details' },
  'QUOTA_WARNING|harbor.quota.warned': { verdict: ['warning', 'nearQuota'], details: 'custom_attributes.Details' },
};
