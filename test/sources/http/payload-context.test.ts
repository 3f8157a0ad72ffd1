import { expect, test } from 'vitest';
import { payloadContext } from '../../../src/sources/http/payload-context.js';
import { readRequest } from '../../../src/sources/http/read-request.js';
import { readContext } from '../../support/read-context.js';
import { KINDS } from './samples.js';

test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])(
  'payloadContext: a payload finds a header of a %s request by its name in any case',
  (kind) => {
    const request = readRequest(KINDS[kind]({ headers: { 'X-GitHub-Event': 'push' } }));
    if (!request) throw new Error(`Cannot read the request: kind is ${kind}`);
    const { header } = payloadContext(request, readContext());
    expect(['X-GitHub-Event', 'x-github-event', 'X-Other'].map(header)).toEqual(['push', 'push', undefined]);
  },
);
