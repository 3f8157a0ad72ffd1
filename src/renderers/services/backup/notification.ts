import { resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import { getOwn } from '../../../base/json.js';
import type { ResourceKind } from '../../../text/words.js';
import type { Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { titleOf } from '../../toolkit/title.js';
import { classify, stateFor } from '../../toolkit/verdict.js';
import { JOB_STATES } from './backup.js';

const EVENT_TYPES: Readonly<Record<string, ResourceKind>> = {
  BACKUP_JOB: 'backupJob',
  BACKUP_PLAN: 'backupPlan',
  COPY_JOB: 'copyJob',
  RECOVERY_POINT: 'recoveryPoint',
  RESTORE_JOB: 'restoreJob',
};

/**
 * Backup, by SNS: a sentence, and message attributes that say what happened to what. Only the attributes are reliable: an aborted
 * or failed job is announced in the same words. @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export const backupNotification: Renderer = {
  name: 'backup',
  matches: ({ attributes, text }) =>
    attributes['State'] !== undefined &&
    attributes['EventType'] !== undefined &&
    /\bjob\b|recovery point|AWS Backup/i.test(text),
  render: ({ attributes, text, region, occurredAt }, { words, timeZone }) => {
    const state = attributes['State'] ?? '';
    const told = getOwn(JOB_STATES, state.toLowerCase());
    const outcome = told ? stateFor(told, words) : classify(state, undefined, words);
    const kind = words.resourceKind[getOwn(EVENT_TYPES, attributes['EventType'] ?? '') ?? 'backupJob'];
    const arn = /Resource ARN ?: ?(arn:\S+?)\.?(\s|$)/.exec(text)?.[1];
    return {
      severity: outcome?.severity ?? 'info',
      status: outcome?.status ?? words.status.notice,
      title: titleOf(`AWS Backup ${kind}`, arn && resourceName(arn)),
      fields: [
        field(words.label.id, attributes['Id']),
        timeField(words.label.started, attributes['StartTime'], timeZone),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      // The sentence of a success says nothing more; that of a failure may say why.
      details:
        outcome?.severity === 'recovery' ? undefined : readableSentence(/^[^.]{1,300}/.exec(text)?.[0], timeZone),
      link: consoleLink('backup', region),
      account: attributes['AccountId'],
      state,
    };
  },
};
