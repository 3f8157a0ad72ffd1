import type { ResourceKind } from '../../../text/words.js';
import type { Renderer } from '../../renderer.js';
import type { FieldRow } from '../../toolkit/event-fields.js';
import { type EventRow, tableRenderer } from '../../toolkit/event-table.js';
import { stateFor, type Verdict } from '../../toolkit/verdict.js';

/** Job states that AWS's word alone does not explain: a job expires when its window closes before it is done. */
export const JOB_STATES: Readonly<Record<string, Verdict>> = {
  aborted: ['warning', 'aborted'],
  available: ['recovery', 'available'],
  expired: ['error', 'expired'],
  partial: ['warning', 'partial'],
};
const JOB: readonly FieldRow[] = [
  ['type', 'resourceType'],
  ['vault', ['backupVaultName', 'destinationBackupVaultArn', 'backupVaultArn', 'sourceBackupVaultArn']],
  ['size', ['bytesTransferred', 'backupSizeInBytes', 'backupSizeBytes'], 'bytes'],
  ['progress', 'percentDone', 'percent'],
  ['duration', ['creationDate', 'completionDate'], 'span'],
  ['jobId', ['restoreJobId', 'backupJobId', 'copyJobId', 'scanJobId']],
];

/** The row of a job, which is named after the resource backed up, not by its random id. */
function jobRow(kind: ResourceKind): EventRow {
  return {
    kind,
    name: ['resourceName', 'resourceArn', 'createdResourceArn', 'sourceResourceArn', 'backupJobId'],
    verdict: JOB_STATES,
    fields: JOB,
    page: 'backup',
  };
}

const VAULT: EventRow = {
  kind: 'vault',
  name: ['backupVaultName', 'backupVaultArn'],
  verdict: JOB_STATES,
  page: 'backup',
};
const RECOVERY_POINT: EventRow = {
  ...jobRow('recoveryPoint'),
  state: ['status', 'state', 'indexStatus'],
  verdict: {
    ...JOB_STATES,
    active: ['recovery', 'available'],
    completed: ['recovery', 'available'],
    expired: ['info', 'expired'],
  },
  details: ['statusMessage', 'indexStatusMessage'],
};
/** A scan that completed is good news only if it found nothing. */
const SCAN: EventRow = {
  ...jobRow('malwareScan'),
  state: ['scanResult.scanResultStatus', 'state'],
  verdict: {
    ...JOB_STATES,
    completed_with_issues: ['warning', 'partial'],
    no_threats_found: ['recovery', 'noThreats'],
    threats_found: ['critical', 'threatsFound'],
  },
};

const table = tableRenderer({
  name: 'backup',
  service: 'AWS Backup',
  sources: ['aws.backup'],
  types: /^(Backup (Job|Vault|Plan)|Copy Job|Restore Job|Recovery Point( Index)?) (State )?Change$/,
  rows: {
    'Backup Job State Change': jobRow('backupJob'),
    'Copy Job State Change': jobRow('copyJob'),
    'Restore Job State Change': jobRow('restoreJob'),
    'Recovery Point Change': RECOVERY_POINT,
    'Recovery Point State Change': RECOVERY_POINT,
    'Recovery Point Index State Change': RECOVERY_POINT,
    'Backup Vault State Change': VAULT,
    'Scan Job State Change': SCAN,
    'Backup Plan State Change': {
      kind: 'backupPlan',
      name: ['backupPlanName', 'backupPlanId'],
      verdict: JOB_STATES,
      page: 'backup',
    },
    'Region Setting State Change': { kind: 'regionSettings', verdict: ['info', 'updated'], page: 'backup' },
  },
  other: jobRow('resource'),
});

/**
 * AWS Backup, by EventBridge. Its console calls a backup that completed and has something to say `Completed with issues`.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
export const backup: Renderer = {
  ...table,
  render(event, context) {
    const rendered = table.render(event, context);
    if ('skipped' in rendered || rendered.state !== 'COMPLETED' || !rendered.details) return rendered;
    const withIssues = event.detailType === 'Backup Job State Change';
    return withIssues ? { ...rendered, ...stateFor(['warning', 'partial'], context.words) } : rendered;
  },
};
