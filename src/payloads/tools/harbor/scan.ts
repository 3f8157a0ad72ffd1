import type { ToolRow } from '../../toolkit/tool.js';
import { TIME } from './time.js';

const FOUND = 'resources.*.scan_overview.*';
/** The paths of what a scan says and found. */
export const SEVERITY = `${FOUND}.severity`;
export const STATUS = `${FOUND}.scan_status`;
export const CRITICAL = `${FOUND}.summary.summary.Critical`;
export const HIGH = `${FOUND}.summary.summary.High`;

/** A scan. */
export const SCAN: ToolRow = {
  state: SEVERITY,
  fields: {
    severity: SEVERITY,
    criticalCount: CRITICAL,
    highCount: HIGH,
    vulnerabilities: `${FOUND}.summary.total`,
    fixable: `${FOUND}.summary.fixable`,
    time: TIME,
  },
};
