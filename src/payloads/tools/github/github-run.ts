import type { ToolRow } from '../../toolkit/tool.js';

/** Shared by all runs: nobody waits for a step on the way; ends that are neither success nor failure. */
export const GITHUB_RUN: ToolRow = {
  going: ['requested', 'queued', 'pending', 'waiting', 'in_progress', 'created'],
  verdict: {
    action_required: ['warning', 'approvalNeeded'],
    'neutral|completed': ['info', 'completed'],
    'stale|inactive': ['info', 'superseded'],
  },
};
