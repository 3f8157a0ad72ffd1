import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../../support/render-event.js';

const ARN = 'arn:aws-cn:ec2:cn-north-1:111122223333:volume/vol-1';

describe('backup: states of a job', () => {
  test.each([
    [{ state: 'CREATED' }, 'info', '已创建'],
    [{ state: 'PENDING' }, 'info', '开始'],
    [{ state: 'RUNNING' }, 'info', '进行中'],
    [{ state: 'COMPLETED' }, 'recovery', '成功'],
    [{ status: 'COMPLETED' }, 'recovery', '成功'],
    [{ state: 'FAILED' }, 'error', '失败'],
    [{ state: 'EXPIRED' }, 'error', '已过期'],
    [{ state: 'ABORTED' }, 'warning', '已中止'],
    [{ state: 'PARTIAL' }, 'warning', '部分完成'],
  ])('%j', (state, severity, status) => {
    expect(verdictOf(renderEvent('Backup Job State Change', { ...state, resourceArn: ARN }))).toEqual([
      severity,
      status,
    ]);
  });

  test('a backup that completed and has something to say has issues, any other job is just done', () => {
    const detail = { state: 'COMPLETED', statusMessage: 'Some files were skipped.' };
    expect(verdictOf(renderEvent('Backup Job State Change', detail))).toEqual(['warning', '部分完成']);
    expect(verdictOf(renderEvent('Copy Job State Change', detail))).toEqual(['recovery', '成功']);
  });

  test.each([
    [{ state: 'RUNNING' }, 'info', '进行中'],
    [{ state: 'COMPLETED', scanResult: { scanResultStatus: 'THREATS_FOUND' } }, 'critical', '发现威胁'],
    [{ state: 'COMPLETED', scanResult: { scanResultStatus: 'NO_THREATS_FOUND' } }, 'recovery', '未发现威胁'],
    [{ state: 'COMPLETED_WITH_ISSUES' }, 'warning', '部分完成'],
  ])('a scan is good news only if it found nothing: %j', (detail, severity, status) => {
    const content = renderEvent('Scan Job State Change', { resourceArn: ARN, ...detail }, { source: 'aws.backup' });
    expect(content.title).toBe('AWS Backup 恶意软件扫描 vol-1');
    expect(verdictOf(content)).toEqual([severity, status]);
  });

  test.each([
    ['ACTIVE', 'recovery', '可用'],
    ['FAILED', 'error', '失败'],
  ])("a recovery point's index is %s", (indexStatus, severity, status) => {
    const detail = { indexStatus, sourceResourceArn: ARN };
    expect(verdictOf(renderEvent('Recovery Point Index State Change', detail))).toEqual([severity, status]);
  });

  test('a recovery point that expires does as it should', () => {
    expect(verdictOf(renderEvent('Recovery Point State Change', { status: 'EXPIRED' }))).toEqual(['info', '已过期']);
  });
});

describe('backup: what it is about', () => {
  test.each([
    ['Backup Job State Change', { resourceArn: ARN }, 'AWS Backup 备份作业 vol-1'],
    ['Copy Job State Change', { resourceArn: ARN }, 'AWS Backup 复制作业 vol-1'],
    ['Restore Job State Change', { createdResourceArn: ARN }, 'AWS Backup 还原作业 vol-1'],
    ['Recovery Point State Change', { resourceArn: ARN }, 'AWS Backup 恢复点 vol-1'],
    ['Backup Vault State Change', { backupVaultName: 'prod' }, 'AWS Backup 备份保管库 prod'],
    ['Backup Plan State Change', { backupPlanName: 'daily' }, 'AWS Backup 备份计划 daily'],
  ])('%s', (detailType, detail, title) => {
    expect(renderEvent(detailType, detail).title).toBe(title);
  });
});

describe('backup: by SNS', () => {
  const attributes = { EventType: 'BACKUP_JOB', State: 'COMPLETED', AccountId: '444455556666', Id: 'j-1' };
  const text = `An AWS Backup job failed. Resource ARN : ${ARN}. BackupJob ID : j-1`;

  test.each([
    ['COMPLETED', 'recovery', '成功'],
    ['FAILED', 'error', '失败'],
    ['EXPIRED', 'error', '已过期'],
    ['ABORTED', 'warning', '已中止'],
  ])('the state is that of the attributes, whatever the sentence says: %s', (State, severity, status) => {
    const content = renderNotification({}, { text, attributes: { ...attributes, State } });
    expect(verdictOf(content)).toEqual([severity, status]);
    expect(content).toMatchObject({
      renderer: 'backup',
      title: 'AWS Backup 备份作业 vol-1',
      where: '444455556666 cn-north-1',
    });
  });

  test("somebody's own message with an attribute State is theirs", () => {
    expect(() => renderNotification({}, { text: '你好', attributes: { State: 'x', EventType: 'y' } })).toThrow(
      'Cannot find a renderer',
    );
  });
});

test.each([
  ['Restore Job State Change', 'restoreJobId'],
  ['Backup Job State Change', 'backupJobId'],
  ['Copy Job State Change', 'copyJobId'],
])('backup: %s has the job’s id', (detailType, key) => {
  expect(lineOf(renderEvent(detailType, { [key]: 'job-1', resourceArn: ARN }), '作业 ID')).toBe('job-1');
});
