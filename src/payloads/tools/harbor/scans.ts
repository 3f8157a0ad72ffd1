import type { ToolRow } from '../../toolkit/tool.js';
import { TIME } from './time.js';

const SEVERITY = 'resources.*.scan_overview.*.severity';
const FOUND = 'resources.*.scan_overview.*.summary';
const SCAN: ToolRow = {
  state: SEVERITY,
  fields: {
    severity: SEVERITY,
    criticalCount: `${FOUND}.summary.Critical`,
    highCount: `${FOUND}.summary.High`,
    vulnerabilities: `${FOUND}.total`,
    fixable: `${FOUND}.fixable`,
    time: TIME,
  },
};

/** Scans: as bad as the worst they found, whatever else they say. */
export const scans: Readonly<Record<string, ToolRow>> = {
  critical: { ...SCAN, when: { [SEVERITY]: 'Critical' }, verdict: ['error', 'vulnerable'] },
  high: { ...SCAN, when: { [SEVERITY]: 'High' }, verdict: ['warning', 'vulnerable'] },
  low: { ...SCAN, when: { [SEVERITY]: ['Medium', 'Low', 'Negligible', 'Unknown'] }, verdict: ['info', 'vulnerable'] },
  clean: { ...SCAN, when: { [SEVERITY]: 'None' }, verdict: ['recovery', 'noVulnerabilities'] },
};
