import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../../support/render-event.js';

describe('job-state-change: whatever says it in the same way', () => {
  test.each([
    [
      'aws.transcribe',
      'Transcribe Job State Change',
      { TranscriptionJobName: 'n', TranscriptionJobStatus: 'COMPLETED' },
      'Transcribe 作业 n',
      'recovery',
    ],
    [
      'aws.translate',
      'Translate TextTranslationJob State Change',
      { jobId: 'n', jobStatus: 'FAILED' },
      'Translate Text Translation 作业 n',
      'error',
    ],
    [
      'aws.translate',
      'Translate Parallel Data State Change',
      { name: 'n', status: 'ACTIVE', operation: 'CreateParallelData' },
      'Translate Parallel Data n',
      'recovery',
    ],
    [
      'aws.mediaconvert',
      'MediaConvert Job State Change',
      { jobId: 'n', status: 'COMPLETE' },
      'MediaConvert 作业 n',
      'recovery',
    ],
    [
      'aws.medialive',
      'MediaLive Channel State Change',
      { channel_arn: 'arn:aws:medialive:us-east-1:1:channel:n', state: 'STOPPED' },
      'MediaLive 频道 n',
      'warning',
    ],
    [
      'aws.medialive',
      'MediaLive Channel Alert',
      { channel_arn: 'arn:aws:medialive:us-east-1:1:channel:n', alarm_state: 'CLEARED' },
      'MediaLive Channel Alert n',
      'recovery',
    ],
    [
      'aws.opsworks',
      'OpsWorks Instance State Change',
      { hostname: 'n', status: 'connection_lost' },
      'OpsWorks 实例 n',
      'error',
    ],
    [
      'aws.opsworks',
      'OpsWorks Alert',
      { 'instance-id': 'n', message: 'The shutdown timed out.' },
      'OpsWorks Alert n',
      'error',
    ],
    [
      'aws.sms',
      'Server Migration Job State Change',
      { 'replication-job-id': 'n', state: 'Completed', 'replication-run-id': 'N/A' },
      'Server Migration 作业 n',
      'recovery',
    ],
    [
      'aws.brandnew',
      'Brandnew Task Status Change',
      { taskId: 'n', previousStatus: 'RUNNING', currentStatus: 'FAILED' },
      'Brandnew 任务 n',
      'error',
    ],
    [
      'aws.codebuild',
      'CodeBuild Fleet State Change',
      { 'fleet-name': 'n', 'previous-fleet-status': 'CREATING', 'fleet-status': 'CREATE_FAILED' },
      'CodeBuild Fleet n',
      'error',
    ],
    [
      'aws.bedrock',
      'Batch Inference Job State Change',
      { batchJobName: 'n', status: 'Completed' },
      'Bedrock Batch Inference 作业 n',
      'recovery',
    ],
    [
      'aws.route53-recovery-readiness',
      'Route 53 Application Recovery Controller readiness check status change',
      {
        'readiness-check-name': 'n',
        'previous-state': { 'readiness-status': 'READY' },
        'new-state': { 'readiness-status': 'NOT_READY' },
      },
      'Route 53 Application Recovery Controller readiness check n',
      'error',
    ],
    [
      'aws.brandnew',
      'Brandnew Service Instance Status Change',
      { name: 'n', status: { previous: 'IN_PROGRESS', current: 'FAILED' } },
      'Brandnew Service 实例 n',
      'error',
    ],
    [
      'aws.ivs',
      'IVS Stream State Change',
      { event_name: 'Stream Failure', channel_name: 'n', stream_id: 'st-1' },
      'IVS Stream n',
      'error',
    ],
    [
      'aws.ivs',
      'IVS Stream Health Change',
      { event_name: 'Starvation End', channel_name: 'n' },
      'IVS Stream Health Change n',
      'recovery',
    ],
    [
      'aws.medialive',
      'MediaLive Channel Input Change',
      { active_input_attachment_name: 'i', channel_arn: 'arn:aws:medialive:us-east-1:1:channel:n' },
      'MediaLive Channel Input Change n',
      'info',
    ],
  ])('%s %s', (source, detailType, detail, title, severity) => {
    expect(renderEvent(detailType, detail, { source })).toMatchObject({
      renderer: 'job-state-change',
      title,
      severity,
    });
  });

  test.each([
    [{ event: 'MaxIngestStreamsError', message: 'more than 20 allowed' }, 'error'],
    [{ event: 'IngestComplete' }, 'recovery'],
    [{ harvest_job: { id: 'n', status: 'FAILED', message: 'x' } }, 'error'],
  ])('MediaPackage has an event for a state, or wraps its job: %j', (detail, severity) => {
    const content = renderEvent('MediaPackage Input Notification', detail, { source: 'aws.mediapackage' });
    expect(content).toMatchObject({ renderer: 'job-state-change', severity });
  });

  test('a role or a bucket does not name a job', () => {
    const detail = { roleName: 'r', bucketName: 'b', userName: 'u', jobId: 'j', status: 'FAILED' };
    expect(renderEvent('Brandnew Job State Change', detail, { source: 'aws.brandnew' }).title).toBe('Brandnew 作业 j');
  });

  test("an application's own state change is not taken", () => {
    expect(() => renderEvent('Order State Change', { state: 'PAID' }, { source: 'com.example' })).toThrow(
      'Cannot find a renderer',
    );
  });

  test('a long detail-type takes time that grows with its length: with its square, it would exceed the time limit', () => {
    const detailType = `${'长'.repeat(800_000)} ${'A'.repeat(800_000)}! Job State Change`;
    renderEvent(detailType, {}, { source: 'aws.brandnew' });
  });
});

describe('job-state-change: jobs that tell by SNS', () => {
  test.each([
    [
      {
        JobId: 'j',
        Status: 'SUCCEEDED',
        API: 'StartDocumentAnalysis',
        DocumentLocation: { S3ObjectName: 'a.pdf', S3Bucket: 'b' },
      },
      'Textract 作业 a.pdf',
      'recovery',
    ],
    [
      { JobId: 'j', Status: 'FAILED', API: 'StartLabelDetection', Video: { S3ObjectName: 'a.mp4', S3Bucket: 'b' } },
      'Rekognition 作业 a.mp4',
      'error',
    ],
    [
      { state: 'ERROR', jobId: 'j', pipelineId: 'p', input: { key: 'a.mov' }, errorCode: 3002 },
      'Elastic Transcoder 作业 a.mov',
      'error',
    ],
    [
      {
        Action: 'ArchiveRetrieval',
        JobId: 'j',
        StatusCode: 'Succeeded',
        VaultARN: 'arn:aws:glacier:us-east-1:1:vaults/audit',
      },
      'S3 Glacier 作业 audit',
      'recovery',
    ],
  ])('%j', (message, title, severity) => {
    expect(renderNotification(message)).toMatchObject({ renderer: 'job-state-change', title, severity });
  });
});

test('job-state-change: what there is of code, type and duration', () => {
  const content = renderEvent(
    'OpsWorks Deployment State Change',
    { 'deployment-id': 'd', status: 'failed', duration: 95, command: 'deploy' },
    { source: 'aws.opsworks' },
  );
  expect([lineOf(content, '操作'), lineOf(content, '用时')]).toEqual(['deploy', '1 分钟 35 秒']);
  expect(verdictOf(content)).toEqual(['error', '失败']);
});
