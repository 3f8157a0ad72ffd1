import type { ToolVerdicts } from './tool.js';

/** Verdicts on an alert whose state is its level, or ends with it: `firing critical`. */
export const LEVELS: ToolVerdicts = {
  'alert|*emergency*|*critical*': ['critical', 'alarm'],
  '*error*|*high': ['error', 'alarm'],
  '*warn*|*medium|*low': ['warning', 'alarm'],
  '*notice*|*info*|*debug*': ['info', 'notice'],
};
