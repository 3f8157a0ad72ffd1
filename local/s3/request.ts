import type { Listing } from './bucket.js';
import { S3Error } from './error.js';

/** The operations that the stand-in knows, by the names that policies give them. */
export type S3Operation = 'PutObject' | 'GetObject' | 'DeleteObject' | 'ListBucket';

/** A request to a bucket. */
export interface S3Request {
  readonly operation: S3Operation;
  readonly bucket: string;
  /** Empty for a list. */
  readonly key: string;
  readonly listing: Listing;
}

const OF_OBJECTS: Readonly<Record<string, S3Operation>> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  DELETE: 'DeleteObject',
};

/**
 * Reads a path-style request: the SDK uses this style for an endpoint that is an IP address.
 * @throws {S3Error} If it is another operation.
 */
export function readS3Request(method: string, target: string): S3Request {
  const { pathname, searchParams } = new URL(target, 'http://127.0.0.1');
  const [, bucket = '', ...rest] = pathname.split('/');
  const key = rest.map(decodeURIComponent).join('/');
  if (key !== '') return { operation: operationOf(method, searchParams), bucket, key, listing: {} };
  if (method !== 'GET' || searchParams.get('list-type') !== '2') throw notImplemented();
  return { operation: 'ListBucket', bucket, key, listing: listingOf(searchParams) };
}

function operationOf(method: string, parameters: URLSearchParams): S3Operation {
  const operation = OF_OBJECTS[method];
  const isPlain = [...parameters.keys()].every((name) => name === 'x-id');
  if (!operation || !isPlain) throw notImplemented();
  return operation;
}

function listingOf(parameters: URLSearchParams): Listing {
  const [prefix, token, maxKeys] = ['prefix', 'continuation-token', 'max-keys'].map((name) => parameters.get(name));
  if (maxKeys && !/^\d{1,9}$/.test(maxKeys))
    throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  return { ...(prefix && { prefix }), ...(token && { token }), ...(maxKeys && { maxKeys: Number(maxKeys) }) };
}

function notImplemented(): S3Error {
  return new S3Error('NotImplemented', 'A header you provided implies functionality that is not implemented.');
}
