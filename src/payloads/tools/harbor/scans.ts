import type { ToolRow } from '../../toolkit/tool.js';
import { CRITICAL_COUNT, HIGH_COUNT, SCAN, SCAN_SEVERITY, SCAN_STATUS } from './scan.js';

const SOME = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `${digit}*`);
const WORST: ToolRow = { ...SCAN, verdict: ['error', 'vulnerable'] };
const BAD: ToolRow = { ...SCAN, verdict: ['warning', 'vulnerable'] };

/** Scans: as bad as the worst they found or counted, whatever else they say; clean only if they say so. */
export const scans: Readonly<Record<string, ToolRow>> = {
  failed: { when: { [SCAN_STATUS]: 'Error' }, verdict: ['error', 'scanFailed'] },
  critical: { ...WORST, when: { [SCAN_SEVERITY]: 'Critical' } },
  criticalCount: { ...WORST, when: { [CRITICAL_COUNT]: SOME } },
  high: { ...BAD, when: { [SCAN_SEVERITY]: 'High' } },
  highCount: { ...BAD, when: { [HIGH_COUNT]: SOME } },
  low: {
    ...SCAN,
    when: { [SCAN_SEVERITY]: ['Medium', 'Low', 'Negligible', 'Unknown'] },
    verdict: ['info', 'vulnerable'],
  },
  clean: { ...SCAN, when: { [SCAN_SEVERITY]: 'None' }, verdict: ['recovery', 'noVulnerabilities'] },
  'SCANNING_COMPLETED|harbor.scan.completed': { ...SCAN, verdict: ['info', 'completed'] },
};
