import { type JsonObject, textAt } from '../../../base/json.js';
import type { EventRow } from '../../toolkit/event-table.js';

/** A service whose jobs report by SNS that they have finished, and how to read such a message. */
export interface SnsJob {
  readonly service: string;
  /** Keys that together occur in no other message. */
  readonly marks: readonly string[];
  readonly row: EventRow;
}

const JOBS: readonly SnsJob[] = [
  {
    // https://docs.aws.amazon.com/textract/latest/dg/async-notification-payload.html
    service: 'Textract',
    marks: ['JobId', 'API', 'Status', 'DocumentLocation.S3ObjectName'],
    row: {
      kind: 'job',
      name: ['JobTag', 'DocumentLocation.S3ObjectName'],
      fields: [
        ['operation', 'API'],
        ['file', 'DocumentLocation.S3ObjectName'],
        ['bucket', 'DocumentLocation.S3Bucket'],
      ],
    },
  },
  {
    // https://docs.aws.amazon.com/rekognition/latest/dg/video-notification-payload.html
    service: 'Rekognition',
    marks: ['JobId', 'API', 'Status'],
    row: {
      kind: 'job',
      name: ['JobTag', 'Video.S3ObjectName', 'JobId'],
      fields: [
        ['operation', 'API'],
        ['file', 'Video.S3ObjectName'],
        ['bucket', 'Video.S3Bucket'],
      ],
    },
  },
  {
    // https://docs.aws.amazon.com/elastictranscoder/latest/developerguide/notifications.html
    service: 'Elastic Transcoder',
    marks: ['jobId', 'pipelineId', 'state'],
    row: {
      kind: 'job',
      name: ['input.key', 'jobId'],
      fields: [
        ['id', 'jobId'],
        ['errorCode', 'errorCode'],
      ],
      details: ['messageDetails', 'outputs.0.statusDetail'],
    },
  },
  {
    // https://docs.aws.amazon.com/amazonglacier/latest/dev/api-initiate-job-post.html
    service: 'S3 Glacier',
    marks: ['JobId', 'StatusCode', 'VaultARN'],
    row: {
      kind: 'job',
      name: ['JobDescription', 'VaultARN'],
      state: 'StatusCode',
      fields: [
        ['operation', 'Action'],
        ['vault', 'VaultARN'],
        ['size', 'ArchiveSizeInBytes', 'bytes'],
      ],
      details: 'StatusMessage',
    },
  },
];

/** Returns the service whose job an SNS message reports, if it does. */
export function snsJobOf(detail: JsonObject): SnsJob | undefined {
  return JOBS.find(({ marks }) => marks.every((mark) => textAt(detail, ...mark.split('.')) !== undefined));
}
