import { describe, expect, test } from 'vitest';
import { makeZip } from '../../../scripts/template/make-zip.js';
import { readZip } from '../../support/read-zip.js';

const files = new Map([
  ['b/规则.json', Buffer.from('{}')],
  ['a.mjs', Buffer.from('export const a = 1;\n'.repeat(1000))],
  ['empty', Buffer.alloc(0)],
]);

describe('makeZip', () => {
  test('makeZip: of what it has packed the same is read', () => {
    expect([...readZip(makeZip(files))].sort()).toEqual([...files].sort());
  });

  test('makeZip: the order of the files and the time change nothing', () => {
    const reversed = new Map([...files].reverse());
    expect(makeZip(reversed).equals(makeZip(files))).toBe(true);
  });
});
