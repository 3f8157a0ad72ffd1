import type { ToolRow } from '../../toolkit/tool.js';
import { CRITICAL, HIGH, SCAN, SEVERITY, STATUS } from './scan.js';

const SOME = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `${digit}*`);
const WORST: ToolRow = { ...SCAN, verdict: ['error', 'vulnerable'] };
const BAD: ToolRow = { ...SCAN, verdict: ['warning', 'vulnerable'] };

/** Scans: as bad as the worst they found or counted, whatever else they say; clean only if they say so. */
export const scans: Readonly<Record<string, ToolRow>> = {
  failed: { when: { [STATUS]: 'Error' }, verdict: ['error', 'scanFailed'] },
  critical: { ...WORST, when: { [SEVERITY]: 'Critical' } },
  criticalCount: { ...WORST, when: { [CRITICAL]: SOME } },
  high: { ...BAD, when: { [SEVERITY]: 'High' } },
  highCount: { ...BAD, when: { [HIGH]: SOME } },
  low: { ...SCAN, when: { [SEVERITY]: ['Medium', 'Low', 'Negligible', 'Unknown'] }, verdict: ['info', 'vulnerable'] },
  clean: { ...SCAN, when: { [SEVERITY]: 'None' }, verdict: ['recovery', 'noVulnerabilities'] },
  'SCANNING_COMPLETED|harbor.scan.completed': { ...SCAN, verdict: ['info', 'completed'] },
};
