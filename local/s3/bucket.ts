import { S3Error } from './error.js';

/** Most keys that one list returns. */
const MAX_KEYS = 1000;

/** One object. */
export interface StoredObject {
  readonly key: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The arguments of a list. */
export interface Listing {
  /** Default: all keys. */
  readonly prefix?: string;
  /** Default and most: 1,000. */
  readonly maxKeys?: number;
  /** The token of the page before. Default: from the beginning. */
  readonly token?: string;
}

/** A part of a list. */
export interface Page {
  readonly objects: readonly StoredObject[];
  /** The token of the next page, if there is one. */
  readonly nextToken?: string;
}

/** A bucket without versions. */
export interface Bucket {
  /** Writes an object, in place of the one that has this key. */
  put(key: string, body: string): void;
  /** @throws {S3Error} If there is no such key. */
  get(key: string): StoredObject;
  /** Deletes the object, if there is one. */
  remove(key: string): void;
  /** Lists objects in the order of their keys' UTF-8 bytes. @throws {S3Error} If the token was not given out. */
  list(listing?: Listing): Page;
}

/** Creates an empty bucket. @param now returns milliseconds since 1970. */
export function createBucket(now: () => number): Bucket {
  const objects = new Map<string, StoredObject>();
  return {
    put: (key, body) => void objects.set(key, { key, body, at: now() }),
    get: (key) => {
      const found = objects.get(key);
      if (!found) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
      return found;
    },
    remove: (key) => void objects.delete(key),
    list: ({ prefix = '', maxKeys = MAX_KEYS, token } = {}) => {
      const after = token === undefined ? undefined : Buffer.from(keyOf(token));
      const found = [...objects.values()]
        .filter(({ key }) => key.startsWith(prefix))
        .filter(({ key }) => after === undefined || Buffer.compare(Buffer.from(key), after) > 0)
        .sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)));
      const page = found.slice(0, Math.min(maxKeys, MAX_KEYS));
      const last = page.at(-1);
      return { objects: page, ...(last && page.length < found.length && { nextToken: tokenOf(last.key) }) };
    },
  };
}

/** Returns the token that continues after a key. To a client it is opaque. */
function tokenOf(key: string): string {
  return `1${Buffer.from(key).toString('base64')}`;
}

function keyOf(token: string): string {
  const key = Buffer.from(token.slice(1), 'base64').toString();
  if (tokenOf(key) !== token) throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
  return key;
}
