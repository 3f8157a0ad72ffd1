import type { ToolRow } from '../../toolkit/tool.js';
import { REF } from './steps.js';

/** Keys that only what was made has: GitHub's, Gitea's. */
const GONE = { master_branch: false, sha: false };

/** Branches and tags that were made or deleted. */
export const refs: Readonly<Record<string, ToolRow>> = {
  tagGone: { ...REF, when: { ref_type: 'tag', ...GONE }, kind: 'tag', verdict: ['info', 'deleted'] },
  branchGone: { ...REF, when: { ref_type: true, ...GONE }, kind: 'branch', verdict: ['info', 'deleted'] },
  tag: { ...REF, when: { ref_type: 'tag' }, kind: 'tag', verdict: ['info', 'created'] },
  branch: { ...REF, when: { ref_type: true }, kind: 'branch', verdict: ['info', 'created'] },
};
