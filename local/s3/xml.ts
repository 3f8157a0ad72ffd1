import type { Page } from './bucket.js';
import type { S3Error } from './error.js';
import type { S3Request } from './request.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const element = (name: string, value: string | number | boolean): string =>
  `<${name}>${String(value).replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one)}</${name}>`;

/** Writes an error as S3 does. */
export function errorXml({ code, message }: S3Error): string {
  return `${DECLARATION}<Error>${element('Code', code)}${element('Message', message)}</Error>`;
}

/**
 * Writes a page of a list, without the owner, storage class and ETag of objects.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export function listXml({ bucket, listing }: S3Request, { objects, nextToken }: Page): string {
  const { prefix = '', maxKeys = 1000, token } = listing;
  const contents = objects.map(
    ({ key, body, at }) =>
      `<Contents>${element('Key', key)}${element('LastModified', new Date(at).toISOString())}${element(
        'Size',
        Buffer.byteLength(body),
      )}</Contents>`,
  );
  const parts = [
    element('Name', bucket),
    element('Prefix', prefix),
    element('KeyCount', objects.length),
    element('MaxKeys', maxKeys),
    element('IsTruncated', nextToken !== undefined),
    ...(token === undefined ? [] : [element('ContinuationToken', token)]),
    ...(nextToken === undefined ? [] : [element('NextContinuationToken', nextToken)]),
    ...contents,
  ];
  return `${DECLARATION}<ListBucketResult ${NAMESPACE}>${parts.join('')}</ListBucketResult>`;
}
