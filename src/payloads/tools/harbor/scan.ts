import type { ToolRow } from '../../toolkit/tool.js';
import { TIME } from './time.js';

const FOUND = 'resources.*.scan_overview.*';
/** The paths of what a scan says and found. */
export const SCAN_SEVERITY = `${FOUND}.severity`;
/** The path of the scan's status. */
export const SCAN_STATUS = `${FOUND}.scan_status`;
/** The path of the number of critical vulnerabilities. */
export const CRITICAL_COUNT = `${FOUND}.summary.summary.Critical`;
/** The path of the number of high ones. */
export const HIGH_COUNT = `${FOUND}.summary.summary.High`;

/** A scan. */
export const SCAN: ToolRow = {
  state: SCAN_SEVERITY,
  fields: {
    grade: SCAN_SEVERITY,
    criticalCount: CRITICAL_COUNT,
    highCount: HIGH_COUNT,
    vulnerabilities: `${FOUND}.summary.total`,
    fixable: `${FOUND}.summary.fixable`,
    time: TIME,
  },
};
