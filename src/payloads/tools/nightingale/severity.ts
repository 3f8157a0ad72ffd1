import type { ToolVerdicts } from '../../toolkit/tool.js';

const VERDICT: ToolVerdicts = {
  'true*': ['recovery', 'recovered'],
  'false 1': ['critical', 'alarm'],
  'false 2': ['warning', 'alarm'],
  'false*': ['info', 'notice'],
};

/** The way an event is judged: level 1 is the worst, and a recovery keeps its level. */
export const JUDGED = { state: '{is_recovered} {severity}', verdict: VERDICT };
