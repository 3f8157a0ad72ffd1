import { resourceName } from '../arn.js';
import { consoleLink } from '../console-link.js';
import { ownAt } from '../own.js';
import type { Words } from '../text/words.js';
import type { FieldRow } from './event-fields.js';
import { type EventRow, tableRenderer } from './event-table.js';
import { field, timeField } from './field.js';
import { prose } from './prose.js';
import type { Renderer } from './renderer.js';
import { titleOf } from './title.js';
import { judge, outcomeFor, type Verdict } from './verdict.js';

/** States that AWS's word alone does not tell: a job expires when its window closes before it is done. */
const STATES: Readonly<Record<string, Verdict>> = {
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
];

/** A job's row: what is backed up names it, not the job's random id. */
function jobRow(thing: EventRow['thing']): EventRow {
  return {
    thing,
    name: ['resourceName', 'resourceArn', 'createdResourceArn', 'backupJobId', 'copyJobId', 'restoreJobId'],
    verdict: STATES,
    fields: JOB,
    page: 'backup',
  };
}

const VAULT: EventRow = {
  thing: 'vault',
  name: ['backupVaultName', 'backupVaultArn'],
  verdict: STATES,
  page: 'backup',
};
const RECOVERY_POINT: EventRow = {
  ...jobRow('recoveryPoint'),
  verdict: { ...STATES, expired: ['info', 'expired'], completed: ['recovery', 'available'] },
};

/** Backup, by EventBridge. @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html */
export const backup = tableRenderer({
  name: 'backup',
  service: 'AWS Backup',
  sources: ['aws.backup'],
  types: /^(Backup (Job|Vault|Plan)|Copy Job|Restore Job|Recovery Point)( Index)? (State )?Change$/,
  rows: {
    'Backup Job State Change': jobRow('backupJob'),
    'Copy Job State Change': jobRow('copyJob'),
    'Restore Job State Change': jobRow('restoreJob'),
    'Recovery Point Change': RECOVERY_POINT,
    'Recovery Point State Change': RECOVERY_POINT,
    'Recovery Point Index State Change': RECOVERY_POINT,
    'Backup Vault State Change': VAULT,
    'Backup Plan State Change': {
      thing: 'backupPlan',
      name: ['backupPlanName', 'backupPlanId'],
      verdict: STATES,
      page: 'backup',
    },
    'Region Setting State Change': { thing: 'plan', verdict: ['info', 'updated'], page: 'backup' },
  },
  other: jobRow('resource'),
});

const EVENT_TYPES: Readonly<Record<string, keyof Words['data']['thing']>> = {
  BACKUP_JOB: 'backupJob',
  BACKUP_PLAN: 'backupPlan',
  COPY_JOB: 'copyJob',
  RECOVERY_POINT: 'recoveryPoint',
  RESTORE_JOB: 'restoreJob',
};

/**
 * Backup, by SNS: a sentence, and in the message attributes what happened to what. Only the attributes are sure: a job that
 * was aborted or failed is told in the same words. @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export const backupNotification: Renderer = {
  name: 'backup',
  matches: ({ attributes, text }) =>
    attributes['State'] !== undefined &&
    attributes['EventType'] !== undefined &&
    /\bjob\b|recovery point|AWS Backup/i.test(text),
  render: ({ attributes, text, region, occurredAt }, { words, timeZone }) => {
    const state = attributes['State'] ?? '';
    const told = ownAt(STATES, state.toLowerCase());
    const outcome = told ? outcomeFor(told, words) : judge(state, undefined, words);
    const thing = words.data.thing[ownAt(EVENT_TYPES, attributes['EventType'] ?? '') ?? 'backupJob'];
    const arn = /Resource ARN ?: ?(arn:\S+?)\.?(\s|$)/.exec(text)?.[1];
    return {
      severity: outcome?.severity ?? 'info',
      status: outcome?.status ?? words.status.notice,
      title: titleOf(`AWS Backup ${thing}`, arn && resourceName(arn)),
      fields: [
        field(words.data.label.id, attributes['Id']),
        timeField(words.data.label.started, attributes['StartTime'], timeZone),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      // The sentence of a success says nothing more; that of a failure may say why.
      details: outcome?.severity === 'recovery' ? undefined : prose(/^[^.]{1,300}/.exec(text)?.[0], timeZone),
      link: consoleLink('backup', region),
      account: attributes['AccountId'],
      state,
    };
  },
};
